package duken.domain.cart;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.catalog.Unit;
import java.math.BigDecimal;

/**
 * A line of a cart as a line of an invoice. The contract counts whole units only (section 8), so a
 * weighed portion is one piece whose price is what the portion costs, with its weight in its name.
 */
final class SoldLine {

  private static final int LONGEST_NAME = 255;

  private SoldLine() {}

  /**
   * @param paid what is paid for the line
   */
  static Invoice.CartLine of(GoodsLine line, Money paid) {
    CartGoods goods = line.goods();
    Money gross = line.gross();
    Money off = gross.minus(paid);
    Money discount = off.isZero() ? null : off;
    if (!goods.isDivisible()) {
      return new Invoice.CartLine(
          0,
          goods.itemId(),
          goods.name(),
          line.price(),
          goods.price(),
          Math.toIntExact(line.thousandths() / GoodsLine.ONE),
          goods.unit().id(),
          discount);
    }
    return new Invoice.CartLine(
        0,
        goods.itemId(),
        portion(line),
        gross,
        line.isRepriced() ? GoodsLine.sum(goods.price(), line.thousandths()) : gross,
        1,
        Unit.PIECE.id(),
        discount);
  }

  /** {@code Яблоки, 0,355 кг × 2000,00}. */
  private static String portion(GoodsLine line) {
    String quantity =
        BigDecimal.valueOf(line.thousandths(), 3).stripTrailingZeros().toPlainString();
    String tail =
        ", %s %s × %s".formatted(quantity, sign(line.goods().unit()), line.price().toWire());
    String name = line.goods().name();
    int room = LONGEST_NAME - tail.length();
    return (name.length() > room ? name.substring(0, room) : name) + tail.replace('.', ',');
  }

  private static String sign(Unit unit) {
    return switch (unit) {
      case KILOGRAM -> "кг";
      case LITRE -> "л";
      case METRE -> "м";
      case SQUARE_METRE -> "м²";
      default -> unit.russian();
    };
  }
}
