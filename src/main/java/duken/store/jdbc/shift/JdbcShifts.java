package duken.store.jdbc.shift;

import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.store.Scope;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.shift.MoneyRow;
import duken.store.shift.Shift;
import duken.store.shift.ShiftTotals;
import duken.store.shift.Shifts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shifts in tables of their own; their money is read from the invoices' histories. */
public final class JdbcShifts implements Shifts {

  private static final String COMPLETED = "completed ";

  private final Handle handle;

  /** Works in the transaction of {@code handle}. */
  public JdbcShifts(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Shift insert(Shift shift) {
    handle
        .createUpdate(
            """
            insert into shift (tenant_id, mode, desk, number, opened_at, opened_by, after_event,
              rolled_over)
            values (:tenant, :mode, :desk, :number, :openedAt, :openedBy, :after, 0)
            """)
        .bindMap(owner(shift.scope()))
        .bind("desk", shift.desk())
        .bind("number", shift.number())
        .bind("openedAt", shift.openedAt())
        .bind("openedBy", shift.openedBy())
        .bind("after", shift.afterEvent())
        .execute();
    return newest(shift.scope(), shift.desk()).orElseThrow();
  }

  @Override
  public boolean close(Shift closed, ShiftTotals totals) {
    int rows =
        handle
            .createUpdate(
                """
                update shift set closed_at = :closedAt, closed_by = :closedBy, last_event = :last,
                  rolled_over = :rolledOver
                where id = :id and closed_at is null
                """)
            .bind("id", closed.id())
            .bind("closedAt", closed.closedAt())
            .bind("closedBy", closed.closedBy())
            .bind("last", closed.lastEvent())
            .bind("rolledOver", closed.rolledOver())
            .execute();
    if (rows == 1) {
      totals.lines().forEach(line -> insert(closed.id(), line));
    }
    return rows == 1;
  }

  private void insert(long shiftId, ShiftTotals.Line line) {
    handle
        .createUpdate(
            """
            insert into shift_total (shift_id, way, cashier, sales, sales_sum, refunds, refunds_sum)
            values (:shift, :way, :cashier, :sales, :salesSum, :refunds, :refundsSum)
            """)
        .bind("shift", shiftId)
        .bind("way", line.way())
        .bind("cashier", line.cashier())
        .bind("sales", line.sales())
        .bind("salesSum", line.salesSum().tiyn())
        .bind("refunds", line.refunds())
        .bind("refundsSum", line.refundsSum().tiyn())
        .execute();
  }

  @Override
  public Optional<Shift> newest(Scope scope, String desk) {
    return handle
        .createQuery(
            "select * from shift where tenant_id = :tenant and mode = :mode and desk = :desk"
                + " order by number desc limit 1")
        .bindMap(owner(scope))
        .bind("desk", desk)
        .map(row -> shift(row))
        .findOne();
  }

  @Override
  public Optional<Shift> find(Scope scope, long id) {
    return handle
        .createQuery("select * from shift where tenant_id = :tenant and mode = :mode and id = :id")
        .bindMap(owner(scope))
        .bind("id", id)
        .map(row -> shift(row))
        .findOne();
  }

  @Override
  public List<Shift> list(Scope scope, long before, int limit) {
    return handle
        .createQuery(
            "select * from shift where tenant_id = :tenant and mode = :mode and id < :before"
                + " order by id desc limit :limit")
        .bindMap(owner(scope))
        .bind("before", before)
        .bind("limit", limit)
        .map(row -> shift(row))
        .list();
  }

  @Override
  public ShiftTotals totals(long shiftId) {
    return new ShiftTotals(
        handle
            .createQuery("select * from shift_total where shift_id = :id order by way, cashier")
            .bind("id", shiftId)
            .map(
                row ->
                    new ShiftTotals.Line(
                        row.getString("way"),
                        row.getString("cashier"),
                        row.getLong("sales"),
                        Money.ofTiyn(row.getLong("sales_sum")),
                        row.getLong("refunds"),
                        Money.ofTiyn(row.getLong("refunds_sum"))))
            .list());
  }

  @Override
  public List<MoneyRow> money(Scope scope, String desk, long after, long last) {
    List<MoneyRow> all = new ArrayList<>(byBank(scope, desk, after, last));
    all.addAll(new CashMoney(handle).rows(scope, desk, after, last));
    all.sort(Comparator.comparingLong(MoneyRow::event));
    return all;
  }

  private List<MoneyRow> byBank(Scope scope, String desk, long after, long last) {
    return handle
        .createQuery(
            """
            select h.id, h.event, h.detail, h.happened_at, i.id as invoice_id, i.number, i.kind,
              i.payment_method, i.amount, coalesce(made.staff, i.source) as cashier,
              case when h.event = 'refund' then (select r.reason from refund r
                where r.invoice_id = h.invoice_id and r.status = 'COMPLETED'
                  and r.completed_at <= h.happened_at
                order by r.completed_at desc, r.id desc limit 1) end as reason
            from invoice_history h join invoice i on i.id = h.invoice_id
              left join invoice_history made on made.invoice_id = i.id and made.event = 'created'
            where h.tenant_id = :tenant and h.mode = :mode and h.id > :after and h.id <= :last
              and i.origin = 'DESK' and i.source = :desk
              and ((h.event = 'moved' and h.to_status = 'PAID')
                or (h.event = 'refund' and h.detail like 'completed %'))
            order by h.id
            """)
        .bindMap(owner(scope))
        .bind("desk", desk)
        .bind("after", after)
        .bind("last", last)
        .map(row -> money(row))
        .list();
  }

  @Override
  public long openInvoices(Scope scope, String desk) {
    return handle
        .createQuery(
            "select count(*) from invoice where tenant_id = :tenant and mode = :mode"
                + " and status in ('PENDING', 'CANCELLING') and origin = 'DESK' and source = :desk")
        .bindMap(owner(scope))
        .bind("desk", desk)
        .mapTo(Long.class)
        .one();
  }

  private static MoneyRow money(ResultSet row) throws SQLException {
    boolean refund = row.getString("event").equals("refund");
    return new MoneyRow(
        row.getLong("id"),
        UtcInstants.read(row, "happened_at"),
        row.getLong("invoice_id"),
        row.getLong("number"),
        way(PaymentKind.valueOf(row.getString("kind")), row.getString("payment_method")),
        row.getString("cashier"),
        refund,
        refund
            ? Money.parse(row.getString("detail").substring(COMPLETED.length()))
            : Money.ofTiyn(row.getLong("amount")),
        row.getString("reason"));
  }

  private static String way(PaymentKind kind, String method) {
    return kind == PaymentKind.TERMINAL && method != null
        ? kind.wire() + "_" + method
        : kind.wire();
  }

  private static Shift shift(ResultSet row) throws SQLException {
    return new Shift(
        row.getLong("id"),
        new Scope(row.getLong("tenant_id"), Mode.valueOf(row.getString("mode"))),
        row.getString("desk"),
        row.getLong("number"),
        UtcInstants.read(row, "opened_at"),
        row.getString("opened_by"),
        row.getLong("after_event"),
        UtcInstants.read(row, "closed_at"),
        row.getString("closed_by"),
        row.getObject("last_event", Long.class),
        row.getLong("rolled_over"));
  }

  private static Map<String, Object> owner(Scope scope) {
    return Map.of("tenant", scope.tenantId(), "mode", scope.mode());
  }
}
