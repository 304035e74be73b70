package duken.webhook;

import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import duken.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: per invoice first in, first out; invoices beside each other; a failed one
 * again by its schedule (gateway contract, section 15). Everything it knows is in the store, so a
 * restart goes on where a crash broke off; an attempt whose outcome was not written is made again.
 */
public final class WebhookDispatcher implements AutoCloseable {

  /** How many calls of one shop run at once unless a setting says otherwise; measured best. */
  public static final int IN_FLIGHT = 8;

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  /** So many shops may hang before one of them makes another wait. */
  private static final int SHOPS_AT_ONCE = 8;

  /** The longest sleep: a clock that was set back must not delay a retry for hours. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  /**
   * How long it is believed that only shops with all their calls under way have something due.
   * Looking past a long queue of theirs costs milliseconds, too much after every single call.
   */
  private static final Duration BELIEF = Duration.ofMillis(200);

  private final Store store;
  private final DeliveryAttempt deliveryAttempt;
  private final InstantSource clock;
  private final Executor attempts;
  private final DeliverySlots deliverySlots;

  /** One round at a time. Held while rows are read and attempts begun, never while one runs. */
  private final ReentrantLock rounds = new ReentrantLock();

  private final Semaphore rung = new Semaphore(0);
  private volatile boolean news = true;
  private volatile boolean stopping;

  /** Whether the newest round relied on the belief. */
  private volatile boolean unsure;

  /** By the monotonic clock, ns. Guarded by {@code rounds}. */
  private long othersLookedForAt;

  private volatile Thread loop;

  /** When the loop last showed that it lives, by the monotonic clock, ns. */
  private volatile long signOfLife;

  /**
   * @param inFlight how many calls of one shop run at once, {@link #IN_FLIGHT} by default
   * @param attempts runs attempts; they block
   */
  public WebhookDispatcher(
      Store store,
      Secrets secrets,
      WebhookSender sender,
      RetrySchedule schedule,
      InstantSource clock,
      int inFlight,
      Executor attempts) {
    this.store = store;
    this.deliveryAttempt = new DeliveryAttempt(store, secrets, sender, schedule, clock);
    this.clock = clock;
    this.attempts = attempts;
    this.deliverySlots = new DeliverySlots(inFlight, inFlight * SHOPS_AT_ONCE);
  }

  /** The same with each attempt on a virtual thread of its own. */
  public WebhookDispatcher(
      Store store,
      Secrets secrets,
      WebhookSender sender,
      RetrySchedule schedule,
      InstantSource clock,
      int inFlight) {
    this(
        store,
        secrets,
        sender,
        schedule,
        clock,
        inFlight,
        task -> Thread.ofVirtual().name("webhook attempt").start(task));
  }

  /** Begins its own rounds, on a thread of its own. */
  public synchronized void start() {
    signOfLife = System.nanoTime();
    loop = Thread.ofPlatform().daemon().name("webhook dispatcher").start(this::run);
  }

  /** Whether its own rounds go on; true before they are begun and after they were ended. */
  public boolean isRunning() {
    Thread thread = loop;
    return thread == null || stopping || thread.isAlive();
  }

  /** How long its own rounds have shown no sign of life; zero while none are expected. */
  public Duration quiet() {
    return loop == null || stopping
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - signOfLife);
  }

  /** Something was queued or asked for: look now. Returns at once. */
  public void ring() {
    news = true;
    rung.release();
  }

  /**
   * One round: begins every attempt that is due and may begin.
   *
   * @return how many
   * @throws StoreUnavailable when the outbox cannot be read
   */
  public int round() {
    rounds.lock();
    try {
      boolean mustLook = news || System.nanoTime() - othersLookedForAt > BELIEF.toNanos();
      news = false;
      unsure = false;
      int begun = 0;
      while (true) {
        List<Scope> full = deliverySlots.full();
        if (begun > 0 && !full.isEmpty() && !mustLook) {
          unsure = true;
          return begun;
        }
        int now = begin(due(full));
        if (now == 0) {
          othersLookedForAt = System.nanoTime();
          return begun;
        }
        begun += now;
      }
    } finally {
      rounds.unlock();
    }
  }

  /**
   * Ends the rounds and waits for running attempts, which end by their own time limit. Interrupts
   * nobody. What did not begin stays in the outbox.
   */
  @Override
  public synchronized void close() {
    stopping = true;
    ring();
    try {
      if (loop != null) {
        loop.join();
      }
      if (!deliverySlots.awaitIdle(WebhookSender.TIME_LIMIT.plus(AFTER_TROUBLE))) {
        LOG.warn("a webhook attempt did not end in time; it is made again after the next start");
      }
    } catch (InterruptedException e) {
      LOG.warn("interrupted while webhook attempts were ending", e);
    }
  }

  private List<Delivery> due(List<Scope> full) {
    int left = deliverySlots.left();
    if (left == 0 || stopping) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Long> busy = deliverySlots.busy(now);
    return store.read(tx -> tx.outbox().due(now, busy, full, left));
  }

  private int begin(List<Delivery> due) {
    int begun = 0;
    for (Delivery delivery : due) {
      if (deliverySlots.take(delivery.message().invoiceId(), delivery.message().scope())) {
        begun++;
        attempts.execute(() -> make(delivery));
      }
    }
    return begun;
  }

  private void make(Delivery delivery) {
    try {
      deliveryAttempt.make(delivery);
    } catch (StoreUnavailable e) {
      LOG.warn("the outcome of webhook {} could not be kept", delivery.id(), e);
      deliverySlots.hold(delivery.message().invoiceId(), clock.instant().plus(AFTER_TROUBLE));
    } catch (Throwable e) {
      LOG.error("webhook {} could not be attempted", delivery.id(), e);
      deliverySlots.hold(delivery.message().invoiceId(), clock.instant().plus(AFTER_TROUBLE));
    } finally {
      deliverySlots.free(delivery.message().invoiceId(), delivery.message().scope());
      rung.release();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        Duration wait = roundThenWait();
        rung.tryAcquire(Math.max(0, wait.toMillis()) + 1, TimeUnit.MILLISECONDS);
        rung.drainPermits();
      }
    } catch (InterruptedException e) {
      LOG.error("the webhook dispatcher was interrupted and has ended", e);
    }
  }

  private Duration roundThenWait() {
    signOfLife = System.nanoTime();
    try {
      Instant before = clock.instant();
      round();
      Optional<Instant> due = store.read(tx -> tx.outbox().nextDue(before));
      return Stream.of(due, deliverySlots.nextRelease(before))
          .flatMap(Optional::stream)
          .map(time -> Duration.between(clock.instant(), time))
          .reduce(
              unsure ? BELIEF : LONGEST_WAIT,
              (one, other) -> one.compareTo(other) < 0 ? one : other);
    } catch (Throwable e) {
      LOG.warn("the outbox cannot be read", e);
      return AFTER_TROUBLE;
    }
  }
}
