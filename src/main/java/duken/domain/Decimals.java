package duken.domain;

import java.math.BigDecimal;

/** The size of a decimal, told without computing with it: {@code 1e2147483647} is one, too. */
public final class Decimals {

  private Decimals() {}

  /** How many digits stand before the point; zero or less for a number below one. */
  public static long wholeDigits(BigDecimal value) {
    return (long) value.precision() - value.scale();
  }
}
