package duken.store.jdbc.invoice;

import duken.domain.Invoice;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import java.time.Instant;

/**
 * Table {@code paid_unannounced}: the paid sales of the window a cashier was not told about yet.
 */
final class Announcing {

  private Announcing() {}

  /** Writes down that a cashier is to hear of a sale of the window that is paid. */
  static void owe(Handle handle, long id, Invoice paid) {
    if (paid.terms().channel().origin() != Invoice.Origin.DESK) {
      return;
    }
    handle
        .createUpdate(
            "insert into paid_unannounced (invoice_id, tenant_id, mode)"
                + " values (:id, :tenant, :mode)")
        .bindMap(Rows.owner(new Scope(paid.tenantId(), paid.mode())))
        .bind("id", id)
        .execute();
  }

  static Query missing(Handle handle, Scope scope, int limit) {
    return handle
        .createQuery(
            """
            select i.* from paid_unannounced u join invoice i on i.id = u.invoice_id
            where u.tenant_id = :tenant and u.mode = :mode
            order by i.paid_at, i.id limit :limit
            """)
        .bindMap(Rows.owner(scope))
        .bind("limit", limit);
  }

  static void mark(Handle handle, Scope scope, long id, Instant at) {
    int told =
        handle
            .createUpdate(
                """
                update invoice set announced_at = :at where tenant_id = :tenant and mode = :mode
                  and id = :id and announced_at is null
                """)
            .bindMap(Rows.owner(scope))
            .bind("id", id)
            .bind("at", at)
            .execute();
    if (told > 0) {
      handle
          .createUpdate("delete from paid_unannounced where invoice_id = :id")
          .bind("id", id)
          .execute();
    }
  }
}
