package duken.marketplace;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.marketplace.MarketplaceOrder;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderFeed.Reading;
import duken.store.Scope;
import duken.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Finds one order: here, else after the first import, else at Kaspi by its number. */
final class OrderLookup {

  private static final Duration REPEATED_AFTER = Duration.ofSeconds(60);
  private static final Duration LAST_LOOK = Duration.ofSeconds(5);

  private final Store store;
  private final OrderFeed feed;
  private final OrderStore orders;
  private final OrderImport imports;
  private final PatientReads reads;
  private final InstantSource clock;

  OrderLookup(
      Store store,
      OrderFeed feed,
      OrderStore orders,
      OrderImport imports,
      PatientReads reads,
      InstantSource clock) {
    this.store = store;
    this.feed = feed;
    this.orders = orders;
    this.imports = imports;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * As {@link Marketplace#find}.
   *
   * @throws DomainRefusal as there
   */
  MarketplaceOrder find(Scope scope, String idOrCode, Deadline deadline) {
    if (scope.mode().isSandbox()) {
      throw DomainRefusal.of(Reason.NOT_FOUND);
    }
    Optional<MarketplaceOrder> here = known(scope.tenantId(), idOrCode);
    if (here.isEmpty()) {
      begin(scope.tenantId(), deadline.less(LAST_LOOK));
      here = known(scope.tenantId(), idOrCode);
    }
    return here.or(() -> asked(scope.tenantId(), idOrCode, deadline))
        .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
  }

  /**
   * The first import of a shop that was just connected; a shop without orders waits a while.
   *
   * @throws DomainRefusal as {@link #checked}
   */
  void begin(long tenantId, Deadline deadline) {
    boolean tried =
        imports
            .progress(tenantId)
            .filter(it -> it.startedAt().plus(REPEATED_AFTER).isAfter(clock.instant()))
            .filter(it -> it.state() == State.UNSURE || it.state() == State.DONE)
            .isPresent();
    if (!tried && imports.importedFrom(tenantId).isEmpty() && feed.isUsable(tenantId)) {
      checked(imports.recent(tenantId, true, deadline));
    }
  }

  /**
   * How an import ended, unless it failed.
   *
   * @throws DomainRefusal PROVIDER_SESSION_INVALID, PROVIDER_ERROR, PROVIDER_TIMEOUT
   */
  static ImportProgress checked(ImportProgress progress) {
    return switch (progress.state()) {
      case RUNNING, DONE, STOPPED, UNSURE -> progress;
      case SIGNED_OUT -> throw DomainRefusal.of(Reason.PROVIDER_SESSION_INVALID);
      case REFUSED -> throw DomainRefusal.of(Reason.PROVIDER_ERROR);
      case SILENT -> throw DomainRefusal.of(Reason.PROVIDER_TIMEOUT);
    };
  }

  private Optional<MarketplaceOrder> asked(long tenantId, String code, Deadline deadline) {
    if (!code.matches("[0-9]{1,30}") || !feed.isUsable(tenantId)) {
      return Optional.empty();
    }
    return OrderActions.value(
        reads.inTurn(
            tenantId,
            deadline,
            () -> {
              Reading<Optional<MarketplaceOrder>> read = feed.byCode(tenantId, code, deadline);
              return read instanceof Reading.Got<Optional<MarketplaceOrder>>(var found)
                  ? new Reading.Got<>(
                      found.map(
                          it -> orders.keep(tenantId, imports.withLines(tenantId, it, deadline))))
                  : read;
            }));
  }

  private Optional<MarketplaceOrder> known(long tenantId, String idOrCode) {
    return store.read(tx -> tx.marketplaceOrders().find(tenantId, idOrCode));
  }
}
