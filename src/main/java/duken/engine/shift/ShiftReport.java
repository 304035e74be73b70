package duken.engine.shift;

import duken.engine.cash.CashDrawer;
import duken.store.shift.Shift;
import duken.store.shift.ShiftTotals;

/**
 * A shift and what it comes to: kept sums when it is closed, those of this moment while it is open.
 *
 * @param openInvoices of the desk; of a closed shift those that went over into the next one
 * @param cash the drawer, or null where there is no cash
 */
public record ShiftReport(Shift shift, ShiftTotals totals, long openInvoices, CashDrawer cash) {}
