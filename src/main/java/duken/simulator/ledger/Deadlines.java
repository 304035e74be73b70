package duken.simulator.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * What ends by itself (section 12, "automatic").
 *
 * @param running false: nothing ends by itself
 * @param scan how long a QR waits for a phone
 * @param confirm how long a scanned one waits for its customer
 * @param bill how long a bill waits
 */
public record Deadlines(boolean running, Duration scan, Duration confirm, Duration bill) {

  LedgerOperation settle(LedgerOperation operation, Instant now) {
    if (!running) {
      return operation;
    }
    String status = operation.status();
    if (operation.kind() == Kind.BILL) {
      return Words.isOpenBill(status) && isOver(operation.times().createdAt(), bill, now)
          ? operation.to(Words.EXPIRED, now)
          : operation;
    }
    if (status.equals(Words.QR_CREATED) && isOver(operation.times().createdAt(), scan, now)) {
      return operation.to(Words.QR_DISCARDED, now);
    }
    return Words.isScanned(status) && isOver(operation.times().scannedAt(), confirm, now)
        ? operation.to(Words.QR_NOT_CONFIRMED, now)
        : operation;
  }

  private static boolean isOver(Instant from, Duration time, Instant now) {
    return !now.isBefore(from.plus(time));
  }
}
