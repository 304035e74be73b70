package duken.store.jdbc.invoice;

import duken.domain.HistoryEntry;
import duken.domain.InvoiceStatus;
import duken.store.Invoices.Change;
import duken.store.Scope;
import duken.store.event.NewEvent;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.InvoiceLines;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lives of invoices. Entries wait here until right before the commit and are written under the
 * slot {@link NamedLocks.Purpose#CHANGES}, so that their ids become visible in order.
 */
public final class InvoiceHistory {

  private final Handle handle;
  private final NamedLocks locks;
  private final List<HistoryEntry> waiting = new ArrayList<>();
  private final List<NewEvent> others = new ArrayList<>();

  public InvoiceHistory(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  void add(HistoryEntry entry) {
    waiting.add(entry);
  }

  public void add(NewEvent event) {
    others.add(event);
  }

  /** Writes what waits. From here to the commit no other transaction draws a history id. */
  public void flush() {
    if (waiting.isEmpty() && others.isEmpty()) {
      return;
    }
    locks.take(NamedLocks.Purpose.CHANGES);
    for (HistoryEntry entry : waiting) {
      int rows =
          handle
              .createUpdate(
                  """
                  insert into invoice_history (tenant_id, mode, invoice_id, event, from_status,
                    to_status, detail, happened_at, caller, desk, staff)
                  select tenant_id, mode, id, :event, :from, :to, :detail, :at, :caller,
                    :desk, :staff
                  from invoice where id = :invoice
                  """)
              .bind("invoice", entry.invoiceId())
              .bind("event", entry.event())
              .bind("from", entry.from())
              .bind("to", entry.to())
              .bind("detail", entry.detail())
              .bind("at", entry.at())
              .bind("caller", entry.by().caller())
              .bind("desk", entry.by().desk())
              .bind("staff", entry.by().staff())
              .execute();
      if (rows != 1) {
        throw new IllegalArgumentException("history of an invoice that is not there");
      }
    }
    waiting.clear();
    List<NewEvent> more = List.copyOf(others);
    others.clear();
    more.forEach(this::write);
  }

  /** Takes the slot that is taken last, before anything is written. */
  public void lock() {
    flush();
    locks.take(NamedLocks.Purpose.CHANGES);
  }

  /** Writes an event at once, and everything that waits before it; its id. */
  public long write(NewEvent event) {
    lock();
    return handle
        .createUpdate(
            """
            insert into invoice_history (tenant_id, mode, invoice_id, event, detail, happened_at)
            values (:tenant, :mode, :invoice, :event, :detail, :at)
            """)
        .bindMap(Rows.owner(event.scope()))
        .bind("invoice", event.invoiceId())
        .bind("event", event.event())
        .bind("detail", event.detail())
        .bind("at", event.at())
        .executeAndReturnKey("id");
  }

  List<HistoryEntry> of(long invoiceId) {
    flush();
    return handle
        .createQuery("select * from invoice_history where invoice_id = :invoice order by id")
        .bind("invoice", invoiceId)
        .map(row -> read(row))
        .list();
  }

  long last() {
    flush();
    return handle
        .createQuery("select coalesce(max(id), 0) from invoice_history")
        .mapTo(Long.class)
        .one();
  }

  List<Change> changes(Scope scope, long after, int limit, InvoiceLines lines) {
    flush();
    List<Long> cursors = new ArrayList<>();
    List<InvoiceRows.Bare> rows =
        handle
            .createQuery(
                """
                select i.*, c.change_id
                from (select invoice_id, max(id) as change_id from invoice_history
                      where tenant_id = :tenant and mode = :mode and id > :after
                        and invoice_id is not null
                      group by invoice_id order by change_id limit :limit) c
                join invoice i on i.id = c.invoice_id
                order by c.change_id
                """)
            .bindMap(Rows.owner(scope))
            .bind("after", after)
            .bind("limit", limit)
            .map(
                row -> {
                  cursors.add(row.getLong("change_id"));
                  return InvoiceRows.read(row);
                })
            .list();
    List<Change> changes = new ArrayList<>(rows.size());
    lines.fill(rows).forEach(i -> changes.add(new Change(cursors.get(changes.size()), i)));
    return changes;
  }

  private static HistoryEntry read(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getLong("id"),
        row.getLong("invoice_id"),
        row.getString("event"),
        Rows.word(row, "from_status", InvoiceStatus.class),
        Rows.word(row, "to_status", InvoiceStatus.class),
        row.getString("detail"),
        UtcInstants.read(row, "happened_at"),
        new HistoryEntry.By(
            row.getString("caller"), row.getString("desk"), row.getString("staff")));
  }
}
