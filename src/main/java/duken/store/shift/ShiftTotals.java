package duken.store.shift;

import duken.domain.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a shift comes to.
 *
 * @param lines by way and cashier, in their alphabetical order; no two have both in common
 */
public record ShiftTotals(List<Line> lines) {

  public ShiftTotals {
    lines = List.copyOf(lines);
  }

  /**
   * Sales and refunds of one way and one cashier.
   *
   * @param sales how many
   * @param refunds how many
   */
  public record Line(
      String way, String cashier, long sales, Money salesSum, long refunds, Money refundsSum) {

    private Line with(Line other) {
      return new Line(
          way,
          cashier,
          sales + other.sales,
          salesSum.plus(other.salesSum),
          refunds + other.refunds,
          refundsSum.plus(other.refundsSum));
    }
  }

  /** The sums of these rows. */
  public static ShiftTotals of(List<MoneyRow> rows) {
    List<Line> single = new ArrayList<>();
    for (MoneyRow row : rows) {
      single.add(
          row.refund()
              ? new Line(row.way(), row.cashier(), 0, Money.ZERO, 1, row.amount())
              : new Line(row.way(), row.cashier(), 1, row.amount(), 0, Money.ZERO));
    }
    List<Line> lines = merged(single, line -> List.of(line.way(), line.cashier()));
    lines.sort(Comparator.comparing(Line::way).thenComparing(Line::cashier));
    return new ShiftTotals(lines);
  }

  /** One line per way; its cashier is of no meaning. */
  public List<Line> byWay() {
    return merged(lines, Line::way);
  }

  /** One line per cashier; its way is of no meaning. */
  public List<Line> byCashier() {
    return merged(lines, Line::cashier);
  }

  public Line whole() {
    Line whole = new Line("", "", 0, Money.ZERO, 0, Money.ZERO);
    for (Line line : lines) {
      whole = whole.with(line);
    }
    return whole;
  }

  private static List<Line> merged(List<Line> lines, Function<Line, Object> key) {
    Map<Object, Line> merged = new LinkedHashMap<>();
    lines.forEach(line -> merged.merge(key.apply(line), line, Line::with));
    return new ArrayList<>(merged.values());
  }
}
