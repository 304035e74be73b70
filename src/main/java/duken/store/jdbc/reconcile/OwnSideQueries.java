package duken.store.jdbc.reconcile;

import duken.domain.Anomaly;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.reconcile.OwnSide;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our side of a bank's list. */
final class OwnSideQueries {

  private static final int MOST_CANDIDATES = 20;

  private final Handle handle;

  OwnSideQueries(Handle handle) {
    this.handle = handle;
  }

  List<OwnSide.Named> named(Scope scope, String provider, Instant from, Instant until) {
    return spanning(
            """
            select l.id as line_id, i.id, i.number, i.status, i.amount, i.operation_id,
              i.refunded + i.refunding as gone_back
            from bank_line l join bank_operation o on o.operation_id = l.operation_id
              join invoice i on i.id = o.invoice_id and i.tenant_id = :tenant and i.mode = :mode
            where l.tenant_id = :tenant and l.mode = :mode and l.provider = :provider
              and l.happened_at >= :from and l.happened_at < :until and not l.is_return
            order by l.id, i.id
            """,
            scope,
            provider,
            from,
            until)
        .map(
            row ->
                new OwnSide.Named(
                    row.getLong("line_id"),
                    row.getLong("id"),
                    row.getLong("number"),
                    Rows.word(row, "status", InvoiceStatus.class),
                    Rows.money(row, "amount"),
                    row.getString("operation_id"),
                    Rows.money(row, "gone_back")))
        .list();
  }

  List<OwnSide.Paid> paid(Scope scope, String provider, Instant from, Instant until) {
    return spanning(
            """
            select i.id, i.number, i.status, i.amount, i.paid_at,
              exists (select 1 from bank_line l where l.operation_id = i.operation_id
                and l.tenant_id = :tenant and l.mode = :mode and l.provider = :provider
                and not l.is_return) as listed
            from invoice i
            where i.tenant_id = :tenant and i.mode = :mode and i.provider = :provider
              and i.paid_at >= :from and i.paid_at < :until
            order by i.paid_at, i.id
            """,
            scope,
            provider,
            from,
            until)
        .map(
            row ->
                new OwnSide.Paid(
                    row.getLong("id"),
                    row.getLong("number"),
                    Rows.word(row, "status", InvoiceStatus.class),
                    Rows.money(row, "amount"),
                    UtcInstants.read(row, "paid_at"),
                    row.getBoolean("listed")))
        .list();
  }

  List<OwnSide.Refunded> refunded(Scope scope, String provider, Instant from, Instant until) {
    return spanning(
            """
            select r.id, r.invoice_id, i.number, r.amount, r.provider_refund_id, r.completed_at
            from refund r join invoice i on i.id = r.invoice_id
            where r.tenant_id = :tenant and r.mode = :mode and i.provider = :provider
              and r.status = 'COMPLETED' and r.completed_at >= :from and r.completed_at < :until
            order by r.completed_at, r.id
            """,
            scope,
            provider,
            from,
            until)
        .map(
            row ->
                new OwnSide.Refunded(
                    row.getLong("id"),
                    row.getLong("invoice_id"),
                    row.getLong("number"),
                    Rows.money(row, "amount"),
                    row.getString("provider_refund_id"),
                    UtcInstants.read(row, "completed_at")))
        .list();
  }

  List<OwnSide.Odd> odd(Scope scope, Instant since) {
    return handle
        .createQuery(
            """
            select a.*, i.number from anomaly a join invoice i on i.id = a.invoice_id
            where a.tenant_id = :tenant and a.mode = :mode and a.detected_at >= :since
            order by a.id
            """)
        .bindMap(Rows.owner(scope))
        .bind("since", since)
        .map(
            row ->
                new OwnSide.Odd(
                    row.getLong("invoice_id"),
                    row.getLong("number"),
                    Rows.word(row, "kind", Anomaly.Kind.class),
                    Rows.money(row, "amount"),
                    row.getString("operation_id"),
                    UtcInstants.read(row, "detected_at"),
                    Rows.word(row, "resolution", Anomaly.Resolution.class)))
        .list();
  }

  List<OwnSide.Candidate> candidates(
      Scope scope, String provider, Money amount, Instant from, Instant until, boolean openOnly) {
    String states = openOnly ? "('PENDING')" : "('PENDING', 'CANCELLED', 'EXPIRED')";
    return spanning(
            "select id, number, status, amount, created_at from invoice"
                + " where tenant_id = :tenant and mode = :mode and amount = :amount"
                + " and provider = :provider and kind <> 'TERMINAL'"
                + " and created_at >= :from and created_at < :until and status in "
                + states
                + " order by id desc limit "
                + MOST_CANDIDATES,
            scope,
            provider,
            from,
            until)
        .bind("amount", amount.tiyn())
        .map(
            row ->
                new OwnSide.Candidate(
                    row.getLong("id"),
                    row.getLong("number"),
                    Rows.word(row, "status", InvoiceStatus.class),
                    Rows.money(row, "amount"),
                    UtcInstants.read(row, "created_at")))
        .list();
  }

  Map<Long, String> sources(Scope scope, List<Long> invoices) {
    Map<Long, String> sources = new HashMap<>();
    handle
        .createQuery(
            """
            select i.id, l.source from invoice i join bank_line l
              on l.operation_id = i.operation_id and l.tenant_id = i.tenant_id
                and l.mode = i.mode and l.provider = i.provider
            where i.tenant_id = :tenant and i.mode = :mode and i.id in (<invoices>)
              and l.source is not null and not l.is_return
            """)
        .bindMap(Rows.owner(scope))
        .bindList("invoices", invoices)
        .map(row -> Map.entry(row.getLong("id"), row.getString("source")))
        .list()
        .forEach(it -> sources.put(it.getKey(), it.getValue()));
    return sources;
  }

  boolean isAwaited(String mark) {
    return !handle
        .createQuery("select id from bank_operation where mark = :mark and operation_id is null")
        .bind("mark", mark)
        .mapTo(Long.class)
        .list()
        .isEmpty();
  }

  private Query spanning(String sql, Scope scope, String provider, Instant from, Instant until) {
    return handle
        .createQuery(sql)
        .bindMap(Rows.owner(scope))
        .bind("provider", provider)
        .bind("from", from)
        .bind("until", until);
  }
}
