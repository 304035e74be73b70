package duken.provider.kaspipay;

import duken.provider.kaspipay.wire.BankFields;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the bank dictated for each open payment (Kaspi Pay sheet, sections 5 and 9). Kept in memory
 * only: after a restart the bank's usual times hold.
 */
final class PaymentTimings {

  private static final int MOST = 20_000;
  private static final Duration USUAL_POLL = Duration.ofSeconds(5);
  private static final Duration USUAL_SCAN = Duration.ofSeconds(180);
  private static final Duration USUAL_CONFIRM = Duration.ofSeconds(65);
  private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(60);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** Guarded by itself. */
  private final Map<String, Timing> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Timing> eldest) {
          return size() > MOST;
        }
      };

  /**
   * One payment.
   *
   * @param firstWait when the customer was first seen to have opened it, UTC, or null
   */
  record Timing(Duration poll, Duration scan, Duration confirm, Instant firstWait) {

    static final Timing USUAL = new Timing(USUAL_POLL, USUAL_SCAN, USUAL_CONFIRM, null);

    Timing opened(Instant at) {
      return firstWait == null ? new Timing(poll, scan, confirm, at) : this;
    }
  }

  /**
   * Remembers what came with a new payment.
   *
   * @param data of the answer; its options may be missing, as text, or under either name
   */
  void created(String paymentId, JsonNode data) {
    JsonNode options =
        data.has("QrPaymentBehaviorOptions")
            ? data.path("QrPaymentBehaviorOptions")
            : data.path("PaymentBehaviorOptions");
    String scan =
        options.has("LinkActivationWaitTimeout")
            ? "LinkActivationWaitTimeout"
            : "QrCodeScanWaitTimeout";
    put(
        paymentId,
        new Timing(
            BankFields.seconds(
                options, "StatusPollingInterval", USUAL_POLL, SHORTEST_POLL, LONGEST_POLL),
            BankFields.seconds(options, scan, USUAL_SCAN, SHORTEST_WAIT, LONGEST_WAIT),
            BankFields.seconds(
                options, "PaymentConfirmationTimeout", USUAL_CONFIRM, SHORTEST_WAIT, LONGEST_WAIT),
            null));
  }

  Timing opened(String paymentId, Instant at) {
    Timing after = of(paymentId).opened(at);
    put(paymentId, after);
    return after;
  }

  Timing of(String paymentId) {
    synchronized (known) {
      return known.getOrDefault(paymentId, Timing.USUAL);
    }
  }

  private void put(String paymentId, Timing timing) {
    synchronized (known) {
      known.put(paymentId, timing);
    }
  }
}
