package duken.store.jdbc.invoice;

import duken.domain.Anomaly;
import duken.store.Anomalies;
import duken.store.Scope;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Update;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code anomaly}. */
public final class JdbcAnomalies implements Anomalies {

  private static final String INSERT =
      """
      insert into anomaly (tenant_id, mode, invoice_id, kind, amount, operation_id,
        detected_at, resolution, resolved_by, resolved_at)
      select tenant_id, mode, id, :kind, :amount, :operationId, :detectedAt, :resolution,
        :resolvedBy, :resolvedAt
      from invoice where id = :invoice
      """;

  private final Handle handle;
  private final NamedLocks locks;

  public JdbcAnomalies(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  @Override
  public boolean insertIfNew(Anomaly anomaly) {
    locks.take(NamedLocks.Purpose.ANOMALY, anomaly.invoiceId());
    return bound(
                INSERT
                    + """
                     and not exists (
                      select 1 from anomaly known where known.invoice_id = invoice.id
                        and known.kind = :kind
                        and coalesce(known.operation_id, '') = :knownOperation)
                    """,
                anomaly)
            .bind("knownOperation", anomaly.operationId() == null ? "" : anomaly.operationId())
            .execute()
        == 1;
  }

  @Override
  public void insert(Anomaly anomaly) {
    bound(INSERT, anomaly).execute();
  }

  private Update bound(String sql, Anomaly anomaly) {
    return handle
        .createUpdate(sql)
        .bind("invoice", anomaly.invoiceId())
        .bind("kind", anomaly.kind())
        .bind("amount", anomaly.amount().tiyn())
        .bind("operationId", anomaly.operationId())
        .bind("detectedAt", anomaly.detectedAt())
        .bind("resolution", anomaly.resolution())
        .bind("resolvedBy", anomaly.resolvedBy())
        .bind("resolvedAt", anomaly.resolvedAt());
  }

  @Override
  public List<Anomaly> open(Scope scope, int limit) {
    return handle
        .createQuery(
            """
            select * from anomaly where tenant_id = :tenant and mode = :mode
              and resolved_at is null
            order by id limit :limit
            """)
        .bindMap(Rows.owner(scope))
        .bind("limit", limit)
        .map(row -> read(row))
        .list();
  }

  @Override
  public List<Anomaly> since(Scope scope, Anomaly.Kind kind, Instant since) {
    return handle
        .createQuery(
            """
            select * from anomaly where tenant_id = :tenant and mode = :mode and kind = :kind
              and detected_at >= :since
            order by id
            """)
        .bindMap(Rows.owner(scope))
        .bind("kind", kind)
        .bind("since", since)
        .map(row -> read(row))
        .list();
  }

  @Override
  public List<Anomaly> of(long invoiceId) {
    return handle
        .createQuery("select * from anomaly where invoice_id = :invoice order by id")
        .bind("invoice", invoiceId)
        .map(row -> read(row))
        .list();
  }

  @Override
  public Optional<Anomaly> lock(Scope scope, long id) {
    return handle
        .createQuery(
            "select * from anomaly where tenant_id = :tenant and mode = :mode and id = :id"
                + " for update")
        .bindMap(Rows.owner(scope))
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public boolean resolve(long id, Anomaly.Resolution how, String by, Instant at) {
    return handle
            .createUpdate(
                """
                update anomaly set resolution = :how, resolved_by = :by, resolved_at = :at
                where id = :id and resolved_at is null
                """)
            .bind("how", how)
            .bind("by", by)
            .bind("at", at)
            .bind("id", id)
            .execute()
        == 1;
  }

  private static Anomaly read(ResultSet row) throws SQLException {
    return new Anomaly(
        row.getLong("id"),
        row.getLong("invoice_id"),
        Rows.word(row, "kind", Anomaly.Kind.class),
        Rows.money(row, "amount"),
        row.getString("operation_id"),
        UtcInstants.read(row, "detected_at"),
        Rows.word(row, "resolution", Anomaly.Resolution.class),
        row.getString("resolved_by"),
        UtcInstants.read(row, "resolved_at"));
  }
}
