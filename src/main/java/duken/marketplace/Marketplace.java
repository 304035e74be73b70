package duken.marketplace;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.tenant.Tenant;
import duken.engine.runtime.PeriodicTask;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.OrderAction;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderFeed.Reading;
import duken.store.MarketplaceOrders;
import duken.store.MarketplaceOrders.OrderAnomaly;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders shops got on the marketplace. They are real: a training key sees none. Thread-safe;
 * calls block while Kaspi is asked.
 */
public final class Marketplace implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Marketplace.class);
  private static final Duration OPEN_EVERY = Duration.ofSeconds(60);
  private static final Duration ALL_EVERY = Duration.ofMinutes(15);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Store store;
  private final OrderFeed feed;
  private final OrderStore orders;
  private final OrderImport imports;
  private final OrderActions actions;
  private final InstantSource clock;
  private final PeriodicTask periodicTask = new PeriodicTask("marketplace-import", this::round);
  private final Map<Long, Instant> openDue = new ConcurrentHashMap<>();
  private final Map<Long, Instant> allDue = new ConcurrentHashMap<>();

  /** Over this feed. */
  public Marketplace(Store store, OrderFeed feed, InstantSource clock) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
    this.orders = new OrderStore(store, clock);
    this.imports = new OrderImport(store, feed, orders, clock, FIRST_PAUSE);
    this.actions = new OrderActions(feed, orders, imports);
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

  /** Lets the present page finish and ends. */
  @Override
  public void close() {
    imports.close();
    periodicTask.close();
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
    Optional<Instant> since = imports.importedFrom(tenantId);
    Instant earliest = clock.instant().minus(FARTHEST);
    Instant from =
        query.from() != null && query.from().isBefore(earliest) ? earliest : query.from();
    boolean missing = from != null && (since.isEmpty() || from.isBefore(since.get()));
    if (missing && feed.isConnected(tenantId)) {
      checked(imports.older(tenantId, from));
    }
    return store.read(tx -> tx.marketplaceOrders().list(tenantId, query));
  }

  /**
   * One order, by its id or its number. One that is not here is asked for by its number.
   *
   * @throws DomainRefusal NOT_FOUND
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
  public List<OrderAnomaly> anomalies(Scope scope, int limit) {
    return scope.mode().isSandbox()
        ? List.of()
        : store.read(tx -> tx.marketplaceOrders().anomalies(scope.tenantId(), limit));
  }

  /**
   * Notes that a person has seen it.
   *
   * @throws DomainRefusal NOT_FOUND when there is none that is open
   */
  public void acknowledge(Scope scope, long anomalyId, String by) {
    boolean done =
        !scope.mode().isSandbox()
            && store.write(
                tx ->
                    tx.marketplaceOrders()
                        .resolve(scope.tenantId(), anomalyId, by, clock.instant()));
    if (!done) {
      throw DomainRefusal.of(Reason.NOT_FOUND);
    }
  }

  private Optional<MarketplaceOrder> asked(long tenantId, String code) {
    if (!code.matches("[0-9]{1,30}") || !feed.isUsable(tenantId)) {
      return Optional.empty();
    }
    ReentrantLock lock = feed.lock(tenantId);
    lock.lock();
    try {
      return feed.byCode(tenantId, code)
              instanceof Reading.Got<Optional<MarketplaceOrder>>(Optional<MarketplaceOrder> found)
          ? found.map(it -> orders.keep(tenantId, imports.withLines(tenantId, it)))
          : Optional.empty();
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
            .filter(it -> it.startedAt().plus(OPEN_EVERY).isAfter(clock.instant()))
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

  private Duration round() {
    Instant now = clock.instant();
    for (Tenant tenant : store.read(tx -> tx.tenants().all())) {
      long id = tenant.id();
      boolean all = !allDue.getOrDefault(id, Instant.MIN).isAfter(now);
      boolean open = !openDue.getOrDefault(id, Instant.MIN).isAfter(now);
      if ((all || open) && feed.isUsable(id)) {
        ImportProgress progress = imports.recent(id, all);
        openDue.put(id, now.plus(OPEN_EVERY));
        if (all && (progress.state() == State.DONE || progress.state() == State.UNSURE)) {
          allDue.put(id, now.plus(ALL_EVERY));
        }
        LOG.info("shop {}: orders imported, {} {}", id, progress.seen(), progress.state().wire());
      }
    }
    return REST;
  }
}
