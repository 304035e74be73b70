package duken.provider.sandbox;

import duken.domain.Money;
import duken.provider.history.OperationHistory;
import duken.provider.history.OperationPage;
import duken.provider.history.OperationRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** The practice bank's list, the newest line first. */
final class SandboxHistory implements OperationHistory {

  private static final Duration REACH = Duration.ofDays(90);
  private static final int PAGE = 50;

  /** Words of real banks, so that the split of a day can be practised. */
  private static final List<String> SOURCES = List.of("GOLD", "GOLD", "RED", "LOAN");

  private static final Comparator<OperationRow> NEWEST_FIRST =
      Comparator.comparing(OperationRow::at).thenComparing(OperationRow::key).reversed();

  private final SandboxBank bank;
  private final LongPredicate isSilent;

  SandboxHistory(SandboxBank bank, LongPredicate isSilent) {
    this.bank = bank;
    this.isSilent = isSilent;
  }

  @Override
  public Duration reach() {
    return REACH;
  }

  @Override
  public OperationPage page(long tenantId, Instant from, Instant until, String next) {
    if (isSilent.test(tenantId)) {
      return new OperationPage.Silent("no_answer", false);
    }
    List<OperationRow> rows =
        bank.all().stream()
            .filter(it -> it.terms().tenantId() == tenantId && it.paidAt() != null)
            .flatMap(SandboxHistory::rows)
            .filter(row -> !row.at().isBefore(from) && row.at().isBefore(until))
            .sorted(NEWEST_FIRST)
            .dropWhile(row -> next != null && place(row).compareTo(next) >= 0)
            .toList();
    List<OperationRow> page = rows.subList(0, Math.min(PAGE, rows.size()));
    return new OperationPage.Told(page, rows.size() > PAGE ? place(page.getLast()) : null);
  }

  /** Grows with the order of the list. */
  private static String place(OperationRow row) {
    return "%019d/%s".formatted(row.at().toEpochMilli(), row.key());
  }

  private static Stream<OperationRow> rows(SandboxPayment payment) {
    List<OperationRow> rows = new ArrayList<>();
    String id = payment.operationId();
    String source = SOURCES.get(Math.floorMod(id.hashCode(), SOURCES.size()));
    rows.add(row(id, id, false, payment.terms().amount(), payment.paidAt(), payment, source));
    for (SandboxPayment.Returned back : payment.returned()) {
      Instant at = back.at() == null ? payment.changedAt() : back.at();
      rows.add(row(back.bankId(), id, true, back.amount(), at, payment, source));
    }
    return rows.stream();
  }

  private static OperationRow row(
      String key,
      String operation,
      boolean isReturn,
      long amount,
      Instant at,
      SandboxPayment payment,
      String source) {
    return new OperationRow(
        key,
        isReturn ? key : operation,
        operation,
        isReturn,
        Money.ofTiyn(amount),
        at,
        payment.payerName(),
        payment.terms().mark(),
        source);
  }
}
