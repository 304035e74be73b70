package duken.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Buyer;
import duken.security.SecretBox;
import duken.security.SecretUnreadable;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom a shop may call about an order that is not finished: sealed, and forgotten some days after
 * the order was made.
 */
final class Buyers {

  private static final Logger LOG = LoggerFactory.getLogger(Buyers.class);
  private static final String FIELD = "marketplace/buyer/";

  private final Store store;
  private final SecretBox box;
  private final Duration kept;
  private final InstantSource clock;

  /**
   * @param kept how long after the order was made
   */
  Buyers(Store store, SecretBox box, Duration kept, InstantSource clock) {
    this.store = store;
    this.box = box;
    this.kept = kept;
    this.clock = clock;
  }

  /** Keeps whom an order names, in the transaction that keeps the order. */
  void keep(Store.Tx tx, long tenantId, MarketplaceOrder order) {
    Instant made = order.facts().createdAt();
    if (order.buyer() == null || order.standing().isFinished() || !made.isAfter(oldest())) {
      return;
    }
    if (tx.marketplaceBuyers().find(tenantId, order.id()).isEmpty()) {
      byte[] sealed = box.seal(tenantId, FIELD + order.id(), text(order.buyer()));
      tx.marketplaceBuyers().keep(tenantId, order.id(), sealed, made);
    }
  }

  Optional<Buyer> of(long tenantId, String orderId) {
    return store
        .read(tx -> tx.marketplaceBuyers().find(tenantId, orderId))
        .flatMap(bytes -> open(tenantId, orderId, bytes));
  }

  /** Forgets whoever is kept long enough. */
  int forgetOld() {
    return store.write(tx -> tx.marketplaceBuyers().forget(oldest()));
  }

  private Instant oldest() {
    return clock.instant().minus(kept);
  }

  private Optional<Buyer> open(long tenantId, String orderId, byte[] sealed) {
    try {
      String[] parts = box.open(tenantId, FIELD + orderId, sealed).split("\n", -1);
      return Optional.of(new Buyer(emptyToNull(parts[0]), emptyToNull(parts[1])));
    } catch (SecretUnreadable e) {
      LOG.warn("shop {}: the buyer of an order cannot be read any more", tenantId);
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  /** The name has no line breaks: the connector has replaced them. */
  private static String text(Buyer buyer) {
    return (buyer.name() == null ? "" : buyer.name())
        + "\n"
        + (buyer.phone() == null ? "" : buyer.phone());
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
