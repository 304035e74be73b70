package duken.provider.cashier.wire;

import java.time.Duration;
import java.time.Instant;

/** So many at once, and one more whenever the refill time has passed. Not thread-safe. */
public final class TokenBucket {

  private final int size;
  private final Duration refill;

  /** When it will be full if nothing is taken until then. */
  private Instant fullAt = Instant.MIN;

  public TokenBucket(int size, Duration refill) {
    this.size = size;
    this.refill = refill;
  }

  /** How many may be taken now. */
  public int left(Instant now) {
    long missing = missing(now).plus(refill).minusNanos(1).dividedBy(refill);
    return (int) Math.clamp(size - missing, 0L, size);
  }

  public void take(int count, Instant now) {
    fullAt = now.plus(missing(now)).plus(refill.multipliedBy(count));
  }

  private Duration missing(Instant now) {
    Instant latest = now.plus(refill.multipliedBy(size));
    // A clock that was set back must not silence the questions.
    return fullAt.isAfter(now) && !fullAt.isAfter(latest)
        ? Duration.between(now, fullAt)
        : Duration.ZERO;
  }
}
