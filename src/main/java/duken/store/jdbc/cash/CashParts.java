package duken.store.jdbc.cash;

import duken.domain.InvoiceStatus;
import duken.store.Scope;
import duken.store.cash.CashPart;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The cash of mixed payments beside the invoices for the rest. */
final class CashParts {

  private static final String PARTS =
      """
      select c.*, i.number as invoice_number, i.status, i.amount as rest,
        case when exists (select 1 from cash_operation r
          where r.sale_id = c.id and r.kind = 'PART_RETURN') then true else false end as returned
      from cash_operation c left join cash_part_kept k on k.part_id = c.id
        join invoice i on i.id = coalesce(k.invoice_id, c.invoice_id)
      where c.tenant_id = :tenant and c.mode = :mode and c.kind = 'PART'
      """;

  private final Handle handle;

  CashParts(Handle handle) {
    this.handle = handle;
  }

  List<CashPart> unsettled(Scope scope, String desk) {
    return handle
        .createQuery(
            PARTS
                + " and c.desk = :desk"
                + " and i.status in ('PENDING', 'CANCELLING', 'CANCELLED', 'EXPIRED')"
                + " order by c.id")
        .bindMap(Rows.owner(scope))
        .bind("desk", desk)
        .map(row -> part(row))
        .list()
        .stream()
        .filter(it -> !it.returned())
        .toList();
  }

  Optional<CashPart> ofInvoice(Scope scope, long invoiceId) {
    return handle
        .createQuery(PARTS + " and (c.invoice_id = :invoice or k.invoice_id = :invoice)")
        .bindMap(Rows.owner(scope))
        .bind("invoice", invoiceId)
        .map(row -> part(row))
        .findOne();
  }

  /**
   * Has the parts beside an invoice follow the one that books its late payment.
   *
   * @param lock holds other changes of cash off
   */
  void keep(long invoiceId, long bookedId, Runnable lock) {
    if (unreturned(invoiceId).isEmpty()) {
      return;
    }
    lock.run();
    for (long part : unreturned(invoiceId)) {
      handle
          .createUpdate("insert into cash_part_kept (part_id, invoice_id) values (:part, :invoice)")
          .bind("part", part)
          .bind("invoice", bookedId)
          .execute();
    }
  }

  private List<Long> unreturned(long invoiceId) {
    return handle
        .createQuery(
            """
            select c.id from cash_operation c
            where c.invoice_id = :invoice and c.kind = 'PART'
              and not exists (select 1 from cash_operation r
                where r.sale_id = c.id and r.kind = 'PART_RETURN')
            """)
        .bind("invoice", invoiceId)
        .mapTo(Long.class)
        .list();
  }

  private static CashPart part(ResultSet row) throws SQLException {
    return new CashPart(
        JdbcCash.read(row),
        row.getLong("invoice_number"),
        Rows.word(row, "status", InvoiceStatus.class),
        Rows.money(row, "rest"),
        row.getBoolean("returned"));
  }
}
