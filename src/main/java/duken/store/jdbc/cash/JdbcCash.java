package duken.store.jdbc.cash;

import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.store.Scope;
import duken.store.cash.CashLine;
import duken.store.cash.CashPart;
import duken.store.cash.CashRow;
import duken.store.cash.CashRows;
import duken.store.cash.CashSettings;
import duken.store.event.NewEvent;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.invoice.InvoiceHistory;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cash in a table of its own that is only ever added to. */
public final class JdbcCash implements CashRows {

  /** The word under which the event log keeps cash. */
  static final String EVENT = "cash";

  private final Handle handle;
  private final InvoiceHistory history;

  /** Works in the transaction of {@code handle}; {@code history} gives the entries of the log. */
  public JdbcCash(Handle handle, InvoiceHistory history) {
    this.handle = handle;
    this.history = history;
  }

  @Override
  public CashSettings settings(long tenantId) {
    return handle
        .createQuery("select * from cash_settings where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(
            row ->
                new CashSettings(
                    row.getBoolean("enabled"),
                    row.getBoolean("blind_count"),
                    row.getBoolean("told")))
        .findOne()
        .orElseGet(CashSettings::off);
  }

  @Override
  public void put(long tenantId, CashSettings settings) {
    handle
        .createUpdate("delete from cash_settings where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .execute();
    handle
        .createUpdate(
            "insert into cash_settings (tenant_id, enabled, blind_count, told)"
                + " values (:tenant, :enabled, :blind, :told)")
        .bind("tenant", tenantId)
        .bind("enabled", settings.enabled())
        .bind("blind", settings.blindCount())
        .bind("told", settings.told())
        .execute();
  }

  @Override
  public void lock() {
    history.lock();
  }

  @Override
  public CashRow insert(CashRow row) {
    CashRow.Made made = row.made();
    CashRow.Detail detail = row.detail();
    String words = row.kind().wire() + " " + row.amount().toWire();
    long event =
        history.write(new NewEvent(row.scope(), detail.invoiceId(), EVENT, made.at(), words));
    long id =
        handle
            .createUpdate(
                """
                insert into cash_operation (tenant_id, mode, event, desk, who, happened_at, kind,
                  amount, number, tendered, sale_id, invoice_id, expected, banknotes, reason,
                  call_key)
                values (:tenant, :mode, :event, :desk, :who, :at, :kind, :amount, :number,
                  :tendered, :sale, :invoice, :expected, :banknotes, :reason, :key)
                """)
            .bindMap(Rows.owner(row.scope()))
            .bind("event", event)
            .bind("desk", made.desk())
            .bind("who", made.who())
            .bind("at", made.at())
            .bind("kind", row.kind())
            .bind("amount", row.amount().tiyn())
            .bind("number", detail.number())
            .bind("tendered", Rows.tiynOrNull(detail.tendered()))
            .bind("sale", detail.saleId())
            .bind("invoice", detail.invoiceId())
            .bind("expected", detail.expectedTiyn())
            .bind("banknotes", detail.banknotes())
            .bind("reason", detail.reason())
            .bind("key", row.callKey())
            .executeAndReturnKey("id");
    CashRow.Made kept = new CashRow.Made(made.desk(), made.who(), UtcInstants.kept(made.at()));
    return new CashRow(
        id, event, row.scope(), kept, row.kind(), row.amount(), detail, row.callKey());
  }

  @Override
  public void addLines(CashRow row, List<CashLine> lines) {
    new CashLines(handle).add(row.id(), lines);
  }

  @Override
  public List<CashLine> lines(CashRow row) {
    return new CashLines(handle).of(row.id());
  }

  @Override
  public Optional<CashRow> find(Scope scope, long id) {
    return handle
        .createQuery(
            "select * from cash_operation where tenant_id = :tenant and mode = :mode and id = :id")
        .bindMap(Rows.owner(scope))
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public Optional<CashRow> byKey(Scope scope, String callKey) {
    return handle
        .createQuery(
            "select * from cash_operation"
                + " where tenant_id = :tenant and mode = :mode and call_key = :key")
        .bindMap(Rows.owner(scope))
        .bind("key", callKey)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public long lastNumber(Scope scope) {
    return handle
        .createQuery(
            "select coalesce(max(number), 0) from cash_operation"
                + " where tenant_id = :tenant and mode = :mode")
        .bindMap(Rows.owner(scope))
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<CashRow> returnsOf(Scope scope, long saleId) {
    return handle
        .createQuery(
            "select * from cash_operation"
                + " where tenant_id = :tenant and mode = :mode and sale_id = :sale order by id")
        .bindMap(Rows.owner(scope))
        .bind("sale", saleId)
        .map(row -> read(row))
        .list();
  }

  @Override
  public List<CashRow> ofDesk(Scope scope, String desk, long after, long last) {
    return handle
        .createQuery(
            "select * from cash_operation where tenant_id = :tenant and mode = :mode"
                + " and desk = :desk and event > :after and event <= :last order by event")
        .bindMap(Rows.owner(scope))
        .bind("desk", desk)
        .bind("after", after)
        .bind("last", last)
        .map(row -> read(row))
        .list();
  }

  @Override
  public long balance(Scope scope, String desk, long event) {
    Optional<CashRow> counted =
        handle
            .createQuery(
                "select * from cash_operation where tenant_id = :tenant and mode = :mode"
                    + " and desk = :desk and event <= :event and kind in ('FLOAT', 'COUNT')"
                    + " order by event desc limit 1")
            .bindMap(Rows.owner(scope))
            .bind("desk", desk)
            .bind("event", event)
            .map(row -> read(row))
            .findOne();
    long since = counted.map(CashRow::event).orElse(0L);
    return counted.map(it -> it.amount().tiyn()).orElse(0L)
        + handle
            .createQuery(
                """
                select coalesce(sum(case when kind in ('SALE', 'CASH_IN', 'PART') then amount
                  else -amount end), 0)
                from cash_operation where tenant_id = :tenant and mode = :mode
                  and desk = :desk and event > :since and event <= :event
                """)
            .bindMap(Rows.owner(scope))
            .bind("desk", desk)
            .bind("since", since)
            .bind("event", event)
            .mapTo(Long.class)
            .one();
  }

  @Override
  public List<CashRow> list(Scope scope, Set<CashKind> kinds, long before, int limit) {
    return handle
        .createQuery(
            "select * from cash_operation where tenant_id = :tenant and mode = :mode"
                + " and id < :before and kind in (<kinds>) order by id desc limit :limit")
        .bindMap(Rows.owner(scope))
        .bind("before", before)
        .bindList("kinds", kinds.stream().map(Enum::name).toList())
        .bind("limit", limit)
        .map(row -> read(row))
        .list();
  }

  @Override
  public List<CashPart> unsettled(Scope scope, String desk) {
    return new CashParts(handle).unsettled(scope, desk);
  }

  @Override
  public Optional<CashPart> ofInvoice(Scope scope, long invoiceId) {
    return new CashParts(handle).ofInvoice(scope, invoiceId);
  }

  @Override
  public void keep(long invoiceId, long bookedId) {
    new CashParts(handle).keep(invoiceId, bookedId, this::lock);
  }

  static CashRow read(ResultSet row) throws SQLException {
    return new CashRow(
        row.getLong("id"),
        row.getLong("event"),
        Rows.scope(row),
        new CashRow.Made(
            row.getString("desk"), row.getString("who"), UtcInstants.read(row, "happened_at")),
        Rows.word(row, "kind", CashKind.class),
        Money.ofTiyn(row.getLong("amount")),
        new CashRow.Detail(
            row.getObject("number", Long.class),
            Rows.moneyOrNull(row, "tendered"),
            row.getObject("sale_id", Long.class),
            row.getObject("invoice_id", Long.class),
            row.getObject("expected", Long.class),
            row.getString("banknotes"),
            row.getString("reason")),
        row.getString("call_key"));
  }
}
