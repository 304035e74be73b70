package duken.desktop.kit.task;

import java.util.function.LongSupplier;

/**
 * Time left by a monotonic clock. The engine says how much is left; from then on the PC's own
 * clock, which may jump, is not asked.
 */
public final class Countdown {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_PER_SECOND = 1_000;

  /** A correction smaller than this would only make the seconds stutter. */
  private static final long TOLERANCE_MILLIS = 1_500;

  private final LongSupplier nanoTime;
  private long endNanos;
  private boolean started;

  /**
   * @param nanoTime a monotonic clock in nanoseconds, {@code System::nanoTime}
   */
  public Countdown(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Sets the time left, in milliseconds; differences too small to see are ignored. */
  public void anchor(long millisLeft) {
    if (!started || Math.abs(millisLeft() - millisLeft) > TOLERANCE_MILLIS) {
      endNanos = nanoTime.getAsLong() + millisLeft * NANOS_PER_MILLI;
      started = true;
    }
  }

  /** Milliseconds left, never negative. */
  public long millisLeft() {
    return Math.max(0, (endNanos - nanoTime.getAsLong()) / NANOS_PER_MILLI);
  }

  /** Whole seconds left, rounded up: 20:00 is shown during the first second, 0:00 when over. */
  public long secondsLeft() {
    return (millisLeft() + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
  }

  /** {@code 20:00}, or {@code 23:59:59} from an hour up. */
  public String text() {
    return text(secondsLeft());
  }

  /** The same for any number of seconds. */
  public static String text(long seconds) {
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    String tail = twoDigits(seconds % 60);
    return hours > 0
        ? hours + ":" + twoDigits(minutes) + ":" + tail
        : twoDigits(minutes) + ":" + tail;
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
