package duken.store.jdbc.invoice;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.store.InvoiceQuery;
import duken.store.Invoices;
import duken.store.Page;
import duken.store.Scope;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.row.InvoiceLines;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.search.InvoiceSearch;
import duken.store.jdbc.search.InvoiceTally;
import duken.store.jdbc.search.InvoiceWords;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code invoice}. */
public final class JdbcInvoices implements Invoices {

  private static final List<InvoiceStatus> OPEN =
      Arrays.stream(InvoiceStatus.values()).filter(InvoiceStatus::isOpen).toList();

  /** Statuses in which a body key is taken: all but those that end without money. */
  private static final List<InvoiceStatus> OCCUPYING =
      Arrays.stream(InvoiceStatus.values())
          .filter(status -> status.isOpen() || status.hasMoney())
          .toList();

  private final Handle handle;
  private final Dialect dialect;
  private final NamedLocks locks;
  private final InvoiceHistory history;
  private final InvoiceTally tally;

  /** What this transaction has locked, as it is now. */
  private final Map<Long, Invoice> locked;

  private final InvoiceLines lines;
  private final InvoiceNumbers numbers;

  public JdbcInvoices(
      Handle handle,
      Dialect dialect,
      NamedLocks locks,
      InvoiceHistory history,
      InvoiceTally tally,
      Map<Long, Invoice> locked) {
    this.handle = handle;
    this.dialect = dialect;
    this.locks = locks;
    this.history = history;
    this.tally = tally;
    this.locked = locked;
    this.lines = new InvoiceLines(handle);
    this.numbers = new InvoiceNumbers(handle);
  }

  @Override
  public Invoice insert(Invoice invoice) {
    long number = numbers.next(new Scope(invoice.tenantId(), invoice.mode()));
    long id =
        InvoiceRows.bindState(
                InvoiceRows.bindTerms(handle.createUpdate(InvoiceRows.INSERT), invoice), invoice)
            .bind("number", number)
            .executeAndReturnKey("id");
    InvoiceWords.insert(handle, id, invoice);
    PaymentTraces.write(handle, id, null, invoice);
    tally.made(invoice);
    boolean hasLines = !invoice.terms().items().isEmpty();
    return new InvoiceRows.Bare(invoice, hasLines)
        .with(id, number, lines.insert(id, invoice.terms().items()));
  }

  @Override
  public Optional<Invoice> find(Scope scope, long id) {
    return one(
        inScope(
                "select * from invoice where tenant_id = :tenant and mode = :mode and id = :id",
                scope)
            .bind("id", id));
  }

  @Override
  public Optional<Invoice> find(long id) {
    return one(handle.createQuery("select * from invoice where id = :id").bind("id", id));
  }

  @Override
  public Optional<Invoice> lock(long id) {
    Optional<Invoice> invoice =
        one(handle.createQuery("select * from invoice where id = :id for update").bind("id", id));
    invoice.ifPresent(it -> locked.put(id, it));
    return invoice;
  }

  @Override
  public Optional<Invoice> lock(Invoice atHand) {
    boolean same =
        handle
            .createQuery("select version from invoice where id = :id for update")
            .bind("id", atHand.id())
            .mapTo(Long.class)
            .findOne()
            .filter(version -> version == atHand.revision().version())
            .isPresent();
    if (!same) {
      return lock(atHand.id());
    }
    locked.put(atHand.id(), atHand);
    return Optional.of(atHand);
  }

  @Override
  public boolean update(Invoice invoice) {
    Invoice before = locked.get(invoice.id());
    if (before == null || before.revision().version() != invoice.revision().version() - 1) {
      before =
          find(invoice.id())
              .filter(it -> it.revision().version() == invoice.revision().version() - 1)
              .orElse(null);
    }
    if (before == null
        || InvoiceRows.bindState(handle.createUpdate(InvoiceRows.UPDATE), invoice)
                .bind("id", invoice.id())
                .execute()
            != 1) {
      return false;
    }
    locked.replace(invoice.id(), invoice);
    PaymentTraces.write(handle, invoice.id(), before, invoice);
    tally.moved(before.state().status(), before.state().refunds().refunded(), invoice);
    return true;
  }

