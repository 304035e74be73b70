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
   * Runs a handler and waits for its answer, however long it takes and whoever interrupts the
   * waiting thread.
   *
   * @throws Refused SERVICE_UNAVAILABLE when the server is stopping
   */
  Answer run(Supplier<Answer> handler) {
    enter();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("gateway-handler")
        .start(
            () -> {
              try {
                answer.complete(handler.get());
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              } finally {
                leave();
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
   * Waits until every handler is done.
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

  private void enter() {
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

  private void leave() {
    lock.lock();
    try {
      underWay--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
