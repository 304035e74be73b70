package duken.store.jdbc;

import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Update;
import java.math.BigDecimal;
import java.util.List;

/** Table {@code marketplace_order_line}. */
final class MarketplaceLines {

  private final Handle handle;

  MarketplaceLines(Handle handle) {
    this.handle = handle;
  }

  List<Line> of(long tenantId, String orderId) {
    return handle
        .createQuery(
            "select * from marketplace_order_line where tenant_id = :tenant and order_id = :id"
                + " order by place")
        .bind("tenant", tenantId)
        .bind("id", orderId)
        .map(
            row ->
                new Line(
                    row.getString("sku"),
                    row.getString("name"),
                    new BigDecimal(row.getString("quantity")),
                    row.getLong("price"),
                    row.getLong("total")))
        .list();
  }

  void replace(long tenantId, String orderId, List<Line> lines) {
    if (of(tenantId, orderId).equals(lines)) {
      return;
    }
    handle
        .createUpdate(
            "delete from marketplace_order_line where tenant_id = :tenant and order_id = :id")
        .bind("tenant", tenantId)
        .bind("id", orderId)
        .execute();
    Update insert =
        handle.createUpdate(
            "insert into marketplace_order_line"
                + " (tenant_id, order_id, place, sku, name, quantity, price, total)"
                + " values (:tenant, :id, :place, :sku, :name, :quantity, :price, :total)");
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      insert
          .bind("tenant", tenantId)
          .bind("id", orderId)
          .bind("place", i)
          .bind("sku", line.sku())
          .bind("name", line.name())
          .bind("quantity", line.quantity().toPlainString())
          .bind("price", line.price())
          .bind("total", line.total())
          .add();
    }
    if (!lines.isEmpty()) {
      insert.executeBatch();
    }
  }
}
