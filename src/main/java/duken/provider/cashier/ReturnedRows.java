package duken.provider.cashier;

import duken.domain.Money;
import duken.provider.ClosedPayment;
import duken.provider.ClosedPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The returns in a statement, and which sale each may belong to. Sums are kept account of, so that
 * one known return explains one row and no second one.
 */
public final class ReturnedRows {

  /** The bank's clock may be ahead of ours. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final ClosedPayments closed;
  private final List<Statement.Row> rows;
  private final List<ClosedPayment> paid;

  /** The operations of sales, by the number a cashier sees. */
  private final Map<String, String> saleByOrder;

  /** By operation: what the bank says was returned beyond what we know, and no row explains yet. */
  private final Map<String, Money> unknown = new HashMap<>();

  public ReturnedRows(ClosedPayments closed, List<Statement.Row> rows) {
    this.closed = closed;
    this.rows = rows;
    this.paid = closed.recent().stream().filter(ClosedPayment::paid).toList();
    this.saleByOrder =
        rows.stream()
            .filter(row -> !row.isReturn() && row.order() != null)
            .collect(
                Collectors.toMap(Statement.Row::order, Statement.Row::id, (first, _) -> first));
  }

  /** Rows that no return we know of accounts for, the oldest first. */
  public List<Statement.Row> unexplained() {
    List<Known> known = new ArrayList<>();
    for (ClosedPayment sale : oncePerOperation(paid.stream())) {
      sale.returns().forEach(it -> known.add(new Known(sale.ref().operationId(), it)));
    }
    List<Statement.Row> left =
        new ArrayList<>(
            rows.stream()
                .filter(Statement.Row::isReturn)
                .sorted(Comparator.comparing(row -> row.at() == null ? Instant.MAX : row.at()))
                .toList());
    left.removeIf(row -> known.removeIf(it -> row.id().equals(it.back().id())));
    left.removeIf(row -> isAmong(known, row, named(row)));
    return left;
  }

  /** A return we know of, and the operation it belongs to. */
  private record Known(String operation, ClosedPayment.KnownReturn back) {

    boolean isMaybe(Statement.Row row) {
      return back.amount().equals(row.amount())
          && (row.at() == null || !back.knownAt().plus(SLACK).isBefore(row.at()));
    }
  }

  private static boolean isAmong(List<Known> known, Statement.Row row, List<ClosedPayment> named) {
    Set<String> operations =
        named.stream().map(it -> it.ref().operationId()).collect(Collectors.toSet());
    Optional<Known> first =
        known.stream()
            .filter(it -> operations.isEmpty() || operations.contains(it.operation()))
            .filter(it -> it.isMaybe(row))
            .findFirst();
    first.ifPresent(known::remove);
    return first.isPresent();
  }

  /** The sales a row may belong to, the likeliest first. */
  public List<ClosedPayment> candidates(Statement.Row row) {
    List<ClosedPayment> named = named(row);
    if (!named.isEmpty() || saleByOrder.containsKey(row.order())) {
      return named;
    }
    Stream<ClosedPayment> likely =
        paid.stream()
            .filter(it -> row.amount() == null || !row.amount().exceeds(it.amount()))
            .filter(it -> isBefore(it, row))
            .sorted(
                Comparator.comparing((ClosedPayment it) -> !isPayer(row, it))
                    .thenComparing(it -> !it.amount().equals(row.amount())));
    Stream<ClosedPayment> old =
        row.payer() == null || row.amount() == null
            ? Stream.of()
            : closed.paidBy(row.payer(), row.amount()).stream();
    return oncePerOperation(Stream.concat(likely, old));
  }

  /** The sale that a row names, by its own number or that of its order. */
  private List<ClosedPayment> named(Statement.Row row) {
    return oncePerOperation(
        Stream.of(saleByOrder.get(row.order()), row.id(), digits(row.order()))
            .filter(Objects::nonNull)
            .flatMap(id -> closed.ofOperation(id).stream()));
  }

  private static boolean isBefore(ClosedPayment sale, Statement.Row row) {
    return sale.paidAt() == null
        || row.at() == null
        || !sale.paidAt().isAfter(row.at().plus(SLACK));
  }

  private static boolean isPayer(Statement.Row row, ClosedPayment sale) {
    return row.payer() != null && row.payer().equals(sale.payerName());
  }

  private static List<ClosedPayment> oncePerOperation(Stream<ClosedPayment> payments) {
    Set<String> seen = new HashSet<>();
    return payments
        .filter(ClosedPayment::paid)
        .filter(payment -> seen.add(payment.ref().operationId()))
        .toList();
  }

  /** Whether the bank was asked about an operation in this look, and it told of more returns. */
  public boolean isKnown(String operation) {
    return unknown.containsKey(operation);
  }

  /**
   * The bank says what was returned of a sale.
   *
   * @return how much of it we knew nothing of
   */
  public Money told(ClosedPayment sale, Money returned) {
    Money more = returned.exceeds(sale.returned()) ? returned.minus(sale.returned()) : Money.ZERO;
    if (!more.isZero()) {
      unknown.put(sale.ref().operationId(), more);
    }
    return more;
  }

  /** Whether what the bank told of this sale accounts for the row; it does so only once. */
  public boolean takes(ClosedPayment sale, Statement.Row row) {
    String operation = sale.ref().operationId();
    Money left = unknown.getOrDefault(operation, Money.ZERO);
    Money amount = row.amount() == null ? left : row.amount();
    if (left.isZero() || amount.exceeds(left)) {
      return false;
    }
    unknown.put(operation, left.minus(amount));
    return true;
  }

  private static String digits(String order) {
    return order == null ? null : order.replaceAll("\\D", "");
  }
}
