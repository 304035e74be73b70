package duken.store.jdbc.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.store.Store.Tx;
import duken.store.cash.CashLine;
import duken.store.cash.CashRow;
import duken.store.cash.CashSettings;
import duken.store.jdbc.OnBothDatabases;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class JdbcCashTest extends OnBothDatabases {

  private static final String DESK = "Касса 1";

  @Test
  void aRowIsReadAsItWasWritten() {
    CashRow row =
        insert(
            CashKind.COUNT,
            "250.50",
            new CashRow.Detail(null, null, null, null, -700L, "500x1", "вечер"),
            "a");
    assertThat(row.event()).isPositive();
    assertThat(row.differenceTiyn()).isEqualTo(25_750);
    assertThat(this.<Optional<CashRow>>read(tx -> tx.cash().find(training, row.id())))
        .contains(row);
    assertThat(this.<Optional<CashRow>>read(tx -> tx.cash().byKey(training, "a"))).contains(row);
    assertThat(this.<List<CashRow>>read(tx -> tx.cash().ofDesk(training, DESK, 0, row.event())))
        .containsExactly(row);
    assertThat(
            this.<List<CashRow>>read(
                tx -> tx.cash().ofDesk(training, DESK, row.event(), Long.MAX_VALUE)))
        .isEmpty();
    assertThat(
            this.<List<CashRow>>read(
                tx -> tx.cash().list(training, EnumSet.of(CashKind.SALE), Long.MAX_VALUE, 9)))
        .isEmpty();
  }

  @Test
  void aKeyIsTakenOnce() {
    insert(CashKind.CASH_IN, "10", CashRow.Detail.because("размен"), "a");
    assertThatThrownBy(() -> insert(CashKind.CASH_IN, "10", CashRow.Detail.because("размен"), "a"));
  }

  @Test
  void theLinesOfASaleKeepTheirOrder() {
    CashRow sale = insert(CashKind.SALE, "11", CashRow.Detail.sold(Money.ofTenge(11), null), "a");
    CashRow bare = insert(CashKind.SALE, "1", CashRow.Detail.sold(Money.ofTenge(1), null), "b");
    List<CashLine> lines =
        List.of(
            new CashLine("Чай", Money.ofTenge(5), 2, null),
            new CashLine("Айран", Money.ofTenge(2), 1, Money.ofTenge(1)));
    store.write(
        tx -> {
          tx.cash().addLines(sale, lines);
          return null;
        });
    assertThat(this.<List<CashLine>>read(tx -> tx.cash().lines(sale))).isEqualTo(lines);
    assertThat(this.<List<CashLine>>read(tx -> tx.cash().lines(bare))).isEmpty();
  }

  @Test
  void theBalanceBeginsWithTheNewestCount() {
    insert(CashKind.SALE, "10", CashRow.Detail.sold(Money.ofTenge(10), null), "a");
    insert(CashKind.CASH_OUT, "25", CashRow.Detail.because("такси"), "b");
    assertThat(balance(Long.MAX_VALUE)).isEqualTo(-1_500);
    CashRow count = insert(CashKind.FLOAT, "100", CashRow.Detail.counted(null), "c");
    CashRow last = insert(CashKind.PART, "1", CashRow.Detail.sold(Money.ofTenge(1), null), "d");
    assertThat(balance(count.event() - 1)).isEqualTo(-1_500);
    assertThat(balance(count.event())).isEqualTo(10_000);
    assertThat(balance(last.event())).isEqualTo(10_100);
  }

  @Test
  void settingsAreOfTheShop() {
    assertThat(this.<CashSettings>read(tx -> tx.cash().settings(training.tenantId())))
        .isEqualTo(CashSettings.off());
    CashSettings wanted = new CashSettings(true, false, true);
    store.write(
        tx -> {
          tx.cash().put(training.tenantId(), CashSettings.off());
          tx.cash().put(training.tenantId(), wanted);
          return null;
        });
    assertThat(this.<CashSettings>read(tx -> tx.cash().settings(training.tenantId())))
        .isEqualTo(wanted);
  }

  private long balance(long event) {
    return read(tx -> tx.cash().balance(training, DESK, event));
  }

  private <T> T read(Function<Tx, T> work) {
    return store.read(work);
  }

  private CashRow insert(CashKind kind, String amount, CashRow.Detail detail, String key) {
    return store.write(
        tx ->
            tx.cash()
                .insert(
                    CashRow.fresh(
                        training,
                        new CashRow.Made(DESK, "Айгуль", NOON),
                        kind,
                        Money.parse(amount),
                        detail,
                        key)));
  }
}
