package duken.engine;

import duken.provider.PaymentProvider;
import duken.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The engine put together: what others call, and the loops that go on by themselves. Made at rest;
 * {@link #start} recovers what was half done and begins.
 */
public final class Engine implements AutoCloseable {

  private final Bell bell = new Bell();
  private final Bell outbox = new Bell();
  private final Conversations conversations = new Conversations();
  private final Settlement settlement;
  private final Watchfulness watchfulness;
  private final PaymentWatcher watcher;
  private final ExpirySweep sweep;
  private final Reconciler reconciler;
  private final LookBack lookBack;
  private final Invoicing invoicing;
  private final Refunding refunding;
  private final AnomalyDesk anomalies;
  private final Training training;
  private final BankDesk bank;
  private final BankAccounts accounts;
  private final DeviceDecisions decisions;
  private final CallbackService callbacks;
  private final SessionProbes probes;
  private final ProviderConnections connections;
  private final ConnectAttempts attempts;
  private final EngineLoops loops;

  /** Puts the engine together. */
  public Engine(EngineParts parts) {
    Store store = parts.store();
    Roads roads = parts.roads();
    // Databases keep microseconds; what is compared after a round trip must not differ by less.
    InstantSource clock = () -> parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Names names = new Names(parts.random());
    QuestionPace pace = new QuestionPace(parts.random());
    WatchList list = new WatchList(clock);
    settlement = new Settlement(store, clock, new Announcements(parts.eventBody(), outbox), bell);
    watchfulness = new Watchfulness(list, pace, roads, clock);
    Openings openings =
        new Openings(
            store, settlement, bell, clock, names, parts.payLink(), watchfulness::answered);
    Findings findings = new Findings(store, settlement, openings, bell, clock);
    BankInquiry inquiry =
        new BankInquiry(store, roads, openings, findings, clock, watchfulness::answered);
    Questioning questioning =
        new Questioning(list, inquiry, conversations, roads, watchfulness, pace, clock);
    watcher = new PaymentWatcher(list, questioning, inquiry, conversations, roads, watchfulness);
    sweep = new ExpirySweep(store, clock, list, watcher);
    lookBack = new LookBack(store, roads, watcher, clock);
    RefundCourier courier = new RefundCourier(store, clock, roads, settlement, bell);
    reconciler = new Reconciler(store, clock, watcher, courier, conversations);
    decisions =
        new DeviceDecisions(
            store, clock, roads, settlement, findings, courier, conversations, bell);
    invoicing =
        new Invoicing(
            store,
            clock,
            watcher,
            new InvoiceCreation(
                store,
                clock,
                roads,
                openings,
                conversations,
                watcher,
                watchfulness,
                parts.phone(),
                names,
                bell,
                parts.qrLife()),
            new InvoiceCancel(store, roads, settlement, findings, conversations, watcher),
            new InvoiceSimulation(store, parts.phone(), inquiry, conversations, watcher),
            new LateSending(store, openings, conversations, watcher, bell, clock),
            new AskedWhenLookedAt(roads, clock));
    refunding = new Refunding(store, clock, roads, settlement, courier, conversations, bell);
    anomalies =
        new AnomalyDesk(store, clock, roads, courier, settlement, conversations, names, bell);
    training = new Training(store, parts.phone(), watcher);
    bank = new BankDesk(roads, watchfulness);
    connections =
        new ProviderConnections(
            store, roads.live(), roads.signIn(), roads.connectors(), watcher::resume, clock);
    attempts = new ConnectAttempts(connections);
    accounts = new BankAccounts(store, roads.signIn(), watcher::resume, clock);
    callbacks =
        new CallbackService(
            parts.verifiers(), store, roads, inquiry, settlement, conversations, bell, clock);
    probes = new SessionProbes(store, roads.signIn(), watcher::resume, bell::ring, clock);
    loops = new EngineLoops(store, watcher, sweep, reconciler, probes, lookBack, parts.calls());
    roads.all().forEach(this::listen);
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
  public Invoicing invoicing() {
    return invoicing;
  }

  /** Returns money. */
  public Refunding refunding() {
    return refunding;
  }

  /** Where somebody decides about money that behaved oddly. */
  public AnomalyDesk anomalies() {
    return anomalies;
  }

  /** The customer's phone in training. */
  public Training training() {
    return training;
  }

  /** What a shop may know of its bank. */
  public BankDesk bank() {
    return bank;
  }

  /** Where a shop's own account at the bank is connected. */
  public BankAccounts accounts() {
    return accounts;
  }

  /** What follows from the banks' own calls. */
  public CallbackService callbacks() {
    return callbacks;
  }

  /** The providers of each shop. */
  public ProviderConnections connections() {
    return connections;
  }

  /** What people say of terminals. */
  public DeviceDecisions decisions() {
    return decisions;
  }

  /** Attempts to connect a shop to a provider. */
  public ConnectAttempts attempts() {
    return attempts;
  }

  /** Whether banks answer. */
  public Watchfulness watchfulness() {
    return watchfulness;
  }

  /** Whether everything that goes on by itself still does. */
  public LoopHealth health() {
    return loops.health();
  }

  /** Rings when something was committed. */
  public Bell bell() {
    return bell;
  }

  /** Rings when a webhook was queued or is to be sent again. */
  public Bell outbox() {
    return outbox;
  }

  /** The only writer of a status. */
  Settlement settlement() {
    return settlement;
  }

  PaymentWatcher watcher() {
    return watcher;
  }

  ExpirySweep sweep() {
    return sweep;
  }

  Reconciler reconciler() {
    return reconciler;
  }

  SessionProbes probes() {
    return probes;
  }

  LookBack lookBack() {
    return lookBack;
  }

  private void listen(PaymentProvider road) {
    road.onHint(watcher::hint);
  }
}
