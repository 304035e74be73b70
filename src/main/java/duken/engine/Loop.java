package duken.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs rounds one after the other on a thread of its own and waits in between: as long as the round
 * says, or until it is nudged. It is stopped by a word, never by an interrupt.
 */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

  /** Guards {@code nudged}, {@code stopped} and {@code running}. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final String name;
  private final Supplier<Duration> round;
  private boolean nudged;
  private boolean stopped;
  private boolean running;

  /**
   * @param name of the thread
   * @param round does one round and says how long the next one may wait
   */
  public Loop(String name, Supplier<Duration> round) {
    this.name = name;
    this.round = round;
  }

  /** Begins. Once only. */
  public void start() {
    lock.lock();
    try {
      running = true;
    } finally {
      lock.unlock();
    }
    Thread.ofPlatform().name(name).daemon(true).start(this::run);
  }

  /** Ends the waiting: something is to do. Many nudges during a round make one more round. */
  public void nudge() {
    lock.lock();
    try {
      nudged = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the present round finish, waits for it as long as a bank call may last, and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      long nanos = LONGEST_ROUND.toNanos();
      while (running && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      if (running) {
        LOG.warn("{} did not end in time", name);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the closing thread", e);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      Duration rest = Duration.ZERO;
      while (waited(rest)) {
        rest = next();
      }
    } finally {
      lock.lock();
      try {
        running = false;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private Duration next() {
    try {
      return round.get();
    } catch (RuntimeException e) {
      LOG.error("{}: a round failed", name, e);
      return AFTER_FAILURE;
    }
  }

  /** Waits; false when it is over. */
  private boolean waited(Duration rest) {
    long nanos = rest.toNanos();
    lock.lock();
    try {
      while (!nudged && !stopped && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      nudged = false;
      return !stopped;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a loop", e);
    } finally {
      lock.unlock();
    }
  }
}