  @Override
  public Page<Invoice> list(Scope scope, InvoiceQuery query) {
    if (query.statuses() == null) {
      return new Page<>(List.of(), 0, query.slice().limit(), query.slice().offset());
    }
    tally.flush();
    InvoiceSearch search = new InvoiceSearch(dialect, scope, query);
    return new Page<>(
        lines.fill(search.page(handle)),
        search.count(handle),
        query.slice().limit(),
        query.slice().offset());
  }

  @Override
  public Sums sums(Scope scope, InvoiceQuery query) {
    tally.flush();
    return query.statuses() == null
        ? new Sums(Money.ZERO, Money.ZERO)
        : new InvoiceSearch(dialect, scope, query).sums(handle);
  }

  @Override
  public List<Invoice> findAll(Scope scope, List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return all(
        inScope(
                "select * from invoice where tenant_id = :tenant and mode = :mode"
                    + " and id in (<ids>) order by id",
                scope)
            .bindList("ids", ids));
  }

  @Override
  public List<Invoice> open(long afterId, int limit) {
    return all(
        handle
            .createQuery(
                "select * from invoice where status in (<open>) and id > :after"
                    + " order by id limit :limit")
            .bindList("open", OPEN)
            .bind("after", afterId)
            .bind("limit", limit));
  }

  @Override
  public List<Long> overdue(Instant now, int limit) {
    return handle
        .createQuery(
            "select id from invoice where status in (<open>) and expires_at <= :now"
                + " order by expires_at, id limit :limit")
        .bindList("open", OPEN)
        .bind("now", now)
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public long countOpen() {
    return handle
        .createQuery("select count(*) from invoice where status in (<open>)")
        .bindList("open", OPEN)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public Optional<Invoice> findByPayToken(String payToken) {
    return one(
        handle
            .createQuery("select * from invoice where pay_token = :token")
            .bind("token", payToken));
  }

  @Override
  public Optional<Invoice> findByIdempotencyId(Scope scope, String idempotencyId) {
    return one(
        inScope(
                """
                select * from invoice where tenant_id = :tenant and mode = :mode
                  and idempotency_id = :idempotencyId and status in (<occupying>)
                order by id limit 1
                """,
                scope)
            .bind("idempotencyId", idempotencyId)
            .bindList("occupying", OCCUPYING));
  }

  @Override
  public void lockIdempotencyId(Scope scope, String idempotencyId) {
    locks.take(NamedLocks.Purpose.IDEMPOTENCY_ID, scope, idempotencyId);
  }

  @Override
  public void addHistory(HistoryEntry entry) {
    history.add(entry);
  }

  @Override
  public List<HistoryEntry> history(long invoiceId) {
    return history.of(invoiceId);
  }

  @Override
  public long lastChange() {
    return history.last();
  }

  @Override
  public List<Change> changes(Scope scope, long after, int limit) {
    return history.changes(scope, after, limit, lines);
  }

  @Override
  public List<Invoice> unannounced(Scope scope, int limit) {
    return all(Announcing.missing(handle, scope, limit));
  }

  @Override
  public List<Invoice> paidBy(
      Scope scope, String payerName, Money atLeast, Instant since, int limit) {
    return all(
        inScope(
                """
                select * from invoice where tenant_id = :tenant and mode = :mode
                  and paid_at >= :since and payer_name = :payer and amount >= :amount order by
                  paid_at desc, id desc limit :limit
                """,
                scope)
            .bindMap(Map.of("since", since, "payer", payerName, "amount", atLeast.tiyn()))
            .bind("limit", limit));
  }

  @Override
  public void markAnnounced(Scope scope, long id, Instant at) {
    Announcing.mark(handle, scope, id, at);
  }

  private Query inScope(String sql, Scope scope) {
    return handle.createQuery(sql).bindMap(Rows.owner(scope));
  }

  private Optional<Invoice> one(Query query) {
    return all(query).stream().findFirst();
  }

  private List<Invoice> all(Query query) {
    return lines.fill(query.map(row -> InvoiceRows.read(row)).list());
  }
}
