package duken.store.jdbc.invoice;

import duken.domain.Invoice;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import java.time.Instant;

/** Which paid sales of the window a cashier was not told about yet. */
final class Announcing {

  private Announcing() {}

  static Query missing(Handle handle, Scope scope, int limit) {
    return handle
        .createQuery(
            """
            select * from invoice where tenant_id = :tenant and mode = :mode
              and origin = :desk and announced_at is null and paid_at is not null
            order by paid_at, id limit :limit
            """)
        .bindMap(Rows.owner(scope))
        .bind("desk", Invoice.Origin.DESK)
        .bind("limit", limit);
  }

  static void mark(Handle handle, Scope scope, long id, Instant at) {
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
  }
}
