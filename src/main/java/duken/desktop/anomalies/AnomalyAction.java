package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What a person can do about money that behaved oddly. */
public enum AnomalyAction {
  /** Send it back. */
  REFUND,
  /** Book it as a sale of its own. */
  KEEP,
  /** Only say that it was seen. */
  ACKNOWLEDGE,
  /** An unclear refund: the bank's own app shows that the money went back. */
  RETURNED,
  /** An unclear refund: the bank's own app shows that it did not. */
  NOT_RETURNED;

  /** The engine's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of the word on its button. */
  public String textKey() {
    return "anomalies.action." + word();
  }

  /** The first part of the keys of its question: {@code title}, {@code hint}, {@code do}. */
  public String questionKey() {
    return "anomalies.confirm." + word() + ".";
  }

  /**
   * What makes sense for an anomaly, the usual answer first.
   *
   * @param can what the provider can do, the wire's words
   */
  public static List<AnomalyAction> of(AnomalyJson anomaly, Predicate<String> can) {
    boolean refund = can.test("refund");
    List<AnomalyAction> actions = new ArrayList<>();
    switch (anomaly.kind()) {
      case "paid_late" -> {
        actions.add(KEEP);
        if (refund) {
          actions.add(REFUND);
        }
      }
      case "paid_twice" -> {
        if (refund) {
          actions.add(REFUND);
        }
        actions.add(KEEP);
      }
      case "refund_unclear" -> {
        return List.of(RETURNED, NOT_RETURNED);
      }
      default -> {}
    }
    actions.add(ACKNOWLEDGE);
    return List.copyOf(actions);
  }
}
