package duken.simulator.cashier;

import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Outward;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.cashier.request.TokenGate;
import duken.simulator.ledger.BankTime;
import duken.simulator.ledger.Kind;
import duken.simulator.ledger.Ledger;
import duken.simulator.ledger.LedgerOperation;
import duken.simulator.ledger.Payers;
import duken.simulator.proof.WallTime;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Lists: bills that are open or declined, and what was paid and returned (rows 7 and 8). */
final class HistoryCalls {

  private static final int MOST_BILLS = 100;

  private final Supplier<Behaviour> behaviour;
  private final TokenGate gate;
  private final Ledger ledger;
  private final BankTime time;
  private final AnswerEnvelope envelope;

  HistoryCalls(
      Supplier<Behaviour> behaviour,
      TokenGate gate,
      Ledger ledger,
      BankTime time,
      AnswerEnvelope envelope) {
    this.behaviour = behaviour;
    this.gate = gate;
    this.ledger = ledger;
    this.time = time;
    this.envelope = envelope;
  }

  /** Row 7: a paid bill has moved to row 8. */
  Reply bills(Request request) {
    Session session = gate.payment(request, false);
    long most = StrictFields.of(request).exactly("MaxResult").whole("MaxResult");
    if (most < 1 || most > MOST_BILLS) {
      throw RefusedCall.breach("body", "MaxResult is not from 1 to " + MOST_BILLS);
    }
    List<Map<String, Object>> rows =
        ledger
            .list(
                operation ->
                    operation.profile().equals(session.profile())
                        && operation.kind() == Kind.BILL
                        && !operation.isPaid())
            .stream()
            .limit(most)
            .map(this::bill)
            .toList();
    return envelope.success(Map.of("Operations", rows));
  }

  /** Row 8: newest first, a page at a time. */
  Reply operations(Request request) {
    Session session = gate.payment(request, behaviour.get().deadTokenReadsHistory());
    HistoryPage page = HistoryPage.asked(StrictFields.of(request), time.business());
    List<HistoryRow> all =
        ledger.list(operation -> operation.profile().equals(session.profile())).stream()
            .flatMap(HistoryRow::of)
            .filter(row -> page.holds(row.at()))
            .sorted(HistoryRow.NEWEST_FIRST)
            .toList();
    List<HistoryRow> shown =
        HistoryRow.page(
            all.stream().filter(row -> page.isBelow(row.at())).toList(),
            behaviour.get().historyPage());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("DailySets", days(shown));
    data.put("Statistic", sums(all));
    data.put("FormattedPeriod", page.text());
    data.put("PeriodWithLineBreak", page.text());
    data.put("Icons", List.of());
    data.put("ListHistoryPaymentData", List.of());
    return envelope.success(data);
  }

  private Map<String, Object> bill(LedgerOperation bill) {
    Outward out = envelope.outward();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Id", out.id(bill.id()));
    row.put("Comment", bill.customer().comment());
    row.put("ClientName", bill.customer().payer());
    row.put("ClientShortName", Payers.shortened(bill.customer().payer()));
    row.put("OrderRegDate", Outward.date(bill.times().createdAt()));
    row.put("Amount", out.amount(bill.tiyn()));
    row.put("Status", bill.status());
    return row;
  }

  private List<Map<String, Object>> days(List<HistoryRow> rows) {
    Map<String, List<Map<String, Object>>> days = new TreeMap<>();
    Outward out = envelope.outward();
    for (HistoryRow row : rows) {
      String day = row.at().atZone(WallTime.ALMATY).toLocalDate() + "T00:00:00";
      days.computeIfAbsent(day, _ -> new ArrayList<>())
          .add(row.json(out, ledger.source(row.sale().id())));
    }
    List<Map<String, Object>> sets = new ArrayList<>();
    days.forEach((day, operations) -> sets.add(Map.of("Date", day, "Operations", operations)));
    return sets.reversed();
  }

  private Map<String, Object> sums(List<HistoryRow> rows) {
    Outward out = envelope.outward();
    List<HistoryRow> returns = rows.stream().filter(HistoryRow::isReturn).toList();
    List<HistoryRow> sales = rows.stream().filter(row -> !row.isReturn()).toList();
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("SalesAmount", out.amount(sales.stream().mapToLong(HistoryRow::tiyn).sum()));
    sums.put("SalesCount", out.number(sales.size()));
    sums.put("ReturnsAmount", out.amount(returns.stream().mapToLong(HistoryRow::tiyn).sum()));
    sums.put("ReturnsCount", out.number(returns.size()));
    return sums;
  }
}
