package duken.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class MoneyTest {

  @Property
  void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 1, max = 9_999_999_999L) long tiyn) {
    Money money = Money.ofTiyn(tiyn);

    assertThat(Money.parse(money.toWire())).isEqualTo(money);
    assertThat(Money.of(money.toDecimal())).isEqualTo(money);
    assertThat(money.toWire()).matches("[0-9]+\\.[0-9]{2}");
  }

  @Property
  void takingBackWhatWasAddedChangesNothing(
      @ForAll @LongRange(min = 0, max = 9_999_999_999L) long a,
      @ForAll @LongRange(min = 0, max = 9_999_999_999L) long b) {
    Money first = Money.ofTiyn(a);
    Money second = Money.ofTiyn(b);

    assertThat(first.plus(second).minus(second)).isEqualTo(first);
    assertThat(first.exceeds(second)).isEqualTo(a > b);
    assertThat(first.compareTo(second)).isEqualTo(Long.compare(a, b));
  }

  @Property
  void aSumIsNeverNegative(@ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long tiyn) {
    assertThatThrownBy(() -> Money.ofTiyn(tiyn)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aThirdPlaceIsRefusedUnlessItIsZero(@ForAll @Scale(3) BigDecimal any) {
    BigDecimal tenge = any.abs().remainder(BigDecimal.valueOf(99_999_999));
    boolean fits = tenge.signum() > 0 && tenge.stripTrailingZeros().scale() <= 2;

    if (fits) {
      assertThat(Money.of(tenge).toDecimal()).isEqualByComparingTo(tenge);
    } else {
      assertThatThrownBy(() -> Money.of(tenge)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void aDiscountRoundsHalfUpToWholeTiyn(
      @ForAll @LongRange(min = 1, max = 9_999_999_999L) long tiyn,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    Money off = Money.ofTiyn(tiyn).percent(BigDecimal.valueOf(percent), RoundingMode.HALF_UP);

    assertThat(off.tiyn()).isEqualTo((tiyn * percent * 2 + 100) / 200);
  }

  @Example
  void theContractsFormsAreRead() {
    assertThat(Money.parse("15000")).isEqualTo(Money.ofTenge(15_000));
    assertThat(Money.parse("15000.000")).isEqualTo(Money.ofTenge(15_000));
    assertThat(Money.parse("1.5e4")).isEqualTo(Money.ofTenge(15_000));
    assertThat(Money.parse("0.01")).isEqualTo(Money.SMALLEST);
    assertThat(Money.parse("99999999.99")).isEqualTo(Money.LARGEST);
  }

  @Example
  void whatTheContractRefusesIsRefused() {
    for (String text :
        new String[] {
          "",
          " ",
          "0",
          "0.00",
          "-1",
          "+1",
          "1,5",
          "1 000",
          "0.001",
          "15000.005",
          "100000000",
          "NaN",
          "Infinity",
          "1e999",
          "0x10",
          ".5",
          "5.",
          "1_000",
          "١"
        }) {
      assertThatThrownBy(() -> Money.parse(text))
          .as("«%s»", text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Money.parse(null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void takingMoreThanThereIsIsRefused() {
    assertThatThrownBy(() -> Money.ofTenge(1).minus(Money.ofTenge(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.ofTiyn(Long.MAX_VALUE).plus(Money.SMALLEST))
        .isInstanceOf(ArithmeticException.class);
  }
}
