package duken.store.jdbc.row;

import duken.domain.Refund;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class RefundLines {

  private static final LineTable TABLE = new LineTable("refund");

  private final Handle handle;

  public RefundLines(Handle handle) {
    this.handle = handle;
  }

  /** Stores the lines; the results have their ids. */
  public List<Refund.Line> insert(long refundId, List<Refund.Line> lines) {
    List<Refund.Line> stored = new ArrayList<>(lines.size());
    for (Refund.Line line : lines) {
      long id =
          handle
              .createUpdate(
                  """
                  insert into refund_line (refund_id, invoice_line_id, catalog_item_id, name, price,
                    quantity, amount)
                  values (:refund, :invoiceLine, :item, :name, :price, :quantity, :amount)
                  """)
              .bind("refund", refundId)
              .bind("invoiceLine", line.invoiceItemId())
              .bind("item", line.catalogItemId())
              .bind("name", line.name())
              .bind("price", line.price().tiyn())
              .bind("quantity", line.count())
              .bind("amount", line.amount().tiyn())
              .executeAndReturnKey("id");
      stored.add(
          new Refund.Line(
              id,
              line.invoiceItemId(),
              line.catalogItemId(),
              line.name(),
              line.price(),
              line.count(),
              line.amount()));
    }
    return stored;
  }

  public Map<Long, List<Refund.Line>> of(List<Long> refundIds) {
    return TABLE.of(handle, refundIds, row -> read(row));
  }

  private static Refund.Line read(ResultSet row) throws SQLException {
    return new Refund.Line(
        row.getLong("id"),
        row.getLong("invoice_line_id"),
        row.getObject("item_id", Long.class),
        row.getString("name"),
        Rows.money(row, "price"),
        row.getInt("quantity"),
        Rows.money(row, "amount"));
  }
}
