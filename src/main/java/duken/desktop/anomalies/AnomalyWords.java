package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import java.util.Set;

/** The text keys for an anomaly; a kind this window does not know gets general words. */
public final class AnomalyWords {

  private static final Set<String> KINDS =
      Set.of(
          "paid_late",
          "paid_twice",
          "amount_differs",
          "refunded_at_bank",
          "cancelled_at_bank",
          "refund_unclear",
          "order_cancelled_after_completed");
  private static final Set<String> RESOLUTIONS =
      Set.of("refunded", "not_refunded", "kept", "acknowledged");

  private AnomalyWords() {}

  /** What was odd, in a few words. */
  public static String titleKey(AnomalyJson anomaly) {
    return "anomalies.kind." + kind(anomaly);
  }

  public static String adviceKey(AnomalyJson anomaly) {
    return "anomalies.what." + kind(anomaly);
  }

  private static String kind(AnomalyJson anomaly) {
    return KINDS.contains(anomaly.kind()) ? anomaly.kind() : "general";
  }
}
