package duken.webhook;

import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * What an attempt leaves of a delivery: delivered, queued again, parked, or left for manual resend.
 *
 * @param url where it went
 * @param begunAt UTC
 * @param endedAt UTC; delays count from here
 */
record AttemptResult(Verdict verdict, String url, Instant begunAt, Instant endedAt) {

  /**
   * The row after the attempt.
   *
   * @param taken as it was when the attempt began
   * @param row as it is now: somebody may have asked for it meanwhile
   */
  Delivery of(Delivery taken, Delivery row, RetrySchedule schedule) {
    int attempts = row.attempts() + 1;
    if (verdict.delivered()) {
      return with(row, Outbox.State.DELIVERED, attempts, null, row.parkedAt(), endedAt);
    }
    Optional<Instant> soon =
        row.parkedAt() == null ? schedule.beforeParking(attempts, endedAt) : Optional.empty();
    if (soon.isPresent()) {
      return with(row, Outbox.State.QUEUED, attempts, soon.get(), null, row.deliveredAt());
    }
    Instant parkedAt = row.parkedAt() == null ? endedAt : row.parkedAt();
    boolean askedForMeanwhile = row.dueAt() != null && !row.dueAt().equals(taken.dueAt());
    Instant dueAt =
        askedForMeanwhile ? row.dueAt() : schedule.whileParked(parkedAt, endedAt).orElse(null);
    return with(row, Outbox.State.PARKED, attempts, dueAt, parkedAt, row.deliveredAt());
  }

  private Delivery with(
      Delivery row,
      Outbox.State state,
      int attempts,
      Instant dueAt,
      Instant parkedAt,
      Instant deliveredAt) {
    return new Delivery(
        row.id(),
        row.sequence(),
        row.scope(),
        row.invoiceId(),
        row.event(),
        url,
        row.body(),
        state,
        attempts,
        row.createdAt(),
        dueAt,
        parkedAt,
        verdict.status(),
        verdict.error(),
        begunAt,
        deliveredAt);
  }
}
