package duken.gateway.server;

import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests that are being answered, so that the server can end after the last. */
final class RequestsInFlight {

  /** Guards the two fields below; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private int count;
  private boolean closing;

  /**
   * Lets a request in; {@link #leave} must follow when it was answered.
   *
   * @throws HttpRefusal SERVICE_UNAVAILABLE when the server is stopping
   */
  void enter() {
    lock.lock();
    try {
      if (closing) {
        throw HttpRefusal.tryAfter(Problem.SERVICE_UNAVAILABLE, 5);
      }
      count++;
    } finally {
      lock.unlock();
    }
  }

  /** The request was answered, or its client is gone. */
  void leave() {
    lock.lock();
    try {
      count--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no new request is taken. */
  boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no new request from now on. */
  void startClosing() {
    lock.lock();
    try {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until every request is answered.
   *
   * @return whether they are; if not, they are left to finish by themselves
   */
  boolean awaitNone(Duration patience) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (count > 0 && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return count == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException("somebody interrupted the thread that stops the server", e);
    } finally {
      lock.unlock();
    }
  }
}
