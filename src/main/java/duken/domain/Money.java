package duken.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A sum in tenge, kept as whole tiyn (1 tenge = 100 tiyn). Never negative, never binary floating
 * point. The wire form is a decimal string with exactly two places (gateway contract, section 3).
 *
 * @param tiyn the sum in tiyn, zero or more
 */
public record Money(long tiyn) implements Comparable<Money> {

  /** Nothing: the refunded sum of a fresh invoice, for instance. */
  public static final Money ZERO = new Money(0);

  /** The smallest sum that can be asked for, 0.01 tenge (gateway contract, section 3). */
  public static final Money SMALLEST = new Money(1);

  /** The largest sum that can be asked for, 99,999,999.99 tenge (gateway contract, section 3). */
  public static final Money LARGEST = new Money(9_999_999_999L);

  private static final int PLACES = 2;
  private static final int TIYN_PER_TENGE = 100;
  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

  /**
   * @throws IllegalArgumentException when {@code tiyn} is negative
   */
  public Money {
    if (tiyn < 0) {
      throw new IllegalArgumentException("a sum cannot be negative");
    }
  }

  /** The sum of {@code tiyn} tiyn. */
  public static Money ofTiyn(long tiyn) {
    return new Money(tiyn);
  }

  /** The sum of {@code tenge} whole tenge. */
  public static Money ofTenge(long tenge) {
    return new Money(Math.multiplyExact(tenge, (long) TIYN_PER_TENGE));
  }

  /**
   * Reads a decimal such as {@code 15000}, {@code 15000.5} or {@code 1.5e4}: no sign, no spaces, at
   * most two places that are not zero.
   *
   * @throws IllegalArgumentException when the text is no such number, or is outside {@link
   *     #SMALLEST} to {@link #LARGEST}
   */
  public static Money parse(String text) {
    if (text == null || !DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a decimal sum");
    }
    return of(new BigDecimal(text));
  }

  /**
   * The sum with this decimal value in tenge.
   *
   * @throws IllegalArgumentException when it has more than two places, or is outside {@link
   *     #SMALLEST} to {@link #LARGEST}
   */
  public static Money of(BigDecimal tenge) {
    if (tenge.signum() <= 0 || Decimals.wholeDigits(tenge) > 9 || tenge.scale() > 60) {
      throw new IllegalArgumentException("a sum is between 0.01 and 99999999.99");
    }
    BigDecimal inTiyn = tenge.movePointRight(PLACES);
    long tiyn;
    try {
      tiyn = inTiyn.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a sum has at most two places", e);
    }
    if (tiyn > LARGEST.tiyn) {
      throw new IllegalArgumentException("a sum is between 0.01 and 99999999.99");
    }
    return new Money(tiyn);
  }

  /**
   * @throws ArithmeticException when the result does not fit
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(tiyn, other.tiyn));
  }

  /**
   * @throws IllegalArgumentException when {@code other} is larger than this
   */
  public Money minus(Money other) {
    return new Money(tiyn - other.tiyn);
  }

  /**
   * @throws ArithmeticException when the result does not fit
   */
  public Money times(long count) {
    return new Money(Math.multiplyExact(tiyn, count));
  }

  /** This sum × {@code percent} / 100, rounded once to whole tiyn. */
  public Money percent(BigDecimal percent, RoundingMode rounding) {
    return new Money(
        BigDecimal.valueOf(tiyn)
            .multiply(percent)
            .movePointLeft(2)
            .setScale(0, rounding)
            .longValueExact());
  }

  /** Whether there is nothing here. */
  public boolean isZero() {
    return tiyn == 0;
  }

  /** Whether the sum has no tiyn beside its tenge: some providers take nothing else. */
  public boolean isWholeTenge() {
    return tiyn % TIYN_PER_TENGE == 0;
  }

  /** Whether this is more than {@code other}. */
  public boolean exceeds(Money other) {
    return tiyn > other.tiyn;
  }

  /** The value in tenge with two places. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(tiyn, PLACES);
  }

  /** The wire form, {@code 15000.00}. */
  public String toWire() {
    return toDecimal().toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(tiyn, other.tiyn);
  }

  @Override
  public String toString() {
    return toWire();
  }
}
