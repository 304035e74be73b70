package duken.domain.cart;

import duken.domain.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * One line of a cart.
 *
 * @param key tells the lines of one cart apart, 1 or more; never given twice in a cart
 * @param thousandths of the unit, 1 to {@link #MOST}; whole units for what cannot be divided
 * @param price of one unit as it is charged
 * @param label what a label of the shop's scales says this portion costs, or null; within the price
 *     of a thousandth of what price × quantity says
 * @param discount off this line, or null
 * @param changedBy who chose another price or a discount, for a person's eyes, or null
 */
public record GoodsLine(
    int key,
    CartGoods goods,
    long thousandths,
    Money price,
    Money label,
    CartDiscount discount,
    String changedBy) {

  /** One unit. */
  public static final long ONE = 1_000;

  /** As much as fits one line: 99,999 units and a bit. */
  public static final long MOST = 99_999_999;

  /**
   * @throws IllegalArgumentException for a quantity outside 0.001 to 99,999.999 or a part of what
   *     cannot be divided, for a line above {@link Money#LARGEST}
   */
  public GoodsLine {
    Objects.requireNonNull(goods);
    Objects.requireNonNull(price);
    if (key < 1 || !isQuantity(goods, thousandths)) {
      throw new IllegalArgumentException("not a line of a cart");
    }
    if (label != null && !fits(label, price, thousandths)) {
      throw new IllegalArgumentException("a label that says another price");
    }
    if (sum(price, thousandths).exceeds(Money.LARGEST)) {
      throw new IllegalArgumentException("a line above the largest sum");
    }
  }

  /** A line of an item at its own price. */
  public static GoodsLine of(int key, CartGoods goods, long thousandths) {
    return new GoodsLine(key, goods, thousandths, goods.price(), null, null, null);
  }

  /**
   * A portion whose label says what it costs; how much it is follows from that.
   *
   * @throws IllegalArgumentException when it cannot be bought in parts
   */
  public static GoodsLine labelled(int key, CartGoods goods, Money label) {
    long thousandths =
        BigDecimal.valueOf(label.tiyn())
            .multiply(BigDecimal.valueOf(ONE))
            .divide(BigDecimal.valueOf(goods.price().tiyn()), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new GoodsLine(key, goods, Math.max(1, thousandths), goods.price(), label, null, null);
  }

  /** Whether so much of it can be bought. */
  public static boolean isQuantity(CartGoods goods, long thousandths) {
    return thousandths >= 1
        && thousandths <= MOST
        && (thousandths % ONE == 0 || goods.isDivisible());
  }

  /** What it costs without discounts: price × quantity, rounded half up, or what its label says. */
  public Money gross() {
    return label == null ? sum(price, thousandths) : label;
  }

  /** What it costs after its own discount. */
  public Money net() {
    Money gross = gross();
    return discount == null ? gross : gross.minus(discount.off(gross));
  }

  /** Whether another price than the catalog's is charged. */
  public boolean isRepriced() {
    return !price.equals(goods.price());
  }

  public GoodsLine times(long newThousandths) {
    return new GoodsLine(key, goods, newThousandths, price, null, discount, changedBy);
  }

  public GoodsLine at(Money newPrice) {
    return new GoodsLine(key, goods, thousandths, newPrice, null, discount, changedBy);
  }

  /** The same line with this discount, or with none for null. */
  public GoodsLine less(CartDiscount newDiscount) {
    return new GoodsLine(key, goods, thousandths, price, label, newDiscount, changedBy);
  }

  public GoodsLine by(String who) {
    return new GoodsLine(key, goods, thousandths, price, label, discount, who);
  }

  private static boolean fits(Money label, Money price, long thousandths) {
    long apart = Math.abs(label.tiyn() - sum(price, thousandths).tiyn());
    return !label.isZero() && apart <= price.tiyn() / ONE + 1;
  }

  /** {@code price} × {@code thousandths} / 1000, rounded half up to whole tiyn. */
  static Money sum(Money price, long thousandths) {
    BigInteger exact = BigInteger.valueOf(price.tiyn()).multiply(BigInteger.valueOf(thousandths));
    BigDecimal rounded = new BigDecimal(exact, 3).setScale(0, RoundingMode.HALF_UP);
    return Money.ofTiyn(rounded.longValueExact());
  }
}
