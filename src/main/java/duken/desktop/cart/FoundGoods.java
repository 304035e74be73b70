package duken.desktop.cart;

import duken.api.goods.GoodsJson;
import duken.domain.Money;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.Unit;
import java.util.List;

/**
 * What was scanned or chosen.
 *
 * @param grams that were weighed, or null
 * @param label what its label says the portion costs, or null
 */
record FoundGoods(CartGoods goods, Long grams, Money label) {

  static FoundGoods of(GoodsJson.Found found) {
    GoodsJson.Item item = found.item();
    return new FoundGoods(
        new CartGoods(
            item.id(),
            item.name(),
            Unit.of(item.unitId()).orElse(Unit.PIECE),
            Money.parse(item.price())),
        found.grams(),
        found.total() == null ? null : Money.parse(found.total()));
  }

  /** Whether it is sold by weight, if it was weighed. */
  boolean fits() {
    boolean weighed = grams != null || label != null;
    boolean inGrams = goods.unit() == Unit.GRAM && label == null;
    return !weighed || goods.unit() == Unit.KILOGRAM || inGrams;
  }

  /** A line of its own. */
  GoodsLine line(int key) {
    if (label != null) {
      return GoodsLine.labelled(key, goods, label);
    }
    long inKilograms = grams == null ? GoodsLine.ONE : grams;
    boolean inGrams = grams != null && goods.unit() == Unit.GRAM;
    return GoodsLine.of(key, goods, inGrams ? grams * GoodsLine.ONE : inKilograms);
  }

  /** The line that gets one more of the same: at its own price, without a discount; or −1. */
  int lineOf(GoodsCart cart) {
    List<GoodsLine> lines = cart.lines();
    for (int i = 0; i < lines.size() && grams == null && label == null; i++) {
      GoodsLine line = lines.get(i);
      if (goods.itemId().equals(line.goods().itemId())
          && line.price().equals(goods.price())
          && line.label() == null
          && line.discount() == null
          && line.thousandths() % GoodsLine.ONE == 0) {
        return i;
      }
    }
    return -1;
  }
}
