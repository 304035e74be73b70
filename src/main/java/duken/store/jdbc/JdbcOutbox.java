package duken.store.jdbc;

import duken.store.Outbox;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Table {@code webhook_delivery}. An invoice's deliveries form a line in which only the first that
 * is still to be sent is ever due, so that a receiver does not hear of {@code refunded} before
 * {@code paid}. What has failed three times leaves the line: it is tried again beside it. A due
 * time says that there is something to send; so the index on it alone finds what is due in a long
 * queue.
 */
final class JdbcOutbox implements Outbox {

  private static final String UNFINISHED = "('QUEUED', 'PARKED')";

  private static final String IS_FIRST_IN_LINE =
      " and not exists (select 1 from webhook_delivery earlier"
          + " where earlier.invoice_id = d.invoice_id and earlier.sequence < d.sequence"
          + " and earlier.due_at is not null and earlier.state = 'QUEUED')";

  /**
   * Without it H2 walks from the index's beginning, where the delivered ones lie without a time.
   */
  private static final Instant EVER = Instant.EPOCH;

  private final Handle handle;

  JdbcOutbox(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(Delivery delivery) {
    bindProgress(
            handle.createUpdate(
                """
                insert into webhook_delivery (id, tenant_id, mode, invoice_id, event, url, body,
                  state, attempts, created_at, due_at, parked_at, last_status, last_error,
                  last_attempt_at, delivered_at)
                values (:id, :tenant, :mode, :invoice, :event, :url, :body, :state, :attempts,
                  :createdAt, :dueAt, :parkedAt, :lastStatus, :lastError, :lastAttemptAt,
                  :deliveredAt)
                """),
            delivery)
        .bindMap(Rows.owner(delivery.message().scope()))
        .bind("invoice", delivery.message().invoiceId())
        .bind("event", delivery.message().event())
        .bind("body", delivery.message().body())
        .bind("createdAt", delivery.message().createdAt())
        .execute();
  }

  @Override
  public List<Delivery> due(
      Instant now, List<Long> busyInvoices, List<Scope> fullShops, int limit) {
    StringBuilder sql =
        new StringBuilder(
            "select * from webhook_delivery d where d.due_at >= :ever and d.due_at <= :now");
    if (!busyInvoices.isEmpty()) {
      sql.append(" and d.invoice_id not in (<busy>)");
    }
    for (int i = 0; i < fullShops.size(); i++) {
      sql.append(" and not (d.tenant_id = :fullTenant" + i + " and d.mode = :fullMode" + i + ")");
    }
    sql.append(IS_FIRST_IN_LINE).append(" order by d.due_at, d.sequence limit :limit");
    Query query = handle.createQuery(sql.toString());
    if (!busyInvoices.isEmpty()) {
      query.bindList("busy", busyInvoices);
    }
    for (int i = 0; i < fullShops.size(); i++) {
      query.bind("fullTenant" + i, fullShops.get(i).tenantId());
      query.bind("fullMode" + i, fullShops.get(i).mode());
    }
    return query
        .bind("ever", EVER)
        .bind("now", now)
        .bind("limit", limit)
        .map(row -> read(row))
        .list();
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return handle
        .createQuery(
            "select due_at from webhook_delivery where due_at > :after order by due_at limit 1")
        .bind("after", after)
        .map(row -> UtcInstants.read(row, "due_at"))
        .findOne();
  }

  @Override
  public void update(Delivery delivery) {
    bindProgress(
            handle.createUpdate(
                """
                update webhook_delivery set url = :url, state = :state, attempts = :attempts,
                  due_at = :dueAt, parked_at = :parkedAt, last_status = :lastStatus, last_error = :lastError,
                  last_attempt_at = :lastAttemptAt, delivered_at = :deliveredAt
                where id = :id
                """),
            delivery)
        .execute();
  }

  @Override
  public Optional<Delivery> find(UUID id) {
    return handle
        .createQuery("select * from webhook_delivery where id = :id")
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public List<Delivery> newest(Scope scope, int limit) {
    return handle
        .createQuery(
            "select * from webhook_delivery where tenant_id = :tenant and mode = :mode"
                + " order by tenant_id desc, mode desc, sequence desc limit :limit")
        .bindMap(Rows.owner(scope))
        .bind("limit", limit)
        .map(row -> read(row))
        .list();
  }

  @Override
  public int wakeParked(Scope scope, Instant now) {
    return handle
        .createUpdate(
            """
            update webhook_delivery set due_at = :now
            where state = 'PARKED' and due_at > :now and tenant_id = :tenant and mode = :mode
            """)
        .bind("now", now)
        .bindMap(Rows.owner(scope))
        .execute();
  }

  @Override
  public long countUnfinished() {
    return handle
        .createQuery("select count(*) from webhook_delivery where state in " + UNFINISHED)
        .mapTo(Long.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S bindProgress(S statement, Delivery delivery) {
    return statement
        .bind("id", delivery.id())
        .bind("url", delivery.url())
        .bind("state", delivery.progress().state())
        .bind("attempts", delivery.progress().attempts())
        .bind("dueAt", delivery.progress().dueAt())
        .bind("parkedAt", delivery.progress().parkedAt())
        .bind("lastStatus", delivery.last().lastStatus())
        .bind("lastError", delivery.last().lastError())
        .bind("lastAttemptAt", delivery.last().lastAttemptAt())
        .bind("deliveredAt", delivery.progress().deliveredAt());
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getLong("sequence"),
        new Outbox.Message(
            Rows.scope(row),
            row.getLong("invoice_id"),
            row.getString("event"),
            row.getString("body"),
            UtcInstants.read(row, "created_at")),
        row.getString("url"),
        new Outbox.Progress(
            Rows.word(row, "state", State.class),
            row.getInt("attempts"),
            UtcInstants.read(row, "due_at"),
            UtcInstants.read(row, "parked_at"),
            UtcInstants.read(row, "delivered_at")),
        new Outbox.LastAttempt(
            row.getObject("last_status", Integer.class),
            row.getString("last_error"),
            UtcInstants.read(row, "last_attempt_at")));
  }
}
