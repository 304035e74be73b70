package duken.desktop.shell;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.kit.task.FxThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the engine in rounds what changed and tells the {@link EngineFeed}. One virtual thread; a
 * round waits inside the engine (long poll), so a payment shows at once. Stops by a latch.
 */
public final class EnginePoller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EnginePoller.class);
  private static final int WAIT_SECONDS = 5;

  /**
   * A change can slip past those who follow changes by a growing number, when two are written at
   * once and the later one is seen first. So what is open is compared as a whole now and then.
   */
  private static final int ROUNDS_TO_COMPARE = 3;

  private static final Duration BREATH = Duration.ofMillis(50);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final EngineApi engine;
  private final EngineFeed feed;
  private final FxThread fx;
  private final int waitSeconds;
  private final CountDownLatch stop = new CountDownLatch(1);

  private boolean connected;
  private int done;
  private long cursor = -1;
  private Duration pause = FIRST_PAUSE;

  /** A poller at rest, see {@link #start}. */
  public EnginePoller(EngineApi engine, EngineFeed feed, FxThread fx) {
    this(engine, feed, fx, WAIT_SECONDS);
  }

  EnginePoller(EngineApi engine, EngineFeed feed, FxThread fx, int waitSeconds) {
    this.engine = engine;
    this.feed = feed;
    this.fx = fx;
    this.waitSeconds = waitSeconds;
  }

  /** Begins to ask on a virtual thread of its own. */
  public void start() {
    Thread.ofVirtual().name("engine-poller").start(this::rounds);
  }

  /** Stops after the round that is under way; returns at once. */
  @Override
  public void close() {
    stop.countDown();
  }

  /** One round; answers how long to rest before the next. Called by one thread at a time. */
  Duration round() {
    try {
      if (!connected) {
        greet();
      }
      DeskJson.Changes changes = engine.changes(cursor, waitSeconds);
      cursor = changes.cursor();
      DeskJson.State state = engine.state();
      fx.run(
          () -> {
            feed.stateTold(state);
            changes.sales().forEach(feed::saleChanged);
          });
      if (++done % ROUNDS_TO_COMPARE == 0) {
        List<DeskJson.Sale> open = engine.till().openSales();
        fx.run(() -> feed.openTold(open));
      }
      return BREATH;
    } catch (EngineUnreachable _) {
      fx.run(feed::lost);
    } catch (EngineProblem problem) {
      fx.run(
          switch (problem.httpStatus()) {
            case UNAUTHORIZED -> feed::refused;
            case FORBIDDEN -> () -> feed.forbidden(problem.getMessage());
            default -> feed::lost;
          });
    } catch (RuntimeException unforeseen) {
      LOG.error("asking the engine failed: {}", unforeseen.getClass().getName());
      LOG.debug("its trace", unforeseen);
      fx.run(feed::lost);
    }
    connected = false;
    Duration rest = pause;
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    return rest;
  }

  private void greet() {
    DeskJson.State state = engine.state();
    if (cursor < 0 || cursor > state.engine().cursor()) {
      cursor = state.engine().cursor();
    }
    connected = true;
    pause = FIRST_PAUSE;
    fx.run(() -> feed.returned(state));
  }

  private void rounds() {
    try {
      Duration rest;
      do {
        rest = round();
      } while (!stop.await(rest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      LOG.warn("somebody interrupted the poller; nobody should");
    }
  }
}
