package duken.provider.cashier.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Our clock corrected by the bank's: the MAC lives 30 seconds and {@code X-Time} is signed (cashier
 * sheet, section 9).
 */
public final class BankClock {

  /** Above this the cashier is warned. */
  static final Duration WARN_ABOVE = Duration.ofSeconds(20);

  private static final Duration BELIEVABLE = Duration.ofDays(2);
  private static final Duration HEADER_GRAIN = Duration.ofSeconds(2);

  private final Clock clock;
  private final AtomicLong skewMillis = new AtomicLong();

  public BankClock(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant().plusMillis(skewMillis.get());
  }

  /** How far the bank's clock is ahead of ours; negative when ours is ahead. */
  public Duration skew() {
    return Duration.ofMillis(skewMillis.get());
  }

  /** Learns from the {@code Date} of an answer, which is exact to a second. */
  void learn(Instant date) {
    if (date == null) {
      return;
    }
    Duration seen = Duration.between(clock.instant(), date);
    if (seen.abs().compareTo(BELIEVABLE) > 0) {
      return;
    }
    skewMillis.set(seen.abs().compareTo(HEADER_GRAIN) <= 0 ? 0 : seen.toMillis());
  }
}
