package duken.store.jdbc.notice;

import duken.domain.Money;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.notice.OwnerNotices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code owner_notice} and {@code owner_message}. */
public final class JdbcOwnerNotices implements OwnerNotices {

  private final Handle handle;

  /** Works in the transaction of {@code handle}. */
  public JdbcOwnerNotices(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Config> find(long tenantId) {
    return handle
        .createQuery("select * from owner_notice where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public List<Config> enabled() {
    return handle
        .createQuery("select * from owner_notice where enabled order by tenant_id")
        .map(row -> read(row))
        .list();
  }

  @Override
  public void save(Config config) {
    int rows =
        bind(
                handle.createUpdate(
                    """
                    update owner_notice set enabled = :enabled, sealed = :sealed,
                      language = :language, refund_above = :refundAbove,
                      silent_minutes = :silent, after_event = :after
                    where tenant_id = :tenant
                    """),
                config)
            .execute();
    if (rows == 0) {
      bind(
              handle.createUpdate(
                  """
                  insert into owner_notice (tenant_id, enabled, sealed, language, refund_above,
                    silent_minutes, after_event, silence_told)
                  values (:tenant, :enabled, :sealed, :language, :refundAbove, :silent, :after,
                    false)
                  """),
              config)
          .execute();
    }
  }

  @Override
  public void advance(long tenantId, long afterEvent) {
    handle
        .createUpdate("update owner_notice set after_event = :after where tenant_id = :tenant")
        .bind("after", afterEvent)
        .bind("tenant", tenantId)
        .execute();
  }

  @Override
  public void silence(long tenantId, boolean told) {
    handle
        .createUpdate("update owner_notice set silence_told = :told where tenant_id = :tenant")
        .bind("told", told)
        .bind("tenant", tenantId)
        .execute();
  }

  @Override
  public void problem(long tenantId, String problem, Instant at) {
    handle
        .createUpdate(
            "update owner_notice set problem = :problem, problem_at = :at"
                + " where tenant_id = :tenant")
        .bind("problem", problem)
        .bind("at", problem == null ? null : at)
        .bind("tenant", tenantId)
        .execute();
  }

  @Override
  public void enqueue(long tenantId, String content, Instant at) {
    handle
        .createUpdate(
            "insert into owner_message (tenant_id, content, attempts, created_at, due_at)"
                + " values (:tenant, :content, 0, :at, :at)")
        .bind("tenant", tenantId)
        .bind("content", content)
        .bind("at", at)
        .execute();
  }

  @Override
  public List<Waiting> due(Instant now, int limit) {
    return handle
        .createQuery(
            "select m.* from owner_message m join owner_notice n on n.tenant_id = m.tenant_id"
                + " where m.due_at <= :now and n.enabled order by m.id limit :limit")
        .bind("now", now)
        .bind("limit", limit)
        .map(
            row ->
                new Waiting(
                    row.getLong("id"),
                    row.getLong("tenant_id"),
                    row.getString("content"),
                    row.getInt("attempts"),
                    UtcInstants.read(row, "created_at")))
        .list();
  }

  @Override
  public void retry(long id, Instant dueAt) {
    handle
        .createUpdate(
            "update owner_message set attempts = attempts + 1, due_at = :due where id = :id")
        .bind("due", dueAt)
        .bind("id", id)
        .execute();
  }

  @Override
  public void drop(long id) {
    handle.createUpdate("delete from owner_message where id = :id").bind("id", id).execute();
  }

  @Override
  public int dropOlder(Instant before) {
    return handle
        .createUpdate("delete from owner_message where created_at < :before")
        .bind("before", before)
        .execute();
  }

  @Override
  public long waiting(long tenantId) {
    return handle
        .createQuery("select count(*) from owner_message where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .mapTo(Long.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Config config) {
    Money above = config.refundAbove();
    return statement
        .bind("tenant", config.tenantId())
        .bind("enabled", config.enabled())
        .bind("sealed", config.sealed())
        .bind("language", config.language())
        .bind("refundAbove", above == null ? null : (Long) above.tiyn())
        .bind("silent", config.silentMinutes())
        .bind("after", config.told().afterEvent());
  }

  private static Config read(ResultSet row) throws SQLException {
    Long above = row.getObject("refund_above", Long.class);
    return new Config(
        row.getLong("tenant_id"),
        row.getBoolean("enabled"),
        row.getBytes("sealed"),
        row.getString("language"),
        above == null ? null : Money.ofTiyn(above),
        row.getInt("silent_minutes"),
        new OwnerNotices.Told(row.getLong("after_event"), row.getBoolean("silence_told")),
        new OwnerNotices.Trouble(row.getString("problem"), UtcInstants.read(row, "problem_at")));
  }
}
