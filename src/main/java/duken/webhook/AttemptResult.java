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
    int attempts = row.progress().attempts() + 1;
    if (verdict.delivered()) {
      return with(row, Outbox.State.DELIVERED, attempts, null, row.progress().parkedAt(), endedAt);
    }
    Optional<Instant> soon =
        row.progress().parkedAt() == null
            ? schedule.beforeParking(attempts, endedAt)
            : Optional.empty();
    if (soon.isPresent()) {
      return with(
          row, Outbox.State.QUEUED, attempts, soon.get(), null, row.progress().deliveredAt());
    }
    Instant parkedAt = row.progress().parkedAt() == null ? endedAt : row.progress().parkedAt();
    boolean askedForMeanwhile =
        row.progress().dueAt() != null && !row.progress().dueAt().equals(taken.progress().dueAt());
    Instant dueAt =
        askedForMeanwhile
            ? row.progress().dueAt()
            : schedule.whileParked(parkedAt, endedAt).orElse(null);
    return with(row, Outbox.State.PARKED, attempts, dueAt, parkedAt, row.progress().deliveredAt());
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
        row.message(),
        url,
        new Outbox.Progress(state, attempts, dueAt, parkedAt, deliveredAt),
        new Outbox.LastAttempt(verdict.status(), verdict.error(), begunAt));
  }
}
