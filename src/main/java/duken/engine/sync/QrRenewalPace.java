package duken.engine.sync;

import duken.domain.BankOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How soon a QR that ran out is followed by the next. One that lived its time is followed at once;
 * a bank that discards one after the other at once is asked ever more rarely, and at last no more.
 */
final class QrRenewalPace {

  /** So many in a row that the bank discarded too early are the last. */
  static final int MOST_IN_A_ROW = 8;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** A bank's clock and ours, and the time until it was asked. */
  private static final Duration ABOUT = Duration.ofSeconds(10);

  /** Where the bank does not say how long a QR lives. */
  private static final Duration SHORT_LIFE = Duration.ofSeconds(30);

  private QrRenewalPace() {}

  /**
   * The pause between the end of the last of these and the next.
   *
   * @param ended an invoice's operations in order, the last of which ended at {@code endedAt}
   * @return empty when there is to be no next one
   */
  static Optional<Duration> pause(List<BankOperation> ended, Instant endedAt) {
    int discarded = discardedInARow(ended, endedAt);
    return discarded > MOST_IN_A_ROW ? Optional.empty() : Optional.of(pause(discarded));
  }

  private static Duration pause(int discarded) {
    if (discarded < 2) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(discarded - 2, 6));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /**
   * When the last of these may be opened, which was written down when the one before ended.
   *
   * @param operations an invoice's, in order
   */
  static Instant notBefore(List<BankOperation> operations) {
    BankOperation next = operations.getLast();
    List<BankOperation> ended = operations.subList(0, operations.size() - 1);
    return next.createdAt().plus(pause(ended, next.createdAt()).orElse(Duration.ZERO));
  }

  private static int discardedInARow(List<BankOperation> ended, Instant endedAt) {
    int count = 0;
    for (int i = 0; i < ended.size(); i++) {
      BankOperation operation = ended.get(i);
      Instant openedAt = operation.createdAt().plus(pause(count));
      Instant end = i + 1 < ended.size() ? ended.get(i + 1).createdAt() : endedAt;
      boolean early = operation.operationId() != null && end.isBefore(soonest(operation, openedAt));
      count = early ? count + 1 : 0;
    }
    return count;
  }

  /** An end before this is not that of a QR that nobody opened in time. */
  private static Instant soonest(BankOperation operation, Instant openedAt) {
    return operation.expiresAt() == null
        ? openedAt.plus(SHORT_LIFE)
        : operation.expiresAt().minus(ABOUT);
  }
}
