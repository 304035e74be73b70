package duken.provider.smartpos;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most three refreshes in ten minutes, never in a loop (Smart POS, section 3). */
final class RefreshLimit {

  private static final int MOST = 3;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Deque<Instant> taken = new ArrayDeque<>();

  RefreshLimit(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one more is allowed now; it counts then. */
  synchronized boolean take() {
    Instant now = clock.instant();
    taken.removeIf(at -> at.isBefore(now.minus(WITHIN)) || at.isAfter(now));
    if (taken.size() >= MOST) {
      return false;
    }
    taken.add(now);
    return true;
  }
}
