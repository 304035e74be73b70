package duken.gateway.cart;

import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.Unit;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads what a window puts into its cart. */
final class CartInput {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_CART_NAME = 40;

  private CartInput() {}

  /**
   * The cart of a body.
   *
   * @throws duken.domain.DomainRefusal VALIDATION
   */
  static GoodsCart cart(RoutedRequest routedRequest) {
    BodyFields fields = JsonBody.required(routedRequest.httpRequest());
    List<GoodsLine> lines = new ArrayList<>();
    for (BodyFields line : fields.requiredObjects("lines", GoodsCart.MOST_LINES)) {
      GoodsLine read = line(line);
      if (read != null) {
        lines.add(read);
      }
    }
    CartDiscount discount = discount(fields);
    fields.check();
    try {
      return new GoodsCart(lines, discount, null);
    } catch (IllegalArgumentException _) {
      fields.complain("lines", "cart.range");
      fields.check();
      throw new IllegalStateException("a complaint was thrown");
    }
  }

  /** The name a cart is to be held under, or null. */
  static String name(RoutedRequest routedRequest) {
    BodyFields fields = JsonBody.optional(routedRequest.httpRequest());
    String name = fields.text("name", LONGEST_CART_NAME);
    fields.check();
    return name == null || name.isBlank() ? null : name.strip();
  }

  /** Null when something was wrong with it. */
  private static GoodsLine line(BodyFields fields) {
    Long key = fields.requiredNumber("key", 1, Integer.MAX_VALUE);
    Long itemId =
        fields.has("item_id") ? fields.requiredNumber("item_id", 1, Long.MAX_VALUE) : null;
    String name = fields.requiredText("name", LONGEST_NAME);
    Long unitId = fields.requiredNumber("unit_id", 1, Unit.values().length);
    Money price = fields.requiredMoney("price");
    Long thousandths = fields.requiredNumber("thousandths", 1, GoodsLine.MOST);
    Money label = fields.money("label_sum");
    CartDiscount discount = discount(fields);
    if (key == null || name == null || unitId == null || price == null || thousandths == null) {
      return null;
    }
    Unit unit = itemId == null ? Unit.PIECE : Unit.of(unitId).orElseThrow();
    CartGoods goods = new CartGoods(itemId, name, unit, price);
    try {
      return new GoodsLine(Math.toIntExact(key), goods, thousandths, price, label, discount, null);
    } catch (IllegalArgumentException _) {
      boolean quantity = !GoodsLine.isQuantity(goods, thousandths);
      fields.complain(
          quantity ? "thousandths" : "price", quantity ? "cart.quantity" : "cart.range");
      return null;
    }
  }

  private static CartDiscount discount(BodyFields fields) {
    if (!fields.has("discount")) {
      return null;
    }
    BodyFields discount = fields.requiredObject("discount");
    BigDecimal percentage = discount.percentage("percentage");
    Money sum = percentage == null ? discount.requiredMoney("sum") : null;
    if (percentage == null && sum == null) {
      return null;
    }
    return percentage == null ? new CartDiscount.Sum(sum) : new CartDiscount.Percent(percentage);
  }
}
