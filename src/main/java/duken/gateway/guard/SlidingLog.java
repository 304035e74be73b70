package duken.gateway.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts what happened within the last 60 seconds, exactly: any 60 seconds hold at most {@code
 * limit} accepted events (gateway contract, section 5). The lock is held for arithmetic only.
 */
final class SlidingLog {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final int limit;
  private final Deque<Instant> accepted = new ArrayDeque<>();

  SlidingLog(int limit) {
    this.limit = limit;
  }

  /**
   * Where the log stands after a question.
   *
   * @param resetAt when the oldest event leaves the window, or now when there is none
   */
  record Standing(boolean accepted, int limit, int remaining, Instant resetAt) {

    /** Whole seconds until an event fits again, at least 1. */
    long secondsUntilReset(Instant now) {
      long millis = Duration.between(now, resetAt).toMillis();
      return Math.max(1, (millis + 999) / 1000);
    }
  }

  /** Counts an event if it still fits. */
  synchronized Standing tryAccept(Instant now) {
    forget(now);
    boolean fits = accepted.size() < limit;
    if (fits) {
      accepted.addLast(now);
    }
    return standing(fits, now);
  }

  /** Looks without counting. */
  synchronized Standing look(Instant now) {
    forget(now);
    return standing(accepted.size() < limit, now);
  }

  synchronized boolean isIdle(Instant now) {
    forget(now);
    return accepted.isEmpty();
  }

  private Standing standing(boolean fits, Instant now) {
    Instant reset = accepted.isEmpty() ? now : accepted.peekFirst().plus(WINDOW);
    return new Standing(fits, limit, limit - accepted.size(), reset);
  }

  private void forget(Instant now) {
    // Events of the future are there after the PC's clock was set back: they would block for long.
    accepted.removeIf(at -> at.isAfter(now) || !at.plus(WINDOW).isAfter(now));
  }
}
