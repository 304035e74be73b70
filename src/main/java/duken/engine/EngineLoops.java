package duken.engine;

import duken.engine.poll.ExpirySweep;
import duken.engine.poll.PaymentPoller;
import duken.engine.reconcile.Reconciling;
import duken.engine.recovery.ClosedPaymentReconciler;
import duken.engine.recovery.CrashRecovery;
import duken.engine.recovery.SessionProbes;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.LoopHealth;
import duken.engine.runtime.PeriodicTask;
import duken.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything in the engine that goes on by itself, begun and ended together. */
final class EngineLoops implements AutoCloseable {

  /** A question to a bank lasts no longer than the provider's own limits. */
  private static final Duration LAST_QUESTIONS = Duration.ofSeconds(30);

  private static final Duration RETENTION = Duration.ofHours(1);

  private final Rounds rounds;
  private final PeriodicTask watching;
  private final List<PeriodicTask> loops;
  private final LoopHealth health = new LoopHealth();

  /** What is done in rounds. */
  record Rounds(
      PaymentPoller poller,
      ExpirySweep sweep,
      CrashRecovery crashRecovery,
      SessionProbes probes,
      ClosedPaymentReconciler closedPaymentReconciler,
      Reconciling reconciling) {}

  /**
   * @param calls whose old answers are forgotten
   */
  EngineLoops(Rounds rounds, Store store, IdempotencyService calls) {
    this.rounds = rounds;
    PaymentPoller poller = rounds.poller();
    watching = new PeriodicTask("payment-watcher", PeriodicTask.whileOurs(store, poller::round));
    loops = new ArrayList<>(rounds.reconciling().loops());
    loops.addAll(
        List.of(
            watching,
            new PeriodicTask("expiry-sweep", PeriodicTask.whileOurs(store, rounds.sweep()::round)),
            new PeriodicTask(
                "reconciler", PeriodicTask.whileOurs(store, rounds.crashRecovery()::begin)),
            new PeriodicTask("bank-session", PeriodicTask.whileOurs(store, rounds.probes()::begin)),
            new PeriodicTask(
                "look-back",
                PeriodicTask.whileOurs(store, rounds.closedPaymentReconciler()::begin)),
            new PeriodicTask("retention", () -> forget(calls))));
    loops.forEach(periodicTask -> health.add(periodicTask.name(), periodicTask::state));
  }

  LoopHealth health() {
    return health;
  }

  /** Begins; waits for no bank. */
  void start() {
    rounds.poller().onAnswer(watching::nudge);
    loops.forEach(PeriodicTask::start);
  }

  /** Ends the loops and waits for the last questions to the banks. Interrupts nobody. */
  @Override
  public void close() {
    loops.reversed().forEach(PeriodicTask::close);
    rounds.reconciling().awaitQuiet(LAST_QUESTIONS);
    rounds.poller().awaitQuiet(LAST_QUESTIONS);
    rounds.crashRecovery().awaitQuiet(LAST_QUESTIONS);
    rounds.closedPaymentReconciler().awaitQuiet(LAST_QUESTIONS);
    rounds.probes().awaitQuiet(LAST_QUESTIONS);
  }

  private static Duration forget(IdempotencyService calls) {
    calls.forgetOld();
    return RETENTION;
  }
}
