package duken.simulator.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The bank's two times. The wall clock stamps answers and judges signatures; a skew makes it go
 * wrong as a till's does. The business clock runs operations; it can be moved ahead, so that nobody
 * waits a day for a bill to run out.
 */
public final class BankTime {

  private final Clock clock;
  private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Both start at this clock. */
  public BankTime(Clock clock) {
    this.clock = clock;
  }

  /** What the bank's wall clock shows. */
  public Instant wall() {
    return clock.instant().plus(skew.get());
  }

  /** The time operations live in. */
  public Instant business() {
    return clock.instant().plus(ahead.get());
  }

  /** Moves the business clock forward. */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not go back");
    }
    ahead.updateAndGet(time::plus);
  }

  /** Sets how far the wall clock is ahead of ours; negative: behind. */
  public void skew(Duration difference) {
    skew.set(difference);
  }
}
