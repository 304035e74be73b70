package duken.engine;

import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.provider.CallbackVerifier;
import duken.provider.PaymentProvider;
import duken.provider.PracticePhone;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The engine put together: what others call, and the loops that go on by themselves. Made at rest;
 * {@link #start} recovers what was half done and begins.
 */
public final class Engine implements AutoCloseable {

  /** A question to a bank lasts no longer than the road's own limits. */
  private static final Duration LAST_QUESTIONS = Duration.ofSeconds(30);

  private static final Duration RETENTION = Duration.ofHours(1);

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
  private final List<Loop> loops;
  private final LoopHealth health = new LoopHealth();
  private final Loop watching;

  /**
   * What the engine is made of.
   *
   * @param roads sandbox and live
   * @param phone of the practice bank's customer
   * @param eventBody makes a webhook's exact text of an invoice and the event's time
   * @param payLink makes a pay page's address of its token
   * @param calls whose old answers are forgotten
   * @param random a secure one
   * @param verifiers of the banks that call, by the name of their road
   * @param qrLife how long a QR invoice may be paid
   */
  public record Parts(
      Store store,
      InstantSource clock,
      Roads roads,
      PracticePhone phone,
      BiFunction<Invoice, Instant, String> eventBody,
      UnaryOperator<String> payLink,
      RepeatedCalls calls,
      RandomGenerator random,
      Map<String, CallbackVerifier> verifiers,
      Duration qrLife) {

    /** An engine whose banks do not call. */
    public Parts(
        Store store,
        InstantSource clock,
        Roads roads,
        PracticePhone phone,
        BiFunction<Invoice, Instant, String> eventBody,
        UnaryOperator<String> payLink,
        RepeatedCalls calls,
        RandomGenerator random) {
      this(
          store,
          clock,
          roads,
          phone,
          eventBody,
          payLink,
          calls,
          random,
          Map.of(),
          PaymentKind.QR.life());
    }
  }

  /** Puts the engine together. */
  public Engine(Parts parts) {
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
    watching = new Loop("payment-watcher", Loop.whileOurs(store, watcher::round));
    loops =
        List.of(
            watching,
            new Loop("expiry-sweep", Loop.whileOurs(store, sweep::round)),
            new Loop("reconciler", Loop.whileOurs(store, reconciler::begin)),
            new Loop("bank-session", Loop.whileOurs(store, probes::begin)),
            new Loop("look-back", Loop.whileOurs(store, lookBack::begin)),
            new Loop("retention", () -> forget(parts.calls())));
    loops.forEach(loop -> health.add(loop.name(), loop::state));
    roads.all().forEach(this::listen);
  }

  /** Begins: the first round of the reconciler recovers what was half done. Waits for no bank. */
  public void start() {
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
    return health;
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

  private static Duration forget(RepeatedCalls calls) {
    calls.forgetOld();
    return RETENTION;
  }
}
