package duken.api.cart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.Unit;
import java.math.BigDecimal;
import java.util.List;

/** Carts on the wire. Sums are decimal strings in tenge, quantities whole thousandths of a unit. */
public final class CartJson {

  private CartJson() {}

  /**
   * What is in a cart.
   *
   * @param discount off the whole, or null
   * @param discountBy who chose it, or null; not read by the engine
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Content(List<Line> lines, Discount discount, String discountBy) {

    public static Content of(GoodsCart cart) {
      return new Content(
          cart.lines().stream().map(Line::of).toList(),
          Discount.of(cart.discount()),
          cart.discountBy());
    }

    /** The cart it describes. */
    public GoodsCart cart() {
      return new GoodsCart(
          lines.stream().map(Line::line).toList(), Discount.read(discount), discountBy);
    }
  }

  /**
   * A cart as it is kept.
   *
   * @param version grows with each change
   * @param name it is held under, or null
   * @param desk that has it, or held it
   * @param changedAt RFC 3339 UTC
   */
  public record Kept(
      long id, long version, String name, String desk, String changedAt, Content content) {}

  /** {@code GET /desk/v1/cart}: the cart of this desk, or null. */
  public record Open(Kept cart) {}

  /** A wish to hold the open cart; without a name it gets a number. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Holding(String name) {}

  /** The version of a cart that is sold. */
  public record Ref(long id, long version) {}

  /**
   * A percentage or a sum.
   *
   * @param percentage 1 to 99, or null
   * @param sum or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Discount(BigDecimal percentage, String sum) {

    static Discount of(CartDiscount discount) {
      return switch (discount) {
        case null -> null;
        case CartDiscount.Percent percent -> new Discount(percent.percentage(), null);
        case CartDiscount.Sum sum -> new Discount(null, sum.money().toWire());
      };
    }

    static CartDiscount read(Discount discount) {
      if (discount == null) {
        return null;
      }
      return discount.percentage() == null
          ? new CartDiscount.Sum(Money.parse(discount.sum()))
          : new CartDiscount.Percent(discount.percentage());
    }
  }

  /**
   * What a line is about.
   *
   * @param itemId or null for a sum without goods
   * @param catalogPrice of one unit; not read by the engine for goods
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(Long itemId, String name, int unitId, String catalogPrice) {

    private static Item of(CartGoods goods) {
      return new Item(goods.itemId(), goods.name(), goods.unit().id(), goods.price().toWire());
    }

    private CartGoods goods() {
      return new CartGoods(
          itemId, name, Unit.of(unitId).orElse(Unit.PIECE), Money.parse(catalogPrice));
    }
  }

  /**
   * One line.
   *
   * @param key tells the lines apart
   * @param thousandths of a unit
   * @param price of one unit as it is charged
   * @param labelSum what a label of the scales says the portion costs, or null
   * @param changedBy who changed it, or null; not read by the engine
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      int key,
      @JsonUnwrapped Item item,
      long thousandths,
      String price,
      String labelSum,
      Discount discount,
      String changedBy) {

    static Line of(GoodsLine line) {
      return new Line(
          line.key(),
          Item.of(line.goods()),
          line.thousandths(),
          line.price().toWire(),
          line.label() == null ? null : line.label().toWire(),
          Discount.of(line.discount()),
          line.changedBy());
    }

    GoodsLine line() {
      return new GoodsLine(
          key,
          item.goods(),
          thousandths,
          Money.parse(price),
          labelSum == null ? null : Money.parse(labelSum),
          Discount.read(discount),
          changedBy);
    }
  }
}
