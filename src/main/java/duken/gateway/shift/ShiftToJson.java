package duken.gateway.shift;

import duken.api.ShiftJson;
import duken.engine.shift.ShiftReport;
import duken.gateway.cash.CashToJson;
import duken.gateway.contract.Wire;
import duken.store.shift.MoneyRow;
import duken.store.shift.Shift;
import duken.store.shift.ShiftTotals;
import java.util.List;
import java.util.function.Function;

/** Shifts on the wire. */
final class ShiftToJson {

  private ShiftToJson() {}

  /**
   * A report.
   *
   * @param hidden whether what should lie in the drawer is not told
   */
  static ShiftJson.Report report(ShiftReport report, boolean hidden) {
    Shift shift = report.shift();
    ShiftTotals totals = report.totals();
    return new ShiftJson.Report(
        shift.id(),
        shift.desk(),
        shift.number(),
        Wire.time(shift.openedAt()),
        shift.openedBy(),
        Wire.time(shift.closedAt()),
        shift.closedBy(),
        report.openInvoices(),
        sums(totals.whole()),
        lines(totals.byWay(), ShiftTotals.Line::way),
        lines(totals.byCashier(), ShiftTotals.Line::cashier),
        CashToJson.drawer(report.cash(), hidden));
  }

  static ShiftJson.Row row(Shift shift) {
    return new ShiftJson.Row(
        shift.id(),
        shift.desk(),
        shift.number(),
        Wire.time(shift.openedAt()),
        Wire.time(shift.closedAt()));
  }

  static ShiftJson.Money money(MoneyRow row) {
    return new ShiftJson.Money(
        Wire.time(row.at()),
        row.invoiceId(),
        row.invoiceNumber(),
        row.way(),
        row.cashier(),
        row.refund(),
        row.amount().toWire(),
        row.reason());
  }

  private static List<ShiftJson.Line> lines(
      List<ShiftTotals.Line> lines, Function<ShiftTotals.Line, String> name) {
    return lines.stream().map(line -> new ShiftJson.Line(name.apply(line), sums(line))).toList();
  }

  private static ShiftJson.Sums sums(ShiftTotals.Line line) {
    return new ShiftJson.Sums(
        line.sales(), line.salesSum().toWire(), line.refunds(), line.refundsSum().toWire());
  }
}
