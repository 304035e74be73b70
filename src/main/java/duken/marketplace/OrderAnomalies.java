package duken.marketplace;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.store.MarketplaceOrders.OrderAnomaly;
import duken.store.Scope;
import duken.store.Store;
import java.time.InstantSource;
import java.util.List;

/** Orders that were cancelled although they had been completed: for a person to look at. */
public final class OrderAnomalies {

  private final Store store;
  private final InstantSource clock;

  OrderAnomalies(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Those nobody has seen, oldest first. */
  public List<OrderAnomaly> open(Scope scope, int limit) {
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
}
