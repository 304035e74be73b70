package duken.engine.runtime;

import duken.store.Store;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs rounds one after the other on a thread of its own and waits in between: as long as the round
 * says, or until it is nudged. It is stopped by a word, never by an interrupt.
 */
public final class PeriodicTask implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);
  private static final Duration UNTIL_OURS = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

  /** Without a sign of life for so long beyond what it announced, a loop is late. */
  private static final Duration LATE = Duration.ofMinutes(2);

  /** Guards {@code nudged}, {@code stopped}, {@code running} and {@code expectedBy}. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final String name;
  private final Supplier<Duration> round;
  private final LongSupplier nanos;
  private boolean nudged;
  private boolean stopped;
  private boolean running;
  private boolean started;

  /** When the next sign of life is due at the latest, by the monotonic clock, ns. */
  private long expectedBy;

  /**
   * @param name of the thread
   * @param round does one round and says how long the next one may wait
   */
  public PeriodicTask(String name, Supplier<Duration> round) {
    this(name, round, System::nanoTime);
  }

  /**
   * @param nanos a monotonic clock
   */
  PeriodicTask(String name, Supplier<Duration> round, LongSupplier nanos) {
    this.name = name;
    this.round = round;
    this.nanos = nanos;
  }

  /** A round that an engine rests from while it has lost its database to another one. */
  public static Supplier<Duration> whileOurs(Store store, Supplier<Duration> round) {
    return () -> store.isOurs() ? round.get() : UNTIL_OURS;
  }

  /** Begins. Once only. */
  public void start() {
    lock.lock();
    try {
      running = true;
      started = true;
      expectedBy = nanos.getAsLong() + LATE.toNanos();
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

  /** How it fares; before it is started and after it was closed it is well. */
  public LoopHealth.State state() {
    lock.lock();
    try {
      if (!started || stopped) {
        return LoopHealth.State.WELL;
      }
      if (!running) {
        return LoopHealth.State.STOPPED;
      }
      return nanos.getAsLong() - expectedBy > 0 ? LoopHealth.State.LATE : LoopHealth.State.WELL;
    } finally {
      lock.unlock();
    }
  }

  public String name() {
    return name;
  }

  /** Lets the present round finish, waits for it as long as a bank call may last, and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      long left = LONGEST_ROUND.toNanos();
      while (running && left > 0) {
        left = changed.awaitNanos(left);
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
    } catch (Throwable e) {
      // An Error too: whoever waits for this loop would wait for ever.
      LOG.error("{}: a round failed", name, e);
      return AFTER_FAILURE;
    }
  }

  /** Waits; false when it is over. */
  private boolean waited(Duration rest) {
    long left = rest.toNanos();
    lock.lock();
    try {
      expectedBy = nanos.getAsLong() + left + LATE.toNanos();
      while (!nudged && !stopped && left > 0) {
        left = changed.awaitNanos(left);
      }
      nudged = false;
      expectedBy = nanos.getAsLong() + LATE.toNanos();
      return !stopped;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a loop", e);
    } finally {
      lock.unlock();
    }
  }
}
