package duken.marketplace;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Buyer;
import duken.engine.runtime.PeriodicTask;
import duken.marketplace.ImportProgress.State;
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
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders shops got on the marketplace. They are real: a training key sees none. Thread-safe;
 * calls block while Kaspi is asked.
 */
public final class Marketplace implements AutoCloseable {

  private static final Duration REPEATED_AFTER = Duration.ofSeconds(60);
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final Logger LOG = LoggerFactory.getLogger(Marketplace.class);
  private static final Duration LAST_PAGES = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Store store;
  private final OrderFeed feed;
  private final OrderStore orders;
  private final OrderImport imports;
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
    begin(tenantId);
    if (query.from() != null && isMissing(tenantId, query.from()) && feed.isConnected(tenantId)) {
      checked(imports.older(tenantId, farthest(query.from())));
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
    if (scope.mode().isSandbox()) {
      throw DomainRefusal.of(Reason.NOT_FOUND);
    }
    Optional<MarketplaceOrder> here = known(scope.tenantId(), idOrCode);
    if (here.isEmpty()) {
      begin(scope.tenantId());
      here = known(scope.tenantId(), idOrCode);
    }
    return here.or(() -> asked(scope.tenantId(), idOrCode))
        .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
  }

  /**
   * Imports the last 14 days at once.
   *
   * @throws DomainRefusal PROVIDER_NOT_CONFIGURED, PROVIDER_SESSION_INVALID, PROVIDER_ERROR,
   *     PROVIDER_TIMEOUT
   */
  public ImportProgress refresh(Scope scope) {
    connected(scope);
    ImportProgress progress = imports.recent(scope.tenantId(), true);
    return checked(progress);
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
                  imports.older(tenantId, farthest(from));
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
    MarketplaceOrder known = find(scope, idOrCode);
    connected(scope);
    return actions.act(scope.tenantId(), known, action);
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

  private Optional<MarketplaceOrder> asked(long tenantId, String code) {
    if (!code.matches("[0-9]{1,30}") || !feed.isUsable(tenantId)) {
      return Optional.empty();
    }
    ReentrantLock lock = feed.lock(tenantId);
    lock.lock();
    try {
      return OrderActions.value(feed.byCode(tenantId, code))
          .map(it -> orders.keep(tenantId, imports.withLines(tenantId, it)));
    } finally {
      lock.unlock();
    }
  }

  private Optional<MarketplaceOrder> known(long tenantId, String idOrCode) {
    return store.read(tx -> tx.marketplaceOrders().find(tenantId, idOrCode));
  }

  /** The first import of a shop that was just connected; a shop without orders waits a while. */
  private void begin(long tenantId) {
    boolean tried =
        imports
            .progress(tenantId)
            .filter(it -> it.startedAt().plus(REPEATED_AFTER).isAfter(clock.instant()))
            .filter(it -> it.state() == State.UNSURE || it.state() == State.DONE)
            .isPresent();
    if (!tried && imports.importedFrom(tenantId).isEmpty() && feed.isUsable(tenantId)) {
      checked(imports.recent(tenantId, true));
    }
  }

  private void connected(Scope scope) {
    if (scope.mode().isSandbox() || !feed.isConnected(scope.tenantId())) {
      throw DomainRefusal.of(Reason.PROVIDER_NOT_CONFIGURED);
    }
    if (!feed.isUsable(scope.tenantId())) {
      throw DomainRefusal.of(Reason.PROVIDER_SESSION_INVALID);
    }
  }

  private static ImportProgress checked(ImportProgress progress) {
    return switch (progress.state()) {
      case RUNNING, DONE, STOPPED, UNSURE -> progress;
      case SIGNED_OUT -> throw DomainRefusal.of(Reason.PROVIDER_SESSION_INVALID);
      case REFUSED -> throw DomainRefusal.of(Reason.PROVIDER_ERROR);
      case SILENT -> throw DomainRefusal.of(Reason.PROVIDER_TIMEOUT);
    };
  }
}
