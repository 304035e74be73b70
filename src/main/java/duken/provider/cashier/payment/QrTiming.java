package duken.provider.cashier.payment;

import duken.provider.cashier.wire.CashierFields;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * How the bank wants one QR to be treated (cashier sheet, sections 6 and 8), clamped to what is
 * sane.
 *
 * @param scanWait how long it may be scanned
 * @param beforeScan pause between questions before the scan
 * @param afterScan pause between questions after it
 * @param confirmWait how long the customer may take to confirm
 */
public record QrTiming(
    Duration scanWait, Duration beforeScan, Duration afterScan, Duration confirmWait) {

  static final QrTiming USUAL =
      new QrTiming(
          Duration.ofSeconds(180),
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofSeconds(65));

  static QrTiming of(JsonNode options) {
    return new QrTiming(
        deadline(options, "qrCodeScanWaitTimeout", USUAL.scanWait),
        interval(options, "qrCodeScanEventPollingInterval", USUAL.beforeScan),
        interval(options, "paymentStatusCountdown", USUAL.afterScan),
        deadline(options, "paymentConfirmationTimeout", USUAL.confirmWait));
  }

  private static Duration interval(JsonNode options, String field, Duration usual) {
    return clamped(options, field, usual, 1, 60);
  }

  private static Duration deadline(JsonNode options, String field, Duration usual) {
    return clamped(options, field, usual, 10, 3600);
  }

  private static Duration clamped(
      JsonNode options, String field, Duration usual, int least, int most) {
    return CashierFields.whole(options, field)
        .filter(seconds -> seconds > 0)
        .map(seconds -> Duration.ofSeconds(Math.clamp(seconds, least, most)))
        .orElse(usual);
  }
}
