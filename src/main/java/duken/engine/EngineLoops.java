package duken.engine;

import duken.store.Store;
import java.time.Duration;
import java.util.List;

/** Everything in the engine that goes on by itself, begun and ended together. */
final class EngineLoops implements AutoCloseable {

  /** A question to a bank lasts no longer than the road's own limits. */
  private static final Duration LAST_QUESTIONS = Duration.ofSeconds(30);

  private static final Duration RETENTION = Duration.ofHours(1);

  private final PaymentWatcher watcher;
  private final Reconciler reconciler;
  private final SessionProbes probes;
  private final LookBack lookBack;
  private final Loop watching;
  private final List<Loop> loops;
  private final LoopHealth health = new LoopHealth();

  /**
   * @param calls whose old answers are forgotten
   */
  EngineLoops(
      Store store,
      PaymentWatcher watcher,
      ExpirySweep sweep,
      Reconciler reconciler,
      SessionProbes probes,
      LookBack lookBack,
      RepeatedCalls calls) {
    this.watcher = watcher;
    this.reconciler = reconciler;
    this.probes = probes;
    this.lookBack = lookBack;
    watching = new Loop("payment-watcher", Loop.whileOurs(store, watcher::round));
    loops =
        List.of(
            watching,
            new Loop("expiry-sweep", Loop.whileOurs(store, sweep::round)),
            new Loop("reconciler", Loop.whileOurs(store, reconciler::begin)),
            new Loop("bank-session", Loop.whileOurs(store, probes::begin)),
            new Loop("look-back", Loop.whileOurs(store, lookBack::begin)),
            new Loop("retention", () -> forget(calls)));
    loops.forEach(loop -> health.add(loop.name(), loop::state));
  }

  LoopHealth health() {
    return health;
  }

  /** Begins; waits for no bank. */
  void start() {
    watcher.onAnswer(watching::nudge);
    loops.forEach(Loop::start);
  }

  /** Ends the loops and waits for the last questions to the banks. Interrupts nobody. */
  @Override
  public void close() {
    loops.reversed().forEach(Loop::close);
    watcher.awaitQuiet(LAST_QUESTIONS);
    reconciler.awaitQuiet(LAST_QUESTIONS);
    lookBack.awaitQuiet(LAST_QUESTIONS);
    probes.awaitQuiet(LAST_QUESTIONS);
  }

  private static Duration forget(RepeatedCalls calls) {
    calls.forgetOld();
    return RETENTION;
  }
}
