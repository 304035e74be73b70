package duken.engine.cash;

import duken.domain.cash.CashKind;
import duken.store.cash.CashRow;
import java.util.List;

/**
 * The drawer of a desk in one shift; all sums in tiyn.
 *
 * @param opening what lay there when the shift began: as it was counted then, less what came since
 *     the shift before, or by the books
 * @param sales taken for sales in cash, and as the cash of mixed payments
 * @param returned given back: refunds, and parts whose rest was never paid
 * @param cameIn put in with a reason
 * @param wentOut taken out with a reason
 * @param differences of the counts after that together, negative when money was missing
 * @param expected what should lie there now, negative when more went than came
 * @param unsettled of it: taken beside invoices that are not paid
 * @param count the newest count of the shift, or null
 * @param isEmpty whether nothing happened and nothing lay there
 */
public record CashDrawer(
    long opening,
    long sales,
    long returned,
    long cameIn,
    long wentOut,
    long differences,
    long expected,
    long unsettled,
    CashRow count,
    boolean isEmpty) {

  /**
   * The sums of a shift.
   *
   * @param before what lay there by the books
   * @param rows of the shift, oldest first
   */
  public static CashDrawer of(long before, List<CashRow> rows, long unsettled) {
    CashRow count =
        rows.stream().filter(it -> it.kind() == CashKind.COUNT).reduce((_, b) -> b).orElse(null);
    long sales = sum(rows, CashKind.SALE) + sum(rows, CashKind.PART);
    long returned = sum(rows, CashKind.REFUND) + sum(rows, CashKind.PART_RETURN);
    long cameIn = sum(rows, CashKind.CASH_IN);
    long wentOut = sum(rows, CashKind.CASH_OUT);
    long opening = before;
    long differences = 0;
    long balance = before;
    boolean first = true;
    for (CashRow row : rows) {
      long found = row.amount().tiyn() - balance;
      if (row.kind() == CashKind.FLOAT && first) {
        // What was counted at the beginning is the beginning, whatever the books said.
        opening += found;
        first = false;
      } else if (row.kind().isCounted()) {
        differences += found;
      }
      balance = row.kind().isCounted() ? row.amount().tiyn() : balance + row.changeTiyn();
    }
    return new CashDrawer(
        opening,
        sales,
        returned,
        cameIn,
        wentOut,
        differences,
        balance,
        unsettled,
        count,
        rows.isEmpty() && before == 0);
  }

  private static long sum(List<CashRow> rows, CashKind kind) {
    return rows.stream().filter(it -> it.kind() == kind).mapToLong(it -> it.amount().tiyn()).sum();
  }
}
