package duken.store.jdbc.invoice;

import duken.domain.Mode;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;

/**
 * Table {@code invoice_number}: the last number of each shop and mode. Whoever takes the next one
 * holds the row until its transaction ends, so that numbers have no gaps.
 */
public final class InvoiceNumbers {

  private final Handle handle;

  public InvoiceNumbers(Handle handle) {
    this.handle = handle;
  }

  /** A new shop begins to count. */
  public void begin(long tenantId) {
    for (Mode mode : Mode.values()) {
      handle
          .createUpdate(
              "insert into invoice_number (tenant_id, mode, last_number) values (:tenant, :mode,"
                  + " 0)")
          .bind("tenant", tenantId)
          .bind("mode", mode)
          .execute();
    }
  }

  /**
   * Puts right a counter that stands behind its invoices, as a killed program of an earlier version
   * could leave it: with it nobody could sell any more.
   *
   * @return how many stood behind
   */
  public int catchUp() {
    return handle
        .createUpdate(
            """
            update invoice_number set last_number = (
              select max(i.number) from invoice i where i.tenant_id = invoice_number.tenant_id
                and i.mode = invoice_number.mode and i.number > invoice_number.last_number)
            where exists (
              select 1 from invoice i where i.tenant_id = invoice_number.tenant_id
                and i.mode = invoice_number.mode and i.number > invoice_number.last_number)
            """)
        .execute();
  }

  /** The next number, of which the row's lock keeps everybody else away. */
  long next(Scope scope) {
    return handle
        .createUpdate(
            "update invoice_number set last_number = last_number + 1 where tenant_id = :tenant"
                + " and mode = :mode")
        .bindMap(Rows.owner(scope))
        .executeAndReturnKey("last_number");
  }
}
