package duken.store.jdbc.row;

import duken.domain.Invoice;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class InvoiceLines {

  private static final LineTable TABLE = new LineTable("invoice");

  private final Handle handle;

  public InvoiceLines(Handle handle) {
    this.handle = handle;
  }

  /** Stores the lines; the results have their ids. */
  public List<Invoice.CartLine> insert(long invoiceId, List<Invoice.CartLine> lines) {
    List<Invoice.CartLine> stored = new ArrayList<>(lines.size());
    for (Invoice.CartLine line : lines) {
      long id =
          handle
              .createUpdate(
                  """
                  insert into invoice_line (invoice_id, catalog_item_id, name, price,
                    original_price, quantity, unit_id, discount)
                  values (:invoice, :item, :name, :price, :originalPrice, :quantity, :unit,
                    :discount)
                  """)
              .bind("invoice", invoiceId)
              .bind("item", line.catalogItemId())
              .bind("name", line.name())
              .bind("price", line.price().tiyn())
              .bind("originalPrice", line.originalPrice().tiyn())
              .bind("quantity", line.count())
              .bind("unit", line.unitId())
              .bind("discount", Rows.tiynOrNull(line.discount()))
              .executeAndReturnKey("id");
      stored.add(
          new Invoice.CartLine(
              id,
              line.catalogItemId(),
              line.name(),
              line.price(),
              line.originalPrice(),
              line.count(),
              line.unitId(),
              line.discount()));
    }
    return stored;
  }

  public List<Invoice> fill(List<InvoiceRows.Bare> rows) {
    List<Long> ids =
        rows.stream()
            .filter(InvoiceRows.Bare::hasLines)
            .map(row -> row.invoice().id())
            .distinct()
            .toList();
    Map<Long, List<Invoice.CartLine>> lines = TABLE.of(handle, ids, row -> read(row));
    return rows.stream()
        .map(
            row -> {
              long id = row.invoice().id();
              return row.hasLines() ? row.with(id, lines.get(id)) : row.invoice();
            })
        .toList();
  }

  private static Invoice.CartLine read(ResultSet row) throws SQLException {
    return new Invoice.CartLine(
        row.getLong("id"),
        row.getObject("item_id", Long.class),
        row.getString("name"),
        Rows.money(row, "price"),
        Rows.money(row, "original_price"),
        row.getInt("quantity"),
        row.getInt("unit_id"),
        Rows.moneyOrNull(row, "discount"));
  }
}
