package duken.store.shift;

import duken.store.Scope;
import java.util.List;
import java.util.Optional;

/** Shifts and the money that belongs to them. */
public interface Shifts {

  /** Adds an open one; the same with its id. */
  Shift insert(Shift shift);

  /**
   * Closes an open one with its sums.
   *
   * @return whether it was still open
   */
  boolean close(Shift closed, ShiftTotals totals);

  /** The newest shift of a desk, open or closed. */
  Optional<Shift> newest(Scope scope, String desk);

  /** The shop's own shift with this id. */
  Optional<Shift> find(Scope scope, long id);

  /**
   * The shop's shifts of all desks, newest first.
   *
   * @param before only those with a smaller id
   */
  List<Shift> list(Scope scope, long before, int limit);

  /** The kept sums of a closed shift. */
  ShiftTotals totals(long shiftId);

  /**
   * The money of a desk's own sales in a part of the event log, oldest first.
   *
   * @param after behind this entry
   * @param last up to this entry
   */
  List<MoneyRow> money(Scope scope, String desk, long after, long last);

  /** How many of a desk's invoices are open. */
  long openInvoices(Scope scope, String desk);
}
