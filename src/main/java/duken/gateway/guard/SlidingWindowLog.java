package duken.gateway.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Counts what happened within the last 60 seconds, exactly: any 60 seconds hold at most {@code
 * limit} accepted events (gateway contract, section 5). Time is read inside the lock, so that the
 * events lie in the order of their times and none of them looks like one of the future.
 */
final class SlidingWindowLog {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final int limit;
  private final InstantSource clock;
  private final Deque<Instant> accepted = new ArrayDeque<>();

  SlidingWindowLog(int limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Where the log stands after a question.
   *
   * @param at when the question was asked
   * @param resetAt when the oldest event leaves the window, or now when there is none
   */
  record Standing(boolean accepted, int limit, int remaining, Instant at, Instant resetAt) {

    /** Whole seconds until an event fits again, at least 1. */
    long secondsUntilReset() {
      long millis = Duration.between(at, resetAt).toMillis();
      return Math.max(1, (millis + 999) / 1000);
    }
  }

  /** Counts an event if it still fits. */
  synchronized Standing tryAccept() {
    Instant now = forget();
    boolean fits = accepted.size() < limit;
    if (fits) {
      accepted.addLast(now);
    }
    return standing(fits, now);
  }

  /** Looks without counting. */
  synchronized Standing look() {
    Instant now = forget();
    return standing(accepted.size() < limit, now);
  }

  synchronized boolean isIdle() {
    forget();
    return accepted.isEmpty();
  }

  private Standing standing(boolean fits, Instant now) {
    Instant reset = accepted.isEmpty() ? now : accepted.peekFirst().plus(WINDOW);
    return new Standing(fits, limit, limit - accepted.size(), now, reset);
  }

  private Instant forget() {
    Instant now = clock.instant();
    Instant newest = accepted.peekLast();
    if (newest != null && newest.isAfter(now)) {
      setBack(Duration.between(now, newest));
    }
    while (!accepted.isEmpty() && !accepted.peekFirst().plus(WINDOW).isAfter(now)) {
      accepted.pollFirst();
    }
    return now;
  }

  /**
   * The PC's clock went back: by little the events go with it, by more they would block for long.
   */
  private void setBack(Duration by) {
    List<Instant> moved = accepted.stream().map(at -> at.minus(by)).toList();
    accepted.clear();
    if (by.compareTo(WINDOW) < 0) {
      accepted.addAll(moved);
    }
  }
}
