package duken.store.jdbc.shift;

import duken.domain.Money;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.shift.MoneyRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sold and returned in cash. The cash of a mixed payment is sold when the invoice for the
 * rest becomes paid, unless the customer had it back before.
 */
final class CashMoney {

  private static final String WAY = "cash";

  private final Handle handle;

  CashMoney(Handle handle) {
    this.handle = handle;
  }

  List<MoneyRow> rows(Scope scope, String desk, long after, long last) {
    List<MoneyRow> all = new ArrayList<>(alone(scope, desk, after, last));
    all.addAll(besidePaid(scope, desk, after, last));
    return all;
  }

  private List<MoneyRow> alone(Scope scope, String desk, long after, long last) {
    return handle
        .createQuery(
            """
            select c.event, c.happened_at, c.invoice_id, c.kind = 'REFUND' as refund, c.who,
              c.amount, coalesce(c.number, s.number, i.number) as sale_number
            from cash_operation c left join cash_operation s on s.id = c.sale_id
              left join invoice i on i.id = c.invoice_id
            where c.tenant_id = :tenant and c.mode = :mode and c.desk = :desk
              and c.event > :after and c.event <= :last and c.kind in ('SALE', 'REFUND')
            """)
        .bindMap(Rows.owner(scope))
        .bind("desk", desk)
        .bind("after", after)
        .bind("last", last)
        .map(row -> row(row))
        .list();
  }

  private List<MoneyRow> besidePaid(Scope scope, String desk, long after, long last) {
    return handle
        .createQuery(
            """
            select h.id as event, h.happened_at, i.id as invoice_id, false as refund, c.who, c.amount,
              i.number as sale_number
            from cash_operation c left join cash_part_kept k on k.part_id = c.id
              join invoice i on i.id = coalesce(k.invoice_id, c.invoice_id)
              join invoice_history h on h.invoice_id = i.id
            where c.tenant_id = :tenant and c.mode = :mode and c.desk = :desk
              and c.kind = 'PART' and h.id > :after and h.id <= :last
              and h.event = 'moved' and h.to_status = 'PAID'
              and not exists (select 1 from cash_operation r
                where r.sale_id = c.id and r.kind = 'PART_RETURN')
            """)
        .bindMap(Rows.owner(scope))
        .bind("desk", desk)
        .bind("after", after)
        .bind("last", last)
        .map(row -> row(row))
        .list();
  }

  private static MoneyRow row(ResultSet row) throws SQLException {
    return new MoneyRow(
        row.getLong("event"),
        UtcInstants.read(row, "happened_at"),
        row.getLong("invoice_id"),
        row.getLong("sale_number"),
        WAY,
        row.getString("who"),
        row.getBoolean("refund"),
        Money.ofTiyn(row.getLong("amount")),
        null);
  }
}
