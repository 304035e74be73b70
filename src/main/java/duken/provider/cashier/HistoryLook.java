package duken.provider.cashier;

import duken.domain.Money;
import duken.provider.ClosedPayment;
import duken.provider.PaymentRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Looks through the operation history of today and yesterday for what happened without us: sales
 * that we hold for unpaid, and returns we know nothing of (cashier sheet, sections 6 and 8). A
 * return's row names its sale by number or only by sum, so whichever sale it may belong to is read
 * again; a row is only looked at once.
 */
final class HistoryLook {

  private static final int MOST_PAGES = 20;
  private static final int RETURN = 1;

  private final QrPay bank;

  /** Rows of returns that were looked at, by session. */
  private final Map<String, Set<String>> seenReturns = new ConcurrentHashMap<>();

  HistoryLook(QrPay bank) {
    this.bank = bank;
  }

  private record Row(String id, String order, boolean isReturn, Money amount) {}

  Set<PaymentRef> differing(CashierSession session, Collection<ClosedPayment> closed) {
    List<Row> rows = rows(session);
    Map<String, Row> sales = new HashMap<>();
    rows.stream().filter(row -> !row.isReturn()).forEach(row -> sales.put(row.id(), row));
    Set<PaymentRef> found = new LinkedHashSet<>();
    for (ClosedPayment payment : closed) {
      if (!payment.paid() && sales.containsKey(payment.ref().operationId())) {
        found.add(payment.ref());
      }
    }
    Set<String> seen = seenReturns.computeIfAbsent(session.tokenSerial(), _ -> new HashSet<>());
    Set<String> present = new HashSet<>();
    for (Row row : rows) {
      if (row.isReturn()) {
        present.add(row.id());
        if (!seen.contains(row.id())) {
          found.addAll(candidates(row, sales, closed));
        }
      }
    }
    seenReturns.put(session.tokenSerial(), present);
    return found;
  }

  private static List<PaymentRef> candidates(
      Row row, Map<String, Row> sales, Collection<ClosedPayment> closed) {
    List<PaymentRef> named =
        closed.stream()
            .filter(ClosedPayment::paid)
            .map(ClosedPayment::ref)
            .filter(ref -> isNamed(row, sales.get(ref.operationId()), ref))
            .toList();
    return named.isEmpty()
        ? closed.stream()
            .filter(ClosedPayment::paid)
            .filter(payment -> isPossible(row, sales.get(payment.ref().operationId())))
            .map(ClosedPayment::ref)
            .toList()
        : named;
  }

  private static boolean isNamed(Row row, Row sale, PaymentRef ref) {
    return row.id().equals(ref.operationId())
        || (sale != null && row.order() != null && row.order().equals(sale.order()));
  }

  private static boolean isPossible(Row row, Row sale) {
    return sale != null
        && (row.amount() == null || sale.amount() == null || !row.amount().exceeds(sale.amount()));
  }

  private List<Row> rows(CashierSession session) {
    List<Row> rows = new ArrayList<>();
    Set<String> known = new HashSet<>();
    String last = "";
    boolean more = true;
    for (int page = 0; more && page < MOST_PAGES; page++) {
      BankAnswer answer = bank.history(session, last);
      more = false;
      if (answer instanceof BankAnswer.Success(JsonNode data)) {
        for (JsonNode day : data.path("DailySets")) {
          for (JsonNode operation : day.path("Operations")) {
            Optional<Row> row = row(operation);
            if (row.isPresent() && known.add(row.get().isReturn() + row.get().id())) {
              rows.add(row.get());
              last = BankFields.text(operation, "OrderRegDate").orElse("");
              more = !last.isEmpty();
            }
          }
        }
      }
    }
    return rows;
  }

  private static Optional<Row> row(JsonNode node) {
    return BankFields.text(node, "Id")
        .map(
            id ->
                new Row(
                    id,
                    BankFields.text(node, "OrderNumber").orElse(null),
                    BankFields.whole(node, "OperationType").orElse(0) == RETURN,
                    BankFields.money(node, "Amount").orElse(null)));
  }
}
