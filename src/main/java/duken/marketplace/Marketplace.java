package duken.marketplace;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Buyer;
import duken.engine.runtime.PeriodicTask;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.OrderAction;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderMeaning;
import duken.security.SecretBox;
import duken.store.MarketplaceOrders;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders shops got on the marketplace. They are real: a training key sees none. Thread-safe;
 * calls block while Kaspi is asked.
 */
public final class Marketplace implements AutoCloseable {

  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final Logger LOG = LoggerFactory.getLogger(Marketplace.class);

  /** How long one caller waits for Kaspi; an import, as long as Kaspi answers, a while longer. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final Duration WHOLE_IMPORT = Duration.ofSeconds(50);
  private static final Duration LAST_PAGES = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Store store;
  private final OrderFeed feed;
  private final OrderStore orders;
  private final OrderImport imports;
  private final OrderLookup lookup;
  private final OrderActions actions;
  private final InstantSource clock;
  private final OrderAnomalies anomalies;
  private final Buyers buyers;
  private final PatientReads reads;
  private final OrderSchedule schedule;
  private final PeriodicTask periodicTask;
  private final Set<Long> wanted = ConcurrentHashMap.newKeySet();

  /**
   * Over this feed.
   *
   * @param box seals buyers
   * @param keepBuyers how long after an order was made its buyer is kept
   */
  public Marketplace(
      Store store, OrderFeed feed, SecretBox box, Duration keepBuyers, InstantSource clock) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
    this.buyers = new Buyers(store, box, keepBuyers, clock);
    this.reads = new PatientReads(feed, FIRST_PAUSE);
    this.orders = new OrderStore(store, buyers, clock);
    this.imports = new OrderImport(store, feed, orders, reads, clock);
    this.lookup = new OrderLookup(store, feed, orders, imports, reads, clock);
    this.actions = new OrderActions(feed, orders, reads);
    this.anomalies = new OrderAnomalies(store, clock);
    this.schedule = new OrderSchedule(store, feed, imports, buyers, clock);
    this.periodicTask = new PeriodicTask("marketplace-import", schedule::round);
  }

  /**
   * How an action ended.
   *
   * @param isConfirmed whether Kaspi has said so
   */
  public record Outcome(MarketplaceOrder order, boolean isConfirmed) {}

  /** Begins to import by itself. */
  public void start() {
    periodicTask.start();
  }

  /** Of the loop that imports. */
  public PeriodicTask periodicTask() {
    return periodicTask;
  }

  /** Lets the present page of every shop finish and ends. */
  @Override
  public void close() {
    reads.close();
    periodicTask.close();
    if (!schedule.awaitQuiet(LAST_PAGES)) {
      LOG.warn("an import did not end in time");
    }
  }

  /**
   * Orders that are here; what is older than that, and was asked for, is fetched before.
   *
   * @throws DomainRefusal PROVIDER_SESSION_INVALID, PROVIDER_ERROR, PROVIDER_TIMEOUT when it cannot
   *     be fetched
   */
  public Page<MarketplaceOrder> list(Scope scope, MarketplaceOrders.Query query) {
    if (scope.mode().isSandbox()) {
      return new Page<>(List.of(), 0, query.limit(), query.offset());
    }
    long tenantId = scope.tenantId();
    Deadline deadline = Deadline.in(WHOLE_IMPORT);
    lookup.begin(tenantId, deadline);
    if (query.from() != null && isMissing(tenantId, query.from()) && feed.isConnected(tenantId)) {
      ImportProgress progress =
          OrderLookup.checked(imports.older(tenantId, farthest(query.from()), deadline));
      if (progress.state() == State.RUNNING) {
        throw DomainRefusal.of(Reason.PROVIDER_TIMEOUT);
      }
    }
    return store.read(tx -> tx.marketplaceOrders().list(tenantId, query));
  }

  /**
   * One order, by its id or its number. One that is not here is asked for by its number.
   *
   * @throws DomainRefusal NOT_FOUND, which a Kaspi that says nothing never is:
   *     PROVIDER_SESSION_INVALID, PROVIDER_ERROR, PROVIDER_TIMEOUT
   */
  public MarketplaceOrder find(Scope scope, String idOrCode) {
    return lookup.find(scope, idOrCode, Deadline.in(ANSWER));
  }

  /**
   * Imports the last 14 days at once.
   *
   * @throws DomainRefusal PROVIDER_NOT_CONFIGURED, PROVIDER_SESSION_INVALID, PROVIDER_ERROR,
   *     PROVIDER_TIMEOUT
   */
  public ImportProgress refresh(Scope scope) {
    connected(scope);
    ImportProgress progress = imports.recent(scope.tenantId(), true, Deadline.in(WHOLE_IMPORT));
    return OrderLookup.checked(progress);
  }

  /**
   * Begins to import what is older than what is here and returns at once; {@link #progress} tells
   * how it goes.
   *
   * @throws DomainRefusal PROVIDER_NOT_CONFIGURED, PROVIDER_SESSION_INVALID
   */
  public void fetch(Scope scope, Instant from) {
    connected(scope);
    long tenantId = scope.tenantId();
    if (isMissing(tenantId, from) && wanted.add(tenantId)) {
      Thread.ofVirtual()
          .name("marketplace-fetch")
          .start(
              () -> {
                try {
                  imports.older(tenantId, farthest(from), Deadline.none());
                } finally {
                  wanted.remove(tenantId);
                }
              });
    }
  }

  /** How a shop stands; asks nobody. */
  public OrderStanding standing(Scope scope) {
    if (scope.mode().isSandbox()) {
      return new OrderStanding(false, null, null, 0, null, null, null);
    }
    long id = scope.tenantId();
    MarketplaceOrders.Tally untaken =
        store.read(tx -> tx.marketplaceOrders().tally(id, OrderMeaning.NEW));
    return new OrderStanding(
        feed.isConnected(id),
        feed.trouble(id),
        feed.shopNumber(id),
        untaken.count(),
        untaken.newestAt(),
        imports.importedFrom(id).orElse(null),
        imports.progress(id).orElse(null));
  }

  /**
   * Whom to call about an order.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such order or nobody is kept any more
   */
  public Buyer buyer(Scope scope, String idOrCode) {
    return buyers
        .of(scope.tenantId(), find(scope, idOrCode).id())
        .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
  }

  /** How the newest import goes. */
  public Optional<ImportProgress> progress(Scope scope) {
    return scope.mode().isSandbox() ? Optional.empty() : imports.progress(scope.tenantId());
  }

  /** Stops a running import after its present page. */
  public void stop(Scope scope) {
    if (!scope.mode().isSandbox()) {
      imports.stop(scope.tenantId());
    }
  }

  /**
   * Does something with an order: reads it, looks whether it can be, sends it once, compares the
   * answer and in doubt reads the order again.
   *
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when the order does not allow it, nothing
   *     was sent; PROVIDER_ERROR when Kaspi refuses; PROVIDER_SESSION_INVALID; PROVIDER_TIMEOUT
   *     when Kaspi was not reached, nothing was sent
   */
  public Outcome act(Scope scope, String idOrCode, OrderRequest request) {
    OrderAction action = request.action();
    Deadline whole = Deadline.in(ANSWER);
    MarketplaceOrder known = lookup.find(scope, idOrCode, whole);
    connected(scope);
    return actions.act(scope.tenantId(), known, action, whole);
  }

  /** Orders that were cancelled although they had been completed. */
  public OrderAnomalies anomalies() {
    return anomalies;
  }

  private boolean isMissing(long tenantId, Instant from) {
    Optional<Instant> since = imports.importedFrom(tenantId);
    return since.isEmpty() || farthest(from).isBefore(since.get());
  }

  private Instant farthest(Instant from) {
    Instant earliest = clock.instant().minus(FARTHEST);
    return from.isBefore(earliest) ? earliest : from;
  }

  private void connected(Scope scope) {
    if (scope.mode().isSandbox() || !feed.isConnected(scope.tenantId())) {
      throw DomainRefusal.of(Reason.PROVIDER_NOT_CONFIGURED);
    }
    if (!feed.isUsable(scope.tenantId())) {
      throw DomainRefusal.of(Reason.PROVIDER_SESSION_INVALID);
    }
  }
}
