package duken.marketplace;

import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderFeed.Reading;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Asks again while Kaspi is busy or silent, and one question at a time for a shop. */
final class PatientReads {

  private static final int TRIES = 4;

  private final OrderFeed feed;
  private final Duration firstPause;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param firstPause before a question is repeated; each further one is twice as long
   */
  PatientReads(OrderFeed feed, Duration firstPause) {
    this.feed = feed;
    this.firstPause = firstPause;
  }

  /**
   * Asks up to four times, with longer and longer pauses. Whoever waits for it is told of a silent
   * Kaspi after one attempt.
   */
  <T> Reading<T> patiently(Deadline deadline, Supplier<Reading<T>> question) {
    Duration pause = firstPause;
    Reading<T> answer = question.get();
    for (int tries = 1; tries < TRIES && isWorthAnother(answer, deadline, pause); tries++) {
      if (isClosedAfter(pause)) {
        return answer;
      }
      pause = pause.multipliedBy(2);
      answer = question.get();
    }
    return answer;
  }

  /** Asks a question that nothing else of the shop comes between. */
  <T> Reading<T> inTurn(long tenantId, Deadline deadline, Supplier<Reading<T>> work) {
    ReentrantLock lock = feed.lock(tenantId);
    if (!deadline.take(lock)) {
      return new Reading.Later<>(true);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the program ends. */
  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Ends every wait between tries. */
  void close() {
    closing.countDown();
  }

  private static boolean isWorthAnother(Reading<?> answer, Deadline deadline, Duration pause) {
    return answer instanceof Reading.Later<?>(boolean silent)
        && (deadline.isOpen() || (!silent && deadline.left().compareTo(pause) > 0));
  }

  private boolean isClosedAfter(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts an import", e);
    }
  }
}
