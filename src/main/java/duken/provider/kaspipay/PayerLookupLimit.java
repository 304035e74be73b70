package duken.provider.kaspipay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** At most 50 names a minute for each cash desk (Kaspi Pay sheet, section 9). */
final class PayerLookupLimit {

  private static final int MOST = 50;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Guarded by itself. */
  private final Map<Long, Deque<Instant>> taken = new HashMap<>();

  private final InstantSource clock;

  PayerLookupLimit(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one more may be asked for now; counts it. */
  boolean take(long tenantId) {
    synchronized (taken) {
      Instant now = clock.instant();
      Deque<Instant> times = taken.computeIfAbsent(tenantId, _ -> new ArrayDeque<>());
      // A clock that was set back must not silence the questions.
      times.removeIf(at -> !now.isBefore(at.plus(WINDOW)) || at.isAfter(now));
      return times.size() < MOST && times.add(now);
    }
  }
}
