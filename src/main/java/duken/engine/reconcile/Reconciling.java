package duken.engine.reconcile;

import duken.engine.poll.PaymentPoller;
import duken.engine.refund.AnomalyResolution;
import duken.engine.refund.RefundService;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.PeriodicTask;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.TokenGenerator;
import duken.engine.settlement.Settlement;
import duken.store.Store;
import duken.store.reconcile.OwnSide;
import duken.store.reconcile.Reconciliation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Everything about the bank's own list, put together. */
public final class Reconciling {

  private final Store store;
  private final PaymentPoller poller;
  private final ReconciliationReader reader;
  private final ReconciliationService service;
  private final BankLineDecisions decisions;
  private final SaleCandidates candidates;
  private final PeriodicTask reading;
  private final UnassignedPayments unassigned;

  /** What decisions are carried out with. */
  public record Money(
      Settlement settlement,
      PaymentPoller poller,
      RefundService refunds,
      AnomalyResolution anomalies,
      InvoiceLocks invoiceLocks,
      TokenGenerator tokens,
      CommitSignal commitSignal) {}

  /** Reads the lists of these providers. */
  public Reconciling(Store store, InstantSource clock, ProviderRouter providers, Money money) {
    this.store = store;
    this.poller = money.poller();
    reader = new ReconciliationReader(store, providers, clock, this::completed);
    reading = new PeriodicTask("reconciliation", PeriodicTask.whileOurs(store, reader::round));
    service = new ReconciliationService(store, providers, reader, clock, reading::nudge);
    candidates = new SaleCandidates(store);
    decisions = new BankLineDecisions(store, clock, providers, money);
    unassigned = new UnassignedPayments(store, providers, decisions, money.commitSignal(), clock);
  }

  /** Begins, stops and shows reconciliations. */
  public ReconciliationService service() {
    return service;
  }

  /** Which sales a line may belong to. */
  public SaleCandidates candidates() {
    return candidates;
  }

  /** Money that no invoice asked for. */
  public UnassignedPayments unassigned() {
    return unassigned;
  }

  /** What is said about lines. */
  public BankLineDecisions decisions() {
    return decisions;
  }

  /** Reads pages; for whoever drives the engine by hand. */
  public ReconciliationReader reader() {
    return reader;
  }

  /** What goes on by itself. */
  public List<PeriodicTask> loops() {
    return List.of(
        reading, new PeriodicTask("bank-watch", PeriodicTask.whileOurs(store, unassigned::round)));
  }

  public void awaitQuiet(Duration patience) {
    reader.awaitQuiet(patience);
    unassigned.awaitQuiet(patience);
  }

  /**
   * A sale of ours whose operation the bank lists as paid and that has no money yet is asked about.
   */
  private void completed(Reconciliation run) {
    store
        .read(
            tx ->
                tx.bankLines()
                    .named(run.scope(), run.provider(), run.span().from(), run.span().until()))
        .stream()
        .filter(it -> !it.status().hasMoney())
        .map(OwnSide.Named::invoiceId)
        .distinct()
        .forEach(poller::hint);
  }
}
