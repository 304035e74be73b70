package duken.desktop.history;

import duken.api.DeskJson.LifeEvent;
import duken.api.DeskJson.SaleDetail;
import duken.desktop.kit.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns an invoice's recorded life into lines a person understands. A word this window does not
 * know (a newer engine may send one) becomes a general sentence, never a raw word.
 */
public final class LifeStory {

  private static final Set<String> PROGRESS =
      Set.of("not_sent", "waiting", "scanned", "confirming");
  private static final Set<String> CANCELLED =
      Set.of("merchant_cancelled", "customer_cancelled", "customer_closed_session");
  private static final Set<String> EXPIRED =
      Set.of("ttl_expired", "payment_rejected", "provider_error");
  private static final Set<String> ODD =
      Set.of("paid_late", "paid_twice", "amount_differs", "refunded_at_bank", "cancelled_at_bank");
  private static final Set<String> REFUND = Set.of("pending", "processing", "completed", "failed");

  private LifeStory() {}

  /** The lines, oldest first; a line that says the same as the one before it is left out. */
  public static List<LifeLine> of(SaleDetail detail) {
    List<LifeLine> lines = new ArrayList<>();
    String last = null;
    for (LifeEvent event : detail.life()) {
      LifeLine line = line(event, detail);
      if (!line.textKey().equals(last)) {
        lines.add(line);
      }
      last = line.textKey();
    }
    return List.copyOf(lines);
  }

  private static LifeLine line(LifeEvent event, SaleDetail detail) {
    Instant at = Instant.parse(event.at());
    String word = event.detail();
    return switch (event.event()) {
      case "created" ->
          plain(detail.sale().fromDesk() ? "created.desk" : "created.api", Tone.PLAIN, at);
      case "progressed" -> plain(known("progress", word, PROGRESS), Tone.PLAIN, at);
      case "moved" -> moved(event, at);
      case "refund" -> plain(known("refund", word, REFUND), Tone.PLAIN, at);
      case "anomaly" -> plain(known("anomaly", word, ODD), Tone.CAREFUL, at);
      case "renewed" -> plain("renewed", Tone.PLAIN, at);
      case "forbidden" -> plain("forbidden", Tone.CAREFUL, at);
      default -> plain("general", Tone.PLAIN, at);
    };
  }

  private static LifeLine moved(LifeEvent event, Instant at) {
    return switch (event.to() == null ? "" : event.to()) {
      case "paid" -> plain("paid", Tone.GOOD, at);
      case "cancelling" -> plain("cancelling", Tone.PLAIN, at);
      case "pending" -> plain("cancel_refused", Tone.CAREFUL, at);
      case "cancelled" -> plain(known("cancelled", event.detail(), CANCELLED), Tone.QUIET, at);
      case "expired" -> plain(known("expired", event.detail(), EXPIRED), Tone.QUIET, at);
      case "partially_refunded" -> plain("refunded.part", Tone.PLAIN, at);
      case "refunded" -> plain("refunded.all", Tone.PLAIN, at);
      default -> plain("general", Tone.PLAIN, at);
    };
  }

  private static String known(String group, String word, Set<String> words) {
    return word != null && words.contains(word) ? group + "." + word : group + ".general";
  }

  private static LifeLine plain(String key, Tone tone, Instant at) {
    return new LifeLine("history.life." + key, tone, at);
  }
}
