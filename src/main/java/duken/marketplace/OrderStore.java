package duken.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Standing;
import duken.provider.marketplace.OrderMeaning;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps orders as they were read; the same order read twice changes nothing. */
final class OrderStore {

  private final Store store;
  private final Buyers buyers;
  private final InstantSource clock;

  OrderStore(Store store, Buyers buyers, InstantSource clock) {
    this.store = store;
    this.buyers = buyers;
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

  /** Notes that nobody knows how an action ended. */
  MarketplaceOrder doubt(long tenantId, MarketplaceOrder order, String action) {
    return keep(tenantId, order.with(order.standing().doubting(action)));
  }

  private MarketplaceOrder keep(long tenantId, MarketplaceOrder read, boolean doubtStays) {
    Instant now = clock.instant();
    return store.write(
        tx -> {
          MarketplaceOrder before = tx.marketplaceOrders().lock(tenantId, read.id()).orElse(null);
          Standing standing = read.standing().meaning(OrderMeaning.meaning(read, before));
          MarketplaceOrder order =
              read.with(doubtStays ? stillDoubting(standing, before) : standing);
          if (order.lines() != null || isNews(order, before)) {
            tx.marketplaceOrders().put(tenantId, before, order, now);
          }
          if (OrderMeaning.isOdd(read, before)) {
            tx.marketplaceOrders().anomaly(tenantId, order, now);
          }
          buyers.keep(tx, tenantId, order);
          return tx.marketplaceOrders().find(tenantId, read.id()).orElseThrow();
        });
  }

  private static Standing stillDoubting(Standing standing, MarketplaceOrder before) {
    boolean stays =
        before != null
            && standing.unconfirmed() == null
            && before.status().equals(standing.status());
    return stays ? standing.doubting(before.standing().unconfirmed()) : standing;
  }

  private static boolean isNews(MarketplaceOrder order, MarketplaceOrder before) {
    return before == null
        || !order.standing().equals(before.standing())
        || !order.facts().equals(before.facts())
        || !order.code().equals(before.code());
  }
}
