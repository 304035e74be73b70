package duken.store.jdbc.reconcile;

import duken.domain.Money;
import duken.store.Scope;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.BankLines;
import duken.store.reconcile.OwnSide;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables {@code bank_line} and {@code bank_decision}. */
public final class JdbcBankLines implements BankLines {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_SOURCE = 64;

  private final Handle handle;
  private final NamedLocks locks;
  private final OwnSideQueries own;

  /** Works in the transaction of {@code handle}. */
  public JdbcBankLines(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
    this.own = new OwnSideQueries(handle);
  }

  @Override
  public int add(Scope scope, String provider, List<BankLine.Told> told, Instant seenAt) {
    if (told.isEmpty()) {
      return 0;
    }
    // A reading and the look at the newest lines may bring the same one.
    locks.take(NamedLocks.Purpose.ANOMALY, "bank_line", scope, provider);
    int added = 0;
    for (BankLine.Told line : told) {
      added +=
          handle
              .createUpdate(
                  """
                  insert into bank_line (tenant_id, mode, provider, line_key, operation_id,
                    order_number, is_return, amount, happened_at, payer, mark, source, seen_at)
                  select tenant.id, :mode, :provider, :key, :operation, :order, :isReturn,
                    cast(:amount as bigint), :at, :payer, :mark, :source, :seenAt
                  from tenant where tenant.id = :tenant and not exists (
                    select 1 from bank_line known where known.tenant_id = :tenant
                      and known.mode = :mode and known.provider = :provider
                      and known.line_key = :key)
                  """)
              .bindMap(Rows.owner(scope))
              .bind("provider", provider)
              .bind("key", cut(line.key(), LONGEST_NAME))
              .bind("operation", cut(line.operationId(), LONGEST_NAME))
              .bind("order", cut(line.order(), LONGEST_NAME))
              .bind("isReturn", line.isReturn())
              .bind("amount", Rows.tiynOrNull(line.amount()))
              .bind("at", line.at())
              .bind("payer", cut(line.payer(), LONGEST_NAME))
              .bind("mark", cut(line.mark(), LONGEST_NAME))
              .bind("source", cut(line.source(), LONGEST_SOURCE))
              .bind("seenAt", seenAt)
              .execute();
    }
    return added;
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  @Override
  public Optional<BankLine> lock(Scope scope, long id) {
    return handle
        .createQuery(
            "select * from bank_line where tenant_id = :tenant and mode = :mode and id = :id"
                + " for update")
        .bindMap(Rows.owner(scope))
        .bind("id", id)
        .map(row -> line(row))
        .findOne();
  }

  @Override
  public boolean assign(long id, long invoiceId) {
    return handle
            .createUpdate(
                "update bank_line set invoice_id = :invoice where id = :id and invoice_id is null")
            .bind("id", id)
            .bind("invoice", invoiceId)
            .execute()
        == 1;
  }

  @Override
  public List<BankLine> between(Scope scope, String provider, Instant from, Instant until) {
    return handle
        .createQuery(
            """
            select * from bank_line where tenant_id = :tenant and mode = :mode
              and provider = :provider and happened_at >= :from and happened_at < :until
            order by happened_at, id
            """)
        .bindMap(Rows.owner(scope))
        .bind("provider", provider)
        .bind("from", from)
        .bind("until", until)
        .map(row -> line(row))
        .list();
  }

  @Override
  public List<BankLine> unassigned(Scope scope, String provider, Instant since, int limit) {
    return handle
        .createQuery(
            """
            select * from bank_line where tenant_id = :tenant and mode = :mode
              and provider = :provider and happened_at >= :since and not is_return
              and invoice_id is null and amount is not null
              and not exists (select 1 from bank_operation o join invoice i on i.id = o.invoice_id
                where o.operation_id = bank_line.operation_id and i.tenant_id = :tenant
                  and i.mode = :mode)
              and not exists (select 1 from bank_decision d where d.line_id = bank_line.id)
            order by happened_at, id limit :limit
            """)
        .bindMap(Rows.owner(scope))
        .bind("provider", provider)
        .bind("since", since)
        .bind("limit", limit)
        .map(row -> line(row))
        .list();
  }

  @Override
  public void decide(BankDecision decision) {
    handle
        .createUpdate(
            """
            insert into bank_decision (tenant_id, mode, line_id, invoice_id, refund_id, what,
              reason, decided_by, decided_at)
            values (:tenant, :mode, :line, :invoice, :refund, :what, :reason, :by, :at)
            """)
        .bindMap(Rows.owner(decision.scope()))
        .bind("line", decision.lineId())
        .bind("invoice", decision.invoiceId())
        .bind("refund", decision.refundId())
        .bind("what", decision.what())
        .bind("reason", decision.reason())
        .bind("by", cut(decision.by(), LONGEST_NAME))
        .bind("at", decision.at())
        .execute();
  }

  @Override
  public List<BankDecision> decisions(Scope scope, Instant from, Instant until) {
    return handle
        .createQuery(
            """
            select d.* from bank_decision d join bank_line l on l.id = d.line_id
            where l.tenant_id = :tenant and l.mode = :mode and l.happened_at >= :from
              and l.happened_at < :until
            union all
            select d.* from bank_decision d join invoice i on i.id = d.invoice_id
            where d.line_id is null and d.refund_id is null and i.tenant_id = :tenant
              and i.mode = :mode and i.paid_at >= :from and i.paid_at < :until
            union all
            select d.* from bank_decision d join refund r on r.id = d.refund_id
            where d.line_id is null and r.tenant_id = :tenant and r.mode = :mode
              and r.completed_at >= :from and r.completed_at < :until
            order by 1
            """)
        .bindMap(Rows.owner(scope))
        .bind("from", from)
        .bind("until", until)
        .map(row -> decision(row))
        .list();
  }

  @Override
  public Optional<BankDecision> decision(long lineId) {
    return handle
        .createQuery("select * from bank_decision where line_id = :line order by id desc limit 1")
        .bind("line", lineId)
        .map(row -> decision(row))
        .findOne();
  }

  @Override
  public Optional<BankDecision> ownDecision(long invoiceId, Long refundId) {
    return handle
        .createQuery(
            "select * from bank_decision where invoice_id = :invoice and line_id is null"
                + " and coalesce(refund_id, 0) = :refund order by id desc limit 1")
        .bind("invoice", invoiceId)
        .bind("refund", refundId == null ? 0L : refundId)
        .map(row -> decision(row))
        .findOne();
  }

  @Override
  public List<OwnSide.Named> named(Scope scope, String provider, Instant from, Instant until) {
    return own.named(scope, provider, from, until);
  }

  @Override
  public List<OwnSide.Paid> paid(Scope scope, String provider, Instant from, Instant until) {
    return own.paid(scope, provider, from, until);
  }

  @Override
  public List<OwnSide.Refunded> refunded(
      Scope scope, String provider, Instant from, Instant until) {
    return own.refunded(scope, provider, from, until);
  }

  @Override
  public List<OwnSide.Odd> odd(Scope scope, Instant since) {
    return own.odd(scope, since);
  }

  @Override
  public List<OwnSide.Candidate> candidates(
      Scope scope, String provider, Money amount, Instant from, Instant until, boolean openOnly) {
    return own.candidates(scope, provider, amount, from, until, openOnly);
  }

  @Override
  public Map<Long, String> sources(Scope scope, List<Long> invoices) {
    return own.sources(scope, invoices);
  }

  @Override
  public boolean isAwaited(String mark) {
    return own.isAwaited(mark);
  }

  @Override
  public int wipePayers(Instant before, int most) {
    return handle
        .createUpdate(
            "update bank_line set payer = null where id in (select id from bank_line"
                + " where payer is not null and happened_at < :before order by id limit :most)")
        .bind("before", before)
        .bind("most", most)
        .execute();
  }

  private static BankLine line(ResultSet row) throws SQLException {
    return new BankLine(
        row.getLong("id"),
        Rows.scope(row),
        row.getString("provider"),
        new BankLine.Told(
            row.getString("line_key"),
            row.getString("operation_id"),
            row.getString("order_number"),
            row.getBoolean("is_return"),
            Rows.moneyOrNull(row, "amount"),
            UtcInstants.read(row, "happened_at"),
            row.getString("payer"),
            row.getString("mark"),
            row.getString("source")),
        row.getObject("invoice_id", Long.class),
        UtcInstants.read(row, "seen_at"));
  }

  private static BankDecision decision(ResultSet row) throws SQLException {
    return new BankDecision(
        Rows.scope(row),
        row.getObject("line_id", Long.class),
        row.getObject("invoice_id", Long.class),
        row.getObject("refund_id", Long.class),
        Rows.word(row, "what", BankDecision.What.class),
        row.getString("reason"),
        row.getString("decided_by"),
        UtcInstants.read(row, "decided_at"));
  }
}
