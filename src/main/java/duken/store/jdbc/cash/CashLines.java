package duken.store.jdbc.cash;

import duken.store.cash.CashLine;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import java.util.List;

/** Table {@code cash_line}. */
final class CashLines {

  private final Handle handle;

  CashLines(Handle handle) {
    this.handle = handle;
  }

  void add(long operationId, List<CashLine> lines) {
    for (int place = 0; place < lines.size(); place++) {
      CashLine line = lines.get(place);
      handle
          .createUpdate(
              "insert into cash_line (operation_id, place, name, price, quantity, discount)"
                  + " values (:operation, :place, :name, :price, :quantity, :discount)")
          .bind("operation", operationId)
          .bind("place", place)
          .bind("name", line.name())
          .bind("price", line.price().tiyn())
          .bind("quantity", line.count())
          .bind("discount", Rows.tiynOrNull(line.discount()))
          .execute();
    }
  }

  List<CashLine> of(long operationId) {
    return handle
        .createQuery("select * from cash_line where operation_id = :operation order by place")
        .bind("operation", operationId)
        .map(
            row ->
                new CashLine(
                    row.getString("name"),
                    Rows.money(row, "price"),
                    row.getInt("quantity"),
                    Rows.moneyOrNull(row, "discount")))
        .list();
  }
}
