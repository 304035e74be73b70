package duken.simulator.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends when the simulator ends: nobody is interrupted. */
public final class Pause {

  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Waits this long, in real time.
   *
   * @return false when the simulator ended meanwhile
   */
  public boolean take(Duration time) {
    try {
      return !over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  /** Ends every wait, now and later. */
  public void end() {
    over.countDown();
  }
}
