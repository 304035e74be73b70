package duken.domain.catalog;

import duken.domain.Invoice;
import duken.domain.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cart costs (gateway contract, section 9.1): the discount is rounded once, on the whole.
 *
 * @param lines with what the discount took off each
 * @param discount or null
 * @param amount what is to be paid
 */
public record Cart(List<Invoice.CartLine> lines, Invoice.Discount discount, Money amount) {

  public Cart {
    lines = List.copyOf(lines);
  }

  /**
   * Adds up a cart.
   *
   * @param lines at least one; their own discounts are not read
   * @param percentage 1 to 99, or null
   * @throws IllegalArgumentException when what is to be paid is outside {@link Money#SMALLEST} to
   *     {@link Money#LARGEST}
   */
  public static Cart of(List<Invoice.CartLine> lines, BigDecimal percentage) {
    Money subtotal;
    try {
      subtotal = subtotal(lines);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the cart is out of range", e);
    }
    if (percentage == null) {
      return new Cart(lines, null, checked(subtotal));
    }
    Money sum = subtotal.percent(percentage, RoundingMode.HALF_UP);
    Money amount = checked(subtotal.minus(sum));
    return new Cart(
        discounted(lines, amount), new Invoice.Discount(subtotal, sum, percentage), amount);
  }

  /**
   * What was paid for each line. Lines that know their own discounts and add up to the sum paid are
   * believed. Else it is a line's share of the whole, rounded half up; the last line takes the
   * remainder, so that the shares are the sum paid exactly. With a sum of a few tiyn the lines
   * before may leave nothing.
   *
   * @param paid for all lines together
   */
  static List<Money> shares(List<Invoice.CartLine> lines, Money paid) {
    List<Money> own = lines.stream().map(Cart::afterDiscount).toList();
    if (own.stream().reduce(Money.ZERO, Money::plus).equals(paid)) {
      return own;
    }
    Money subtotal = subtotal(lines);
    List<Money> shares = new ArrayList<>(lines.size());
    Money left = paid;
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      Money share = last ? left : least(part(paid, total(lines.get(i)), subtotal), left);
      shares.add(share);
      left = left.minus(share);
    }
    return shares;
  }

  /** {@code whole} × {@code of} / {@code all}, rounded half up to whole tiyn. */
  static Money part(Money whole, Money of, Money all) {
    return part(whole, of.tiyn(), all.tiyn());
  }

  /** {@code whole} × {@code of} / {@code all}, rounded half up to whole tiyn. */
  static Money part(Money whole, long of, long all) {
    return Money.ofTiyn(
        new BigDecimal(BigInteger.valueOf(whole.tiyn()).multiply(BigInteger.valueOf(of)))
            .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  static Money least(Money one, Money other) {
    return one.exceeds(other) ? other : one;
  }

  private static Money subtotal(List<Invoice.CartLine> lines) {
    return lines.stream().map(Cart::total).reduce(Money.ZERO, Money::plus);
  }

  private static Money total(Invoice.CartLine line) {
    return line.price().times(line.count());
  }

  private static Money afterDiscount(Invoice.CartLine line) {
    Money total = total(line);
    return line.discount() == null ? total : total.minus(least(line.discount(), total));
  }

  private static Money checked(Money amount) {
    if (amount.isZero() || amount.exceeds(Money.LARGEST)) {
      throw new IllegalArgumentException("the cart is out of range");
    }
    return amount;
  }

  private static List<Invoice.CartLine> discounted(List<Invoice.CartLine> lines, Money amount) {
    List<Money> shares = shares(lines, amount);
    List<Invoice.CartLine> discounted = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Invoice.CartLine line = lines.get(i);
      Money total = total(line);
      discounted.add(line.less(total.minus(least(shares.get(i), total))));
    }
    return discounted;
  }
}
