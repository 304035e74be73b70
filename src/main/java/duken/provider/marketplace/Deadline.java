package duken.provider.marketplace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Until when somebody waits for Kaspi, whatever number of calls it takes. It bounds the network and
 * therefore runs by real time.
 */
public final class Deadline {

  private static final Duration NEVER = Duration.ofDays(365);

  private final long end;
  private final boolean isOpen;

  private Deadline(Duration time, boolean isOpen) {
    this.end = System.nanoTime() + time.toNanos();
    this.isOpen = isOpen;
  }

  /** Of somebody who waits so long. */
  public static Deadline in(Duration time) {
    return new Deadline(time, false);
  }

  /** Of a loop that nobody waits for. */
  public static Deadline none() {
    return new Deadline(NEVER, true);
  }

  /** Whether nobody waits. */
  public boolean isOpen() {
    return isOpen;
  }

  /** The earlier of this one and that time from now. */
  public Deadline orIn(Duration time) {
    return left().compareTo(time) <= 0 ? this : in(time);
  }

  /** This one, so much earlier: what is kept for a later step. */
  public Deadline less(Duration time) {
    return in(left().minus(time));
  }

  /** How long is left; zero or less when it is over. */
  public Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  /** Takes a lock in time; false when it could not be had. */
  public boolean take(ReentrantLock lock) {
    try {
      return lock.tryLock(Math.max(0, left().toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a call", e);
    }
  }
}
