package duken.domain.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a person's PIN was mistyped in a row.
 *
 * @param failures since the last right one
 * @param blockedUntil nobody may try before, UTC; null when anybody may
 */
public record PinAttempts(int failures, Instant blockedUntil) {

  /** Mistakes that cost no time. */
  private static final int FREE = 2;

  private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int GROWTH = 3;

  public static PinAttempts none() {
    return new PinAttempts(0, null);
  }

  /** How long one still has to wait; zero when one may try, also after the clock was set back. */
  public Duration left(Instant now) {
    if (blockedUntil == null || !blockedUntil.isAfter(now)) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, blockedUntil);
    return left.compareTo(delayAfter(failures)) > 0 ? Duration.ZERO : left;
  }

  /** After one more attempt, which is wrong until it proves right. */
  public PinAttempts tried(Instant now) {
    int more = failures + 1;
    Duration delay = delayAfter(more);
    return new PinAttempts(more, delay.isZero() ? null : now.plus(delay));
  }

  /** 0, 0, 5 s, 15 s, 45 s, … up to an hour. */
  static Duration delayAfter(int failures) {
    Duration delay = failures <= FREE ? Duration.ZERO : FIRST_DELAY;
    for (int i = FREE + 1; i < failures && delay.compareTo(LONGEST_DELAY) < 0; i++) {
      delay = delay.multipliedBy(GROWTH);
    }
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }
}
