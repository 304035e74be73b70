package duken.store.jdbc.shift;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.store.jdbc.OnBothDatabases;
import duken.store.shift.MoneyRow;
import duken.store.shift.Shift;
import duken.store.shift.ShiftTotals;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JdbcShiftsTest extends OnBothDatabases {

  private static final String DESK = "Касса 1";

  @Test
  void aShiftIsClosedOnceAndItsSumsStay() {
    Shift open = opened(DESK, 1);
    assertThat(find(open.id())).isEqualTo(open);
    ShiftTotals totals =
        new ShiftTotals(
            List.of(
                line("phone", "Айгуль", 1, "0.01", 0, "0"),
                line("qr", "Айгуль", 2, "99999999.99", 1, "500.50")));
    Shift closed = open.closed(NOON.plusSeconds(60), "Хозяин", 77, 3);

    assertThat(close(closed, totals)).isTrue();
    assertThat(close(closed.closed(NOON.plusSeconds(90), "Другой", 99, 0), totals)).isFalse();

    assertThat(find(open.id())).isEqualTo(closed);
    assertThat(store.<ShiftTotals>read(tx -> tx.shifts().totals(open.id()))).isEqualTo(totals);
  }

  @Test
  void aFailureInTheMiddleOfAClosingLeavesTheShiftOpen() {
    Shift open = opened(DESK, 1);
    ShiftTotals.Line line = line("qr", "Айгуль", 1, "10", 0, "0");
    Shift closed = open.closed(NOON, DESK, 7, 0);
    try {
      close(closed, new ShiftTotals(List.of(line, line)));
    } catch (RuntimeException _) {
      // The second line breaks the key of the first.
    }
    assertThat(find(open.id())).isEqualTo(open);
    assertThat(store.<ShiftTotals>read(tx -> tx.shifts().totals(open.id())).lines()).isEmpty();
  }

  @Test
  void theListIsOfTheWholeShopAndNobodyElses() {
    Shift first = opened(DESK, 1);
    Shift second = opened("Касса 2", 1);
    assertThat(store.<List<Shift>>read(tx -> tx.shifts().list(training, Long.MAX_VALUE, 9)))
        .containsExactly(second, first);
    assertThat(store.<List<Shift>>read(tx -> tx.shifts().list(training, second.id(), 9)))
        .containsExactly(first);
    assertThat(
            store.<List<Shift>>read(
                tx -> tx.shifts().list(shop.scope(Mode.LIVE), Long.MAX_VALUE, 9)))
        .isEmpty();
  }

  @Test
  void moneyIsOfTheDeskAndNamesWhoSold() {
    Invoice sold = shop.sells(sale -> sale.soldAt(DESK));
    note(entry(sold, "created", null, null, "Айгуль"));
    note(entry(sold, "moved", InvoiceStatus.PAID, null, null));
    note(entry(sold, "refund", InvoiceStatus.PAID, "processing 10.50", "Хозяин"));
    note(entry(sold, "refund", InvoiceStatus.PARTIALLY_REFUNDED, "completed 10.50", null));
    Invoice nobodys = shop.sells(sale -> sale.soldAt(DESK));
    note(entry(nobodys, "created", null, null, null));
    note(entry(nobodys, "moved", InvoiceStatus.PAID, null, null));
    Invoice other = shop.sells(sale -> sale.soldAt("Касса 2"));
    note(entry(other, "moved", InvoiceStatus.PAID, null, null));
    Invoice program = shop.sells(sale -> sale.soldAt(DESK).fromProgram());
    note(entry(program, "moved", InvoiceStatus.PAID, null, null));

    List<MoneyRow> rows = store.read(tx -> tx.shifts().money(training, DESK, 0, Long.MAX_VALUE));
    assertThat(rows)
        .extracting(MoneyRow::cashier, MoneyRow::refund, row -> row.amount().toWire())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Айгуль", false, "1000.00"),
            org.assertj.core.groups.Tuple.tuple("Айгуль", true, "10.50"),
            org.assertj.core.groups.Tuple.tuple(DESK, false, "1000.00"));
    long first = rows.getFirst().event();
    assertThat(store.<List<MoneyRow>>read(tx -> tx.shifts().money(training, DESK, first, first)))
        .isEmpty();
    assertThat(store.<Long>read(tx -> tx.shifts().openInvoices(training, DESK))).isEqualTo(2);
  }

  private Shift opened(String desk, long number) {
    return store.write(
        tx -> tx.shifts().insert(Shift.opened(training, desk, number, NOON, desk, 0)));
  }

  private Shift find(long id) {
    return store.<Shift>read(tx -> tx.shifts().find(training, id).orElseThrow());
  }

  private boolean close(Shift closed, ShiftTotals totals) {
    return store.write(tx -> tx.shifts().close(closed, totals));
  }

  private void note(HistoryEntry entry) {
    store.write(
        tx -> {
          tx.invoices().addHistory(entry);
          return null;
        });
  }

  private static HistoryEntry entry(
      Invoice invoice, String event, InvoiceStatus to, String detail, String staff) {
    return new HistoryEntry(
        0, invoice.id(), event, null, to, detail, NOON, new HistoryEntry.By(null, DESK, staff));
  }

  private static ShiftTotals.Line line(
      String way, String cashier, long sales, String came, long refunds, String went) {
    return new ShiftTotals.Line(way, cashier, sales, sum(came), refunds, sum(went));
  }

  private static Money sum(String tenge) {
    return tenge.equals("0") ? Money.ZERO : Money.parse(tenge);
  }
}
