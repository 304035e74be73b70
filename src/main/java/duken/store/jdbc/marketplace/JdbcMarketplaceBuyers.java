package duken.store.jdbc.marketplace;

import duken.store.MarketplaceBuyers;
import duken.store.jdbc.sql.Handle;
import java.time.Instant;
import java.util.Optional;

/** Table {@code marketplace_buyer}. */
public final class JdbcMarketplaceBuyers implements MarketplaceBuyers {

  private final Handle handle;

  /** In the transaction of this handle. */
  public JdbcMarketplaceBuyers(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void keep(long tenantId, String orderId, byte[] sealed, Instant orderedAt) {
    if (find(tenantId, orderId).isPresent()) {
      return;
    }
    handle
        .createUpdate(
            "insert into marketplace_buyer (tenant_id, order_id, sealed, ordered_at)"
                + " values (:tenant, :order, :sealed, :at)")
        .bind("tenant", tenantId)
        .bind("order", orderId)
        .bind("sealed", sealed)
        .bind("at", orderedAt)
        .execute();
  }

  @Override
  public Optional<byte[]> find(long tenantId, String orderId) {
    return handle
        .createQuery(
            "select sealed from marketplace_buyer where tenant_id = :tenant and order_id = :order")
        .bind("tenant", tenantId)
        .bind("order", orderId)
        .map(row -> row.getBytes("sealed"))
        .findOne();
  }

  @Override
  public int forget(Instant orderedBefore) {
    return handle
        .createUpdate("delete from marketplace_buyer where ordered_at < :before")
        .bind("before", orderedBefore)
        .execute();
  }
}
