package duken.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.store.shift.MoneyRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fees by the owner's rates alone. */
class FeeLineTest {

  @Test
  void aFeeIsRoundedToTheTiynAndNeverNegative() {
    assertThat(FeeLine.fee(1_500_000, 95)).isEqualTo(14_250);
    assertThat(FeeLine.fee(100, 50)).isEqualTo(1);
    assertThat(FeeLine.fee(99, 50)).isZero();
    assertThat(FeeLine.fee(-500, 95)).isZero();
    assertThat(FeeLine.fee(Long.MAX_VALUE / 2, 9_999)).isPositive();
  }

  @Test
  void moneyIsSplitByItsSourceAndWithoutARateNothingIsMadeUp() {
    List<MoneyRow> money =
        List.of(row(1, 1_000_000, false), row(2, 500_000, false), row(1, 200_000, true));
    OwnerRule rule = new OwnerRule(true, false, 15, Map.of("gold", 95));

    List<FeeLine> lines = FeeLine.ofMoney(money, Map.of(1L, "Gold", 2L, "RED"), rule);

    assertThat(lines)
        .containsExactly(
            new FeeLine("GOLD", 1, 1_000_000, 200_000, 95, 7_600L),
            new FeeLine("RED", 1, 500_000, 0, null, null));
  }

  private static MoneyRow row(long invoice, long tiyn, boolean refund) {
    return new MoneyRow(
        invoice,
        Instant.parse("2026-05-14T10:00:00Z"),
        invoice,
        invoice,
        "qr",
        "Касса 1",
        refund,
        Money.ofTiyn(tiyn),
        null);
  }
}
