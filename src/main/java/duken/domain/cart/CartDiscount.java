package duken.domain.cart;

import duken.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** What is taken off a line or off the whole cart. Never more than there is. */
public sealed interface CartDiscount {

  /** What this takes off {@code sum}, in whole tiyn. */
  Money off(Money sum);

  /**
   * A part of the sum, rounded half up to whole tiyn.
   *
   * @param percentage 1 to 99, at most two places
   */
  record Percent(BigDecimal percentage) implements CartDiscount {

    private static final BigDecimal MOST = BigDecimal.valueOf(99);
    private static final int PLACES = 2;

    /**
     * @throws IllegalArgumentException outside 1 to 99, or with more than two places
     */
    public Percent {
      Objects.requireNonNull(percentage);
      percentage = percentage.stripTrailingZeros();
      if (percentage.compareTo(BigDecimal.ONE) < 0
          || percentage.compareTo(MOST) > 0
          || percentage.scale() > PLACES) {
        throw new IllegalArgumentException("a discount is 1 to 99 percent");
      }
    }

    @Override
    public Money off(Money sum) {
      return sum.percent(percentage, RoundingMode.HALF_UP);
    }
  }

  /** A fixed sum, or everything when there is less. */
  record Sum(Money money) implements CartDiscount {

    /**
     * @throws IllegalArgumentException for a sum of nothing
     */
    public Sum {
      if (money.isZero()) {
        throw new IllegalArgumentException("a discount of nothing");
      }
    }

    @Override
    public Money off(Money sum) {
      return money.exceeds(sum) ? sum : money;
    }
  }
}
