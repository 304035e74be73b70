package duken.simulator.cashier;

import duken.simulator.cashier.fault.Outward;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.ledger.Payers;
import duken.simulator.proof.WallTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of the history: a sale that was paid, or money that went back (section 6).
 *
 * @param sale it belongs to
 */
record HistoryRow(long id, LedgerOperation sale, boolean isReturn, long tiyn, Instant at) {

  static final Comparator<HistoryRow> NEWEST_FIRST =
      Comparator.comparing(HistoryRow::at).thenComparing(HistoryRow::id).reversed();

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** The rows of an operation; none before it was paid. */
  static Stream<HistoryRow> of(LedgerOperation sale) {
    if (sale.times().paidAt() == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(new HistoryRow(sale.id(), sale, false, sale.tiyn(), sale.times().paidAt())),
        sale.returns().stream()
            .map(one -> new HistoryRow(one.id(), sale, true, one.tiyn(), one.at())));
  }

  /** The first rows, and all of the same moment as the last of them: the next page starts below. */
  static List<HistoryRow> page(List<HistoryRow> rows, int size) {
    if (rows.size() <= size) {
      return rows;
    }
    String last = Outward.date(rows.get(size - 1).at());
    int end = size;
    while (end < rows.size() && Outward.date(rows.get(end).at()).equals(last)) {
      end++;
    }
    return rows.subList(0, end);
  }

  Map<String, Object> json(Outward out, String source) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Id", out.id(id));
    row.put("OrderNumber", "QR" + id);
    row.put("OrderRegDate", Outward.rowDate(at));
    row.put("Time", TIME.format(at.atZone(WallTime.ALMATY)));
    row.put("Amount", out.amount(tiyn));
    row.put("ClientName", sale.customer().payer());
    row.put("ClientShortName", Payers.shortened(sale.customer().payer()));
    row.put("OperationType", out.number(isReturn ? 1 : 0));
    row.put("OperationMethod", out.number(sale.kind().method()));
    row.put("Comment", sale.customer().comment());
    row.put("SourceType", source);
    row.put("SaleType", "Dynamic");
    row.put("Features", out.number(0));
    return row;
  }
}
