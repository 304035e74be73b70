package duken.store.jdbc.event;

import duken.domain.InvoiceStatus;
import duken.store.Scope;
import duken.store.event.EventLog;
import duken.store.event.LoggedEvent;
import duken.store.event.NewEvent;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code invoice_history}; what is appended waits with the lives of invoices. */
public final class JdbcEventLog implements EventLog {

  private final Handle handle;
  private final Consumer<NewEvent> waiting;

  /**
   * @param waiting takes an event and writes it right before the commit
   */
  public JdbcEventLog(Handle handle, Consumer<NewEvent> waiting) {
    this.handle = handle;
    this.waiting = waiting;
  }

  @Override
  public void append(NewEvent event) {
    waiting.accept(event);
  }

  @Override
  public List<LoggedEvent> after(Scope scope, long after, Set<String> words, int limit) {
    return handle
        .createQuery(
            """
            select * from invoice_history
            where tenant_id = :tenant and mode = :mode and id > :after and event in (<words>)
            order by id limit :limit
            """)
        .bind("tenant", scope.tenantId())
        .bind("mode", scope.mode())
        .bind("after", after)
        .bindList("words", List.copyOf(words))
        .bind("limit", limit)
        .map(row -> read(row))
        .list();
  }

  @Override
  public long last(Scope scope) {
    return handle
        .createQuery(
            "select coalesce(max(id), 0) from invoice_history"
                + " where tenant_id = :tenant and mode = :mode")
        .bind("tenant", scope.tenantId())
        .bind("mode", scope.mode())
        .mapTo(Long.class)
        .one();
  }

  private static LoggedEvent read(ResultSet row) throws SQLException {
    return new LoggedEvent(
        row.getLong("id"),
        row.getObject("invoice_id", Long.class),
        row.getString("event"),
        status(row.getString("from_status")),
        status(row.getString("to_status")),
        row.getString("detail"),
        UtcInstants.read(row, "happened_at"),
        row.getString("caller"));
  }

  private static InvoiceStatus status(String name) {
    return name == null ? null : InvoiceStatus.valueOf(name);
  }
}
