package duken.engine.runtime;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts work on other threads, so that an orderly end can wait for it without interrupting it. */
public final class InFlight {

  /** Guards {@code count}; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition none = lock.newCondition();
  private int count;

  public void begin() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  public void end() {
    lock.lock();
    try {
      count--;
      if (count == 0) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is under way; false when the patience ended before. */
  public boolean awaitNone(Duration patience) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (count > 0 && nanos > 0) {
        nanos = none.awaitNanos(nanos);
      }
      return count == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a waiting thread", e);
    } finally {
      lock.unlock();
    }
  }
}
