package duken.store.jdbc.reconcile;

import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.reconcile.Reconciliation;
import duken.store.reconcile.Reconciliations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code reconciliation}. */
public final class JdbcReconciliations implements Reconciliations {

  private final Handle handle;

  /** Works in the transaction of {@code handle}. */
  public JdbcReconciliations(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Reconciliation insert(Reconciliation fresh) {
    Reconciliation.Span span = fresh.span();
    long id =
        bound(
                handle
                    .createUpdate(
                        """
                        insert into reconciliation (tenant_id, mode, provider, bank_day, shift_id,
                          from_at, until_at, state, next_page, pages, lines, started_at, started_by,
                          read_until, ended_at, problem)
                        values (:tenant, :mode, :provider, :day, :shift, :from, :until, :state,
                          :next, :pages, :lines, :startedAt, :startedBy, :readUntil, :endedAt,
                          :problem)
                        """)
                    .bindMap(Rows.owner(fresh.scope())),
                fresh.progress())
            .bind("provider", fresh.provider())
            .bind("day", span.day())
            .bind("shift", span.shiftId())
            .bind("from", span.from())
            .bind("until", span.until())
            .bind("startedAt", fresh.startedAt())
            .bind("startedBy", fresh.startedBy())
            .executeAndReturnKey("id");
    return find(fresh.scope(), id).orElseThrow();
  }

  @Override
  public Optional<Reconciliation> find(Scope scope, long id) {
    return handle
        .createQuery(
            "select * from reconciliation where tenant_id = :tenant and mode = :mode and id = :id")
        .bindMap(Rows.owner(scope))
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public List<Reconciliation> list(Scope scope, int limit) {
    return handle
        .createQuery(
            "select * from reconciliation where tenant_id = :tenant and mode = :mode"
                + " order by id desc limit :limit")
        .bindMap(Rows.owner(scope))
        .bind("limit", limit)
        .map(row -> read(row))
        .list();
  }

  @Override
  public List<Reconciliation> running() {
    return handle
        .createQuery("select * from reconciliation where state = 'RUNNING' order by id")
        .map(row -> read(row))
        .list();
  }

  @Override
  public boolean advance(long id, Reconciliation.State from, Reconciliation.Progress to) {
    return bound(
                handle.createUpdate(
                    """
                    update reconciliation set state = :state, next_page = :next, pages = :pages,
                      lines = :lines, read_until = :readUntil, ended_at = :endedAt,
                      problem = :problem
                    where id = :id and state = :before
                    """),
                to)
            .bind("id", id)
            .bind("before", from)
            .execute()
        == 1;
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, Reconciliation.Progress progress) {
    return statement
        .bind("state", progress.state())
        .bind("next", progress.next())
        .bind("pages", progress.pages())
        .bind("lines", progress.lines())
        .bind("readUntil", progress.readUntil())
        .bind("endedAt", progress.endedAt())
        .bind("problem", progress.problem());
  }

  private static Reconciliation read(ResultSet row) throws SQLException {
    return new Reconciliation(
        row.getLong("id"),
        Rows.scope(row),
        row.getString("provider"),
        new Reconciliation.Span(
            row.getString("bank_day"),
            row.getObject("shift_id", Long.class),
            UtcInstants.read(row, "from_at"),
            UtcInstants.read(row, "until_at")),
        new Reconciliation.Progress(
            Rows.word(row, "state", Reconciliation.State.class),
            row.getString("next_page"),
            row.getLong("pages"),
            row.getLong("lines"),
            UtcInstants.read(row, "read_until"),
            UtcInstants.read(row, "ended_at"),
            row.getString("problem")),
        row.getString("started_by"),
        UtcInstants.read(row, "started_at"));
  }
}
