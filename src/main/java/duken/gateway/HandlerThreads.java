package duken.gateway;

import duken.gateway.http.Answer;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs handlers on virtual threads of our own. The HTTP server interrupts its threads when it stops
 * and when a connection is idle, and an interrupt inside H2 breaks the database for everybody; so
 * its threads only read and write sockets, and wait here (decision 0004).
 */
final class HandlerThreads {

  /** Guards the two fields below; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private int underWay;
  private boolean closing;

  /**
   * Lets a call in; {@link #leave} must follow when it was answered.
   *
   * @throws Refused SERVICE_UNAVAILABLE when the server is stopping
   */
  void enter() {
    lock.lock();
    try {
      if (closing) {
        throw Refused.tryAfter(Problem.SERVICE_UNAVAILABLE, 5);
      }
      underWay++;
    } finally {
      lock.unlock();
    }
  }

  /** The call was answered, or its client is gone. */
  void leave() {
    lock.lock();
    try {
      underWay--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs a handler and waits for its answer, however long it takes and whoever interrupts the
   * waiting thread.
   */
  static Answer run(Supplier<Answer> handler) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("gateway-handler")
        .start(
            () -> {
              try {
                answer.complete(handler.get());
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              }
            });
    return answer.join();
  }

  /** Whether no new call is taken; whoever waits for something to happen should come home. */
  boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no new call from now on. */
  void startClosing() {
    lock.lock();
    try {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until every call is answered.
   *
   * @return whether they are; if not, they are left to finish by themselves
   */
  boolean awaitQuiet(Duration patience) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (underWay > 0 && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return underWay == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException("somebody interrupted the thread that stops the server", e);
    } finally {
      lock.unlock();
    }
  }
}
