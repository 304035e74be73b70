package duken.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.provider.marketplace.OrderFeed;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps orders as they were read; the same order read twice changes nothing. */
final class OrderStore {

  private final Store store;
  private final InstantSource clock;

  OrderStore(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps what was read; returns it with what it means and with the lines that are known. */
  MarketplaceOrder keep(long tenantId, MarketplaceOrder read) {
    return keep(tenantId, read, true);
  }

  /** The same after an action that is confirmed: no doubt is left. */
  MarketplaceOrder confirm(long tenantId, MarketplaceOrder read) {
    return keep(tenantId, read, false);
  }

  private MarketplaceOrder keep(long tenantId, MarketplaceOrder read, boolean doubtStays) {
    Instant now = clock.instant();
    return store.write(
        tx -> {
          MarketplaceOrder before = tx.marketplaceOrders().lock(tenantId, read.id()).orElse(null);
          MarketplaceOrder meant = read.with(OrderFeed.meaning(read, before));
          MarketplaceOrder order =
              doubtStays && before != null && before.status().equals(read.status())
                  ? meant.doubting(
                      read.unconfirmed() == null ? before.unconfirmed() : read.unconfirmed())
                  : meant;
          if (!order.with((java.util.List<MarketplaceOrder.Line>) null).equals(before)
              || order.lines() != null) {
            tx.marketplaceOrders().put(tenantId, before, order, now);
          }
          if (OrderFeed.isOdd(read, before)) {
            tx.marketplaceOrders().anomaly(tenantId, order, now);
          }
          return tx.marketplaceOrders().find(tenantId, read.id()).orElseThrow();
        });
  }

  /** Notes that nobody knows how an action ended. */
  MarketplaceOrder doubt(long tenantId, MarketplaceOrder order, String action) {
    return keep(tenantId, order.doubting(action));
  }
}
