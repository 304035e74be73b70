package duken.store.cash;

import duken.domain.cash.CashKind;
import duken.store.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cash of a shop's desks. */
public interface CashRows {

  CashSettings settings(long tenantId);

  void put(long tenantId, CashSettings settings);

  /**
   * Holds all other changes of cash off until the transaction ends. Take a row of an invoice
   * before, never after.
   */
  void lock();

  /** Adds a row; the same with its id and its entry in the event log. */
  CashRow insert(CashRow row);

  /** Notes what was sold; the row was just added. */
  void addLines(CashRow row, List<CashLine> lines);

  /** What was sold, in its order; empty for a bare sum. */
  List<CashLine> lines(CashRow row);

  Optional<CashRow> find(Scope scope, long id);

  /** The row that was made under this key. */
  Optional<CashRow> byKey(Scope scope, String callKey);

  /** The largest number of a sale in cash, 0 before the first. */
  long lastNumber(Scope scope);

  /** What was returned of a sale or part. */
  List<CashRow> returnsOf(Scope scope, long saleId);

  /**
   * A desk's rows in a part of the event log, oldest first.
   *
   * @param after behind this entry
   * @param last up to this entry
   */
  List<CashRow> ofDesk(Scope scope, String desk, long after, long last);

  /**
   * What lies in a desk's drawer by the books after this entry of the event log, in tiyn: what was
   * counted last, and everything since.
   */
  long balance(Scope scope, String desk, long event);

  /**
   * The shop's rows of these kinds, newest first.
   *
   * @param before only those with a smaller id
   */
  List<CashRow> list(Scope scope, Set<CashKind> kinds, long before, int limit);

  /** Cash that waits for the end of an invoice of this desk, or to be given back; oldest first. */
  List<CashPart> unsettled(Scope scope, String desk);

  /**
   * The rest of a mixed payment came late and is kept: its cash is a sale too, unless the customer
   * had it back.
   *
   * @param invoiceId the invoice that ended
   * @param bookedId the invoice that books what came
   */
  void keep(long invoiceId, long bookedId);

  /** The cash beside an invoice, or beside the one whose late payment it books. */
  Optional<CashPart> ofInvoice(Scope scope, long invoiceId);
}
