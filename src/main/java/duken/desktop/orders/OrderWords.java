package duken.desktop.orders;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.orders.OrderJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.text.Texts;
import java.time.Duration;
import java.util.List;

/** Words for what the marketplace says; a word this window does not know is shown as it is. */
final class OrderWords {

  /** Where orders lie, in the order of the filters. */
  static final List<String> STATES =
      List.of("NEW", "SIGN_REQUIRED", "PICKUP", "DELIVERY", "KASPI_DELIVERY", "ARCHIVE");

  /** How far they come. */
  static final List<String> STATUSES =
      List.of(
          "APPROVED_BY_BANK",
          "ACCEPTED_BY_MERCHANT",
          "ASSEMBLE",
          "GIVEN_TO_DELIVERY",
          "ARRIVED",
          "COMPLETED",
          "CANCELLING",
          "CANCELLED",
          "KASPI_DELIVERY_RETURN_REQUESTED",
          "ARRIVED_BACKWARD",
          "RETURN_ACCEPTED_BY_MERCHANT",
          "RETURNED");

  private static final int HOURS_OF_A_DAY = 24;
  private static final int MINUTES_OF_AN_HOUR = 60;

  private OrderWords() {}

  static String state(Texts texts, String word) {
    return known(texts, "orders.state.", word);
  }

  static String status(Texts texts, String word) {
    return known(texts, "orders.status.", word);
  }

  static String payment(Texts texts, String word) {
    return known(texts, "orders.payment.", word);
  }

  static String reason(Texts texts, String word) {
    return known(texts, "orders.reason.", word);
  }

  static String delivery(Texts texts, OrderJson order) {
    boolean locker =
        order.delivery().isKaspiDelivery()
            && "DELIVERY_PICKUP".equals(order.delivery().deliveryMode());
    String mode =
        locker ? texts.get("orders.delivery.locker") : mode(texts, order.delivery().deliveryMode());
    return order.delivery().isKaspiDelivery() ? texts.get("orders.delivery.kaspi", mode) : mode;
  }

  private static String mode(Texts texts, String word) {
    return known(texts, "orders.delivery.", word);
  }

  /** {@code 5 min}, {@code 3 h}, {@code 2 d}. */
  static String age(Texts texts, Duration age) {
    if (age.toMinutes() < MINUTES_OF_AN_HOUR) {
      return texts.get("orders.age.minutes", age.toMinutes());
    }
    return age.toHours() < HOURS_OF_A_DAY
        ? texts.get("orders.age.hours", age.toHours())
        : texts.get("orders.age.days", age.toDays());
  }

  /** How much an order matters now. */
  static Tone tone(OrderJson order) {
    if (order.isUnconfirmed()) {
      return Tone.CAREFUL;
    }
    return switch (order.stage().canonicalStatus()) {
      case "completed" -> Tone.GOOD;
      case "failed", "refunded" -> Tone.QUIET;
      default -> order.next().actions().contains("accept") ? Tone.ACTIVE : Tone.WAITING;
    };
  }

  static Message done(String action, OrderJson answer) {
    return answer.isUnconfirmed()
        ? doubt(answer)
        : Message.of(Tone.GOOD, "orders.done." + action, answer.code());
  }

  /** That nobody knows how the last action ended. */
  static Message doubt(OrderJson order) {
    return Message.of(Tone.CAREFUL, "orders.unconfirmed", order.code());
  }

  static Message failed(String action, RuntimeException failure) {
    return switch (failure) {
      case EngineUnreachable _ -> Message.of(Tone.CAREFUL, "orders.refused.lost");
      case EngineProblem problem ->
          switch (problem.code()) {
            case "INVALID_TRANSITION" -> Message.of(Tone.BAD, "orders.refused.transition");
            case "KASPI_SESSION_INVALID" -> Message.of(Tone.BAD, "orders.trouble.token_refused");
            case "PROVIDER_TIMEOUT" -> Message.of(Tone.CAREFUL, "orders.refused.silent");
            case "PROVIDER_ERROR" ->
                Message.of(
                    Tone.BAD,
                    action.equals("complete") ? "orders.refused.code" : "orders.refused.kaspi");
            default -> Message.of(failure);
          };
      default -> Message.of(failure);
    };
  }

  private static String known(Texts texts, String stem, String word) {
    if (word == null || word.isEmpty()) {
      return "–";
    }
    return texts.has(stem + word) ? texts.get(stem + word) : word;
  }
}
