package duken.desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A wall clock and a monotonic clock that move together, by hand. */
public final class TestTime extends Clock {

  private final ZoneId zone = ZoneId.of("Asia/Almaty");
  private Instant now = Instant.parse("2026-05-14T09:30:00Z");
  private long nanos = 1_000_000_000_000L;

  /** Both clocks move on. */
  public void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /** Only the wall clock jumps, as when somebody sets the PC's clock. */
  public void jump(Duration time) {
    now = now.plus(time);
  }

  /** The monotonic clock. */
  public long nanoTime() {
    return nanos;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return now;
  }
}
