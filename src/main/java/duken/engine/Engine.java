package duken.engine;

import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankStatusService;
import duken.engine.admin.ConnectAttempts;
import duken.engine.admin.ProviderConnections;
import duken.engine.callback.CallbackService;
import duken.engine.invoice.AskedWhenLookedAt;
import duken.engine.invoice.DelayedBillSending;
import duken.engine.invoice.DeviceDecisions;
import duken.engine.invoice.InvoiceCancellation;
import duken.engine.invoice.InvoiceCreation;
import duken.engine.invoice.InvoiceService;
import duken.engine.invoice.InvoiceSimulation;
import duken.engine.invoice.SandboxControls;
import duken.engine.poll.ExpirySweep;
import duken.engine.poll.PaymentPoller;
import duken.engine.poll.PollBatch;
import duken.engine.poll.PollInterval;
import duken.engine.poll.PollQueue;
import duken.engine.poll.ProviderHealth;
import duken.engine.reconcile.Reconciling;
import duken.engine.recovery.ClosedPaymentReconciler;
import duken.engine.recovery.CrashRecovery;
import duken.engine.recovery.SessionProbes;
import duken.engine.refund.AnomalyResolution;
import duken.engine.refund.RefundExecution;
import duken.engine.refund.RefundService;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.LoopHealth;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.TokenGenerator;
import duken.engine.settlement.Settlement;
import duken.engine.settlement.WebhookOutboxWriter;
import duken.engine.sync.PaymentInitiation;
import duken.engine.sync.PaymentResultRecorder;
import duken.engine.sync.PaymentSync;
import duken.engine.sync.UnseenOpening;
import duken.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The engine put together: what others call, and the loops that go on by themselves. Made at rest;
 * {@link #start} recovers what was half done and begins.
 */
public final class Engine implements AutoCloseable {

  private final CommitSignal commitSignal = new CommitSignal();
  private final CommitSignal outbox = new CommitSignal();
  private final InvoiceLocks invoiceLocks = new InvoiceLocks();
  private final Settlement settlement;
  private final ProviderHealth providerHealth;
  private final PaymentPoller poller;
  private final InvoiceService invoiceService;
  private final RefundService refundService;
  private final AnomalyResolution anomalies;
  private final SandboxControls sandboxControls;
  private final BankAccounts accounts;
  private final DeviceDecisions decisions;
  private final CallbackService callbacks;
  private final EngineLoops.Rounds rounds;
  private final EngineLoops loops;

  /** Puts the engine together. */
  public Engine(EngineParts parts) {
    Store store = parts.store();
    ProviderRouter providers = parts.banks().providers();
    // Databases keep microseconds; what is compared after a round trip must not differ by less.
    InstantSource clock = () -> parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    TokenGenerator tokenGenerator = new TokenGenerator(parts.random());
    PollInterval pace = new PollInterval(parts.random());
    PollQueue list = new PollQueue(clock);
    settlement =
        new Settlement(
            store, clock, new WebhookOutboxWriter(parts.eventBody(), outbox), commitSignal);
    providerHealth = new ProviderHealth(list, pace, providers, clock);
    PaymentInitiation paymentInitiation =
        new PaymentInitiation(
            store,
            settlement,
            commitSignal,
            clock,
            tokenGenerator,
            parts.payLink(),
            providerHealth::answered);
    PaymentResultRecorder paymentResultRecorder =
        new PaymentResultRecorder(store, settlement, paymentInitiation, commitSignal, clock);
    PaymentSync inquiry =
        new PaymentSync(
            store,
            providers,
            paymentInitiation,
            paymentResultRecorder,
            clock,
            providerHealth::answered);
    PollBatch pollBatch =
        new PollBatch(list, inquiry, invoiceLocks, providers, providerHealth, pace, clock);
    poller = new PaymentPoller(list, pollBatch, inquiry, invoiceLocks, providers, providerHealth);
    ExpirySweep sweep = new ExpirySweep(store, clock, list, poller);
    ClosedPaymentReconciler closedPaymentReconciler =
        new ClosedPaymentReconciler(store, providers, poller, clock);
    RefundExecution courier =
        new RefundExecution(store, clock, providers, settlement, commitSignal);
    CrashRecovery crashRecovery = new CrashRecovery(store, clock, poller, courier, invoiceLocks);
    decisions =
        new DeviceDecisions(
            store,
            clock,
            providers,
            settlement,
            paymentResultRecorder,
            courier,
            invoiceLocks,
            commitSignal,
            poller,
            providerHealth);
    invoiceService =
        new InvoiceService(
            store,
            clock,
            poller,
            new InvoiceCreation(
                store,
                clock,
                providers,
                paymentInitiation,
                new UnseenOpening(
                    store, settlement, commitSignal, paymentInitiation, providerHealth::answered),
                invoiceLocks,
                poller,
                providerHealth,
                parts.banks().phone(),
                tokenGenerator,
                commitSignal,
                parts.qrLife()),
            new InvoiceCancellation(
                store, providers, settlement, paymentResultRecorder, invoiceLocks, poller),
            new InvoiceSimulation(store, parts.banks().phone(), inquiry, invoiceLocks, poller),
            new DelayedBillSending(
                store, paymentInitiation, invoiceLocks, poller, commitSignal, clock),
            new AskedWhenLookedAt(providers, clock));
    refundService =
        new RefundService(store, clock, providers, settlement, courier, invoiceLocks, commitSignal);
    anomalies =
        new AnomalyResolution(
            store,
            clock,
            providers,
            courier,
            settlement,
            invoiceLocks,
            tokenGenerator,
            commitSignal);
    sandboxControls = new SandboxControls(store, parts.banks().phone(), poller);
    accounts = BankAccounts.of(store, providers, providerHealth, poller, clock);
    callbacks =
        new CallbackService(
            parts.banks().verifiers(),
            store,
            providers,
            inquiry,
            settlement,
            invoiceLocks,
            commitSignal,
            clock);
    SessionProbes probes =
        new SessionProbes(store, providers.signIn(), poller::resume, commitSignal::signal, clock);
    Reconciling reconciling =
        new Reconciling(
            store,
            clock,
            providers,
            new Reconciling.Money(
                settlement,
                poller,
                refundService,
                anomalies,
                invoiceLocks,
                tokenGenerator,
                commitSignal));
    rounds =
        new EngineLoops.Rounds(
            poller, sweep, crashRecovery, probes, closedPaymentReconciler, reconciling);
    loops = new EngineLoops(rounds, store, parts.calls());
    providers.all().forEach(provider -> provider.onHint(poller::hint));
  }

  /** Begins: the first round of the reconciler recovers what was half done. Waits for no bank. */
  public void start() {
    loops.start();
  }

  /** Ends the loops and waits for the last questions to the banks. Interrupts nobody. */
  @Override
  public void close() {
    loops.close();
  }

  /** Creates, reads, checks and cancels invoices. */
  public InvoiceService invoiceService() {
    return invoiceService;
  }

  public RefundService refundService() {
    return refundService;
  }

  /** Where somebody decides about money that behaved oddly. */
  public AnomalyResolution anomalies() {
    return anomalies;
  }

  /** The customer's phone in training. */
  public SandboxControls sandboxControls() {
    return sandboxControls;
  }

  /** What a shop may know of its bank. */
  public BankStatusService bank() {
    return accounts.bank();
  }

  /** Where a shop's own account at the bank is connected. */
  public BankConnectionService accounts() {
    return accounts.signIn();
  }

  /** What follows from the banks' own calls. */
  public CallbackService callbacks() {
    return callbacks;
  }

  public ProviderConnections connections() {
    return accounts.connections();
  }

  /** What people say of terminals. */
  public DeviceDecisions decisions() {
    return decisions;
  }

  /** The bank's own list beside our books. */
  public Reconciling reconciling() {
    return rounds.reconciling();
  }

  /** Attempts to connect a shop to a provider. */
  public ConnectAttempts attempts() {
    return accounts.attempts();
  }

  public ProviderHealth providerHealth() {
    return providerHealth;
  }

  /** Whether everything that goes on by itself still does. */
  public LoopHealth health() {
    return loops.health();
  }

  /** Rings when something was committed. */
  public CommitSignal commitSignal() {
    return commitSignal;
  }

  /** Rings when a webhook was queued or is to be sent again. */
  public CommitSignal outbox() {
    return outbox;
  }

  /** The only writer of a status. */
  public Settlement settlement() {
    return settlement;
  }

  public PaymentPoller poller() {
    return poller;
  }

  ExpirySweep sweep() {
    return rounds.sweep();
  }

  CrashRecovery crashRecovery() {
    return rounds.crashRecovery();
  }

  public SessionProbes probes() {
    return rounds.probes();
  }

  ClosedPaymentReconciler closedPaymentReconciler() {
    return rounds.closedPaymentReconciler();
  }
}
