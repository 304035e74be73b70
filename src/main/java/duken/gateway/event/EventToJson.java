package duken.gateway.event;

import duken.api.EventJson;
import duken.domain.InvoiceStatus;
import duken.gateway.contract.Wire;
import duken.store.event.LoggedEvent;
import java.util.HashSet;
import java.util.Set;

/** Turns a kept event into what programs read. */
final class EventToJson {

  /** The words under which events that programs read are kept; other steps are the window's. */
  static final Set<String> WORDS =
      Set.of(
          "created",
          "moved",
          "refund",
          "anomaly",
          "session_lost",
          "session_restored",
          "delivery_parked");

  /** The same where the shop wants programs to read of cash. */
  static final Set<String> WITH_CASH = withCash();

  private EventToJson() {}

  private static Set<String> withCash() {
    Set<String> all = new HashSet<>(WORDS);
    all.add("cash");
    return Set.copyOf(all);
  }

  static EventJson json(LoggedEvent event) {
    String[] words = event.detail() == null ? new String[] {null} : event.detail().split(" ");
    String second = words.length > 1 ? words[1] : null;
    return switch (event.event()) {
      case "created" -> status(event, "invoice.created");
      case "moved" -> status(event, "invoice.status_changed");
      case "refund" -> of(event, "refund.changed", words[0], second, null, null);
      case "anomaly" ->
          switch (words.length) {
            case 1 -> of(event, "anomaly.detected", null, null, words[0], null);
            case 2 -> of(event, "anomaly.resolved", null, null, words[0], second);
            // "refund asked for anomaly 12", "refund declined for anomaly 12"
            default -> of(event, "anomaly.refund_" + second, null, null, null, null);
          };
      case "cash" -> cash(event, words[0], second);
      case "session_lost" -> of(event, "bank.session_lost", null, null, null, null);
      case "session_restored" -> of(event, "bank.session_restored", null, null, null, null);
      case "delivery_parked" -> of(event, "webhook.parked", null, null, null, null);
      default -> throw new IllegalStateException("nobody asked for " + event.event());
    };
  }

  private static EventJson status(LoggedEvent event, String type) {
    return new EventJson(
        event.id(),
        type,
        Wire.time(event.at()),
        event.invoiceId(),
        new EventJson.Move(word(event.from()), word(event.to()), event.detail(), event.caller()),
        new EventJson.RefundChange(null, null),
        new EventJson.Found(null, null));
  }

  private static EventJson cash(LoggedEvent event, String kind, String amount) {
    return new EventJson(
        event.id(),
        "cash.noted",
        Wire.time(event.at()),
        event.invoiceId(),
        new EventJson.Move(null, null, kind, null),
        new EventJson.RefundChange(null, amount),
        new EventJson.Found(null, null));
  }

  private static EventJson of(
      LoggedEvent event,
      String type,
      String refundStatus,
      String amount,
      String anomaly,
      String resolution) {
    return new EventJson(
        event.id(),
        type,
        Wire.time(event.at()),
        event.invoiceId(),
        new EventJson.Move(null, null, null, null),
        new EventJson.RefundChange(refundStatus, amount),
        new EventJson.Found(anomaly, resolution));
  }

  private static String word(InvoiceStatus status) {
    return status == null ? null : status.wire();
  }
}
