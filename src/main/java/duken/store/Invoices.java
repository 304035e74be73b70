package duken.store;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public interface Invoices {

  /** Stores a new invoice with its lines; the result has its id and its lines' ids. */
  Invoice insert(Invoice invoice);

  /** A shop's own invoice. */
  Optional<Invoice> find(Scope scope, long id);

  /** Any shop's invoice: for the engine's own work. */
  Optional<Invoice> find(long id);

  /** Any shop's invoice, locked until the transaction ends. */
  Optional<Invoice> lock(long id);

  /**
   * Locks an invoice; the one at hand is the answer unless somebody has changed it.
   *
   * @param atHand as it was read or written last
   */
  Optional<Invoice> lock(Invoice atHand);

  /**
   * Writes state, bank side and {@code updatedAt} of {@code invoice} if the stored version is
   * exactly one less than its own.
   *
   * @return whether it won
   */
  boolean update(Invoice invoice);

  /** A page of a shop's own invoices. */
  Page<Invoice> list(Scope scope, InvoiceQuery query);

  /** The sums of everything a query matches, whatever its page. */
  Sums sums(Scope scope, InvoiceQuery query);

  /** The shop's own invoices among these ids. */
  List<Invoice> findAll(Scope scope, List<Long> ids);

  /** Every shop's open invoices with an id above {@code afterId}, by id. */
  List<Invoice> open(long afterId, int limit);

  /** Ids of every shop's open invoices whose time was over at {@code now}, oldest end first. */
  List<Long> overdue(Instant now, int limit);

  /** How many invoices of all shops are open. */
  long countOpen();

  /**
   * A shop's own paid invoices, the newest payment first.
   *
   * @param payerName exactly as the bank wrote it
   * @param atLeast the smallest sum
   * @param since of the payment, UTC
   */
  List<Invoice> paidBy(Scope scope, String payerName, Money atLeast, Instant since, int limit);

  /** The invoice behind a pay page. */
  Optional<Invoice> findByPayToken(String payToken);

  /**
   * The invoice that occupies this body key: same shop and mode, and in none of the statuses that
   * free it (gateway contract, section 6).
   */
  Optional<Invoice> findByIdempotencyId(Scope scope, String idempotencyId);

  /**
   * Serialises creations with this body key until the transaction ends, so that two at once cannot
   * both find nothing.
   */
  void lockIdempotencyId(Scope scope, String idempotencyId);

  /** Appends to the life of an invoice. */
  void addHistory(HistoryEntry entry);

  /** The life of an invoice, oldest first. */
  List<HistoryEntry> history(long invoiceId);

  /** The largest history id, 0 when there is none: where followers of changes begin. */
  long lastChange();

  /** The shop's own invoices that changed after history id {@code after}, oldest change first. */
  List<Change> changes(Scope scope, long after, int limit);

  /** Paid invoices of the desk that no window has announced yet, oldest payment first. */
  List<Invoice> unannounced(Scope scope, int limit);

  /** A window showed it. Harmless when repeated. */
  void markAnnounced(Scope scope, long id, Instant at);

  /**
   * What sales brought and gave back.
   *
   * @param paid of invoices whose money came, whatever was returned of it later
   * @param refunded completed refunds of them
   */
  record Sums(Money paid, Money refunded) {}

  /** An invoice and the history id of its newest change. */
  record Change(long cursor, Invoice invoice) {}
}
