package duken.engine;

import duken.engine.poll.ExpirySweep;
import duken.engine.poll.PaymentPoller;
import duken.engine.recovery.ClosedPaymentReconciler;
import duken.engine.recovery.CrashRecovery;
import duken.engine.recovery.SessionProbes;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.LoopHealth;
import duken.engine.runtime.PeriodicTask;
import duken.store.Store;
import java.time.Duration;
import java.util.List;

/** Everything in the engine that goes on by itself, begun and ended together. */
final class EngineLoops implements AutoCloseable {

  /** A question to a bank lasts no longer than the provider's own limits. */
  private static final Duration LAST_QUESTIONS = Duration.ofSeconds(30);

  private static final Duration RETENTION = Duration.ofHours(1);

  private final PaymentPoller poller;
  private final CrashRecovery crashRecovery;
  private final SessionProbes probes;
  private final ClosedPaymentReconciler closedPaymentReconciler;
  private final PeriodicTask watching;
  private final List<PeriodicTask> loops;
  private final LoopHealth health = new LoopHealth();

  /**
   * @param calls whose old answers are forgotten
   */
  EngineLoops(
      Store store,
      PaymentPoller poller,
      ExpirySweep sweep,
      CrashRecovery crashRecovery,
      SessionProbes probes,
      ClosedPaymentReconciler closedPaymentReconciler,
      IdempotencyService calls) {
    this.poller = poller;
    this.crashRecovery = crashRecovery;
    this.probes = probes;
    this.closedPaymentReconciler = closedPaymentReconciler;
    watching = new PeriodicTask("payment-watcher", PeriodicTask.whileOurs(store, poller::round));
    loops =
        List.of(
            watching,
            new PeriodicTask("expiry-sweep", PeriodicTask.whileOurs(store, sweep::round)),
            new PeriodicTask("reconciler", PeriodicTask.whileOurs(store, crashRecovery::begin)),
            new PeriodicTask("bank-session", PeriodicTask.whileOurs(store, probes::begin)),
            new PeriodicTask(
                "look-back", PeriodicTask.whileOurs(store, closedPaymentReconciler::begin)),
            new PeriodicTask("retention", () -> forget(calls)));
    loops.forEach(periodicTask -> health.add(periodicTask.name(), periodicTask::state));
  }

  LoopHealth health() {
    return health;
  }

  /** Begins; waits for no bank. */
  void start() {
    poller.onAnswer(watching::nudge);
    loops.forEach(PeriodicTask::start);
  }

  /** Ends the loops and waits for the last questions to the banks. Interrupts nobody. */
  @Override
  public void close() {
    loops.reversed().forEach(PeriodicTask::close);
    poller.awaitQuiet(LAST_QUESTIONS);
    crashRecovery.awaitQuiet(LAST_QUESTIONS);
    closedPaymentReconciler.awaitQuiet(LAST_QUESTIONS);
    probes.awaitQuiet(LAST_QUESTIONS);
  }

  private static Duration forget(IdempotencyService calls) {
    calls.forgetOld();
    return RETENTION;
  }
}
