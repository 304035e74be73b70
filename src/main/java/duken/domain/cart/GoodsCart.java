package duken.domain.cart;

import duken.domain.Invoice;
import duken.domain.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a customer buys, and what it costs. Every line is rounded once to whole tiyn, its discount
 * once, the discount of the whole once; that one is spread over the lines so that they add up to
 * the total to the tiyn, and no line gets below nothing.
 *
 * @param lines at most {@link #MOST_LINES}, in the order in which they came
 * @param discount off what the lines come to, or null
 * @param discountBy who chose it, for a person's eyes, or null
 */
public record GoodsCart(List<GoodsLine> lines, CartDiscount discount, String discountBy) {

  /** As many as an invoice has (gateway contract, section 9.1). */
  public static final int MOST_LINES = 100;

  public static final GoodsCart EMPTY = new GoodsCart(List.of(), null, null);

  /**
   * @throws IllegalArgumentException for too many lines, keys that are not apart, a sum above
   *     {@link Money#LARGEST}
   */
  public GoodsCart {
    lines = List.copyOf(lines);
    Set<Integer> keys = new HashSet<>();
    lines.forEach(line -> keys.add(line.key()));
    if (lines.size() > MOST_LINES || keys.size() < lines.size()) {
      throw new IllegalArgumentException("not a cart");
    }
    if (sum(lines).exceeds(Money.LARGEST)) {
      throw new IllegalArgumentException("a cart above the largest sum");
    }
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** What the lines come to with their own discounts. */
  public Money subtotal() {
    return sum(lines);
  }

  /** What the discount of the whole takes off. */
  public Money off() {
    return discount == null ? Money.ZERO : discount.off(subtotal());
  }

  /** What the customer is asked for. */
  public Money total() {
    return subtotal().minus(off());
  }

  /** Everything that is taken off the prices: of the lines and of the whole. */
  public Money saved() {
    return lines.stream().map(GoodsLine::gross).reduce(Money.ZERO, Money::plus).minus(total());
  }

  /**
   * What is paid for each line, in their order: together the total to the tiyn, none of them more
   * than the line costs without the discount of the whole.
   */
  public List<Money> shares() {
    long total = total().tiyn();
    long all = subtotal().tiyn();
    List<Money> shares = new ArrayList<>(lines.size());
    long before = 0;
    long sum = 0;
    for (GoodsLine line : lines) {
      sum += line.net().tiyn();
      long upToHere = all == 0 ? 0 : part(total, sum, all);
      shares.add(Money.ofTiyn(upToHere - before));
      before = upToHere;
    }
    return shares;
  }

  /** The lines of the invoice this is sold with (decision record 0065). */
  public List<Invoice.CartLine> invoiceLines() {
    List<Money> shares = shares();
    List<Invoice.CartLine> sold = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      sold.add(SoldLine.of(lines.get(i), shares.get(i)));
    }
    return sold;
  }

  /** The discount of the invoice this is sold with, or null without any. */
  public Invoice.Discount invoiceDiscount() {
    Money saved = saved();
    if (saved.isZero()) {
      return null;
    }
    boolean onlyWhole = lines.stream().allMatch(line -> line.discount() == null);
    BigDecimal percentage =
        onlyWhole && discount instanceof CartDiscount.Percent(BigDecimal part) ? part : null;
    return new Invoice.Discount(total().plus(saved), saved, percentage);
  }

  private static Money sum(List<GoodsLine> lines) {
    return lines.stream().map(GoodsLine::net).reduce(Money.ZERO, Money::plus);
  }

  private static long part(long whole, long of, long all) {
    BigInteger product = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(of));
    return new BigDecimal(product)
        .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
