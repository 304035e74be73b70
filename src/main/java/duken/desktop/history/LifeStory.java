package duken.desktop.history;

import duken.api.DeskJson.LifeEvent;
import duken.api.DeskJson.SaleDetail;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns an invoice's recorded life into lines a person understands. A word this window does not
 * know (a newer engine may send one) becomes a general sentence, never a raw word.
 */
public final class LifeStory {

  private static final Set<String> PROGRESS =
      Set.of("not_sent", "waiting", "scanned", "confirming", "held");
  private static final Set<String> CANCELLED =
      Set.of("merchant_cancelled", "customer_cancelled", "customer_closed_session");
  private static final Set<String> EXPIRED =
      Set.of("ttl_expired", "payment_rejected", "provider_error");
  private static final Set<String> REFUND = Set.of("pending", "processing", "completed", "failed");
  private static final Set<String> SEEN = Set.of("waits", "paid", "nothing");
  private static final Set<String> ODD =
      Set.of(
          "paid_late",
          "paid_twice",
          "amount_differs",
          "refunded_at_bank",
          "cancelled_at_bank",
          "refund_unclear");
  private static final Set<String> RESOLVED =
      Set.of("refunded", "not_refunded", "kept", "acknowledged");

  private LifeStory() {}

  /** The lines, oldest first; a line that says the same as the one before it is left out. */
  public static List<LifeLine> of(SaleDetail detail) {
    boolean refundsTell = detail.life().stream().anyMatch(e -> e.event().equals("refund"));
    List<LifeLine> lines = new ArrayList<>();
    for (LifeEvent event : detail.life()) {
      boolean told = refundsTell && "moved".equals(event.event()) && isRefund(event.to());
      LifeLine line = told ? null : line(event, detail.sale().fromDesk());
      if (line != null && !line.saysLike(lines.isEmpty() ? null : lines.getLast())) {
        lines.add(line);
      }
    }
    return List.copyOf(lines);
  }

  private static LifeLine line(LifeEvent event, boolean fromDesk) {
    return switch (event.event()) {
      case "created" -> say(fromDesk ? "created.desk" : "created.api", Tone.PLAIN, event);
      case "progressed" -> say(known("progress.", event.detail(), PROGRESS), Tone.PLAIN, event);
      case "moved" -> moved(event);
      case "refund" -> refund(event);
      case "anomaly" -> odd(event);
      case "renewed" -> say("renewed", Tone.PLAIN, event);
      case "sent_late" -> say("sent_late", Tone.PLAIN, event);
      case "delivery_parked" -> say("delivery_parked", Tone.CAREFUL, event);
      case "decided" -> decided(event);
      case "bank_spoke" -> say("bank_spoke." + event.detail(), Tone.CAREFUL, event);
      case "priced" ->
          say("priced", Tone.CAREFUL, event, event.detail() == null ? "" : event.detail());
      case "forbidden" -> say("forbidden", Tone.CAREFUL, event);
      default -> say("general", Tone.PLAIN, event);
    };
  }

  /** The engine tells what a person saw on the terminal and why he says so. */
  private static LifeLine decided(LifeEvent event) {
    String[] words = event.detail() == null ? new String[0] : event.detail().split(" ", 2);
    String seen = words.length == 0 ? "" : words[0].toLowerCase(Locale.ROOT);
    return words.length == 2 && SEEN.contains(seen)
        ? say("decided." + seen, Tone.CAREFUL, event, words[1])
        : say("general", Tone.PLAIN, event);
  }

  private static LifeLine moved(LifeEvent event) {
    return switch (event.to() == null ? "" : event.to()) {
      case "paid" -> say("paid", Tone.GOOD, event);
      case "cancelling" -> say("cancelling", Tone.PLAIN, event);
      case "pending" -> say("cancel_refused", Tone.CAREFUL, event);
      case "cancelled" -> say(known("cancelled.", event.detail(), CANCELLED), Tone.QUIET, event);
      case "expired" -> say(known("expired.", event.detail(), EXPIRED), Tone.QUIET, event);
      case "partially_refunded" -> say("refunded.part", Tone.PLAIN, event);
      case "refunded" -> say("refunded.all", Tone.PLAIN, event);
      default -> say("general", Tone.PLAIN, event);
    };
  }

  /** The engine tells status and sum: {@code completed 5000.00}. */
  private static LifeLine refund(LifeEvent event) {
    String[] words = words(event);
    if (words.length != 2 || !REFUND.contains(words[0])) {
      return say(known("refund.", null, REFUND), Tone.PLAIN, event);
    }
    Tone tone = words[0].equals("failed") ? Tone.CAREFUL : Tone.PLAIN;
    return say("refund." + words[0], tone, event, Sums.format(words[1]));
  }

  /**
   * The engine tells the kind, {@code paid_late}, then what was decided, {@code paid_late kept}.
   */
  private static LifeLine odd(LifeEvent event) {
    String[] words = words(event);
    if (words.length == 2 && RESOLVED.contains(words[1])) {
      return say("resolved." + words[1], Tone.PLAIN, event);
    }
    if (words.length > 2 && words[0].equals("refund")) {
      boolean asked = words[1].equals("asked");
      return say(asked ? "odd_refund.asked" : "odd_refund.declined", Tone.PLAIN, event);
    }
    return say(known("anomaly.", event.detail(), ODD), Tone.CAREFUL, event);
  }

  private static boolean isRefund(String status) {
    return "partially_refunded".equals(status) || "refunded".equals(status);
  }

  private static String[] words(LifeEvent event) {
    return event.detail() == null ? new String[0] : event.detail().split(" ");
  }

  private static String known(String group, String word, Set<String> words) {
    return word != null && words.contains(word) ? group + word : group + "general";
  }

  private static LifeLine say(String key, Tone tone, LifeEvent event, String... values) {
    return new LifeLine("history.life." + key, List.of(values), tone, Instant.parse(event.at()));
  }
}
