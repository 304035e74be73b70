package duken.engine.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rings when something was committed that others wait for: windows that follow changes, the webhook
 * dispatcher. It carries nothing; who hears it looks into the store.
 */
public final class CommitSignal {

  /** Guards {@code strokes}; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition rung = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long strokes;

  /** Wakes everybody who waits and tells every listener. Call it after the commit. */
  public void signal() {
    lock.lock();
    try {
      strokes++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(Runnable::run);
  }

  /** How often it has rung. Remember it before you look into the store. */
  public long strokes() {
    lock.lock();
    try {
      return strokes;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it has rung more than {@code known} times, or until the patience ends.
   *
   * @return how often it has rung
   * @throws InterruptedException when the waiting thread is interrupted, which nobody of ours does
   */
  public long await(long known, Duration patience) throws InterruptedException {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (strokes <= known && nanos > 0) {
        nanos = rung.awaitNanos(nanos);
      }
      return strokes;
    } finally {
      lock.unlock();
    }
  }

  /** Tells {@code listener} at every stroke, on the ringing thread: it must return at once. */
  public void onSignal(Runnable listener) {
    listeners.add(listener);
  }
}
