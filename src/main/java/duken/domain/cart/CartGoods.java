package duken.domain.cart;

import duken.domain.Money;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.Unit;
import java.util.Objects;

/**
 * What a line of a cart is about, as it was when the line was made.
 *
 * @param itemId of the catalog, or null for a sum without goods
 * @param name of the item; for a sum without goods what it is called on paper
 * @param price of one unit in the catalog; for a sum without goods the sum
 */
public record CartGoods(Long itemId, String name, Unit unit, Money price) {

  public CartGoods {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(price);
  }

  public static CartGoods of(CatalogItem item) {
    return new CartGoods(item.id(), item.name(), item.unit(), item.price());
  }

  /** A sum somebody typed. */
  public static CartGoods free(String name, Money sum) {
    return new CartGoods(null, name, Unit.PIECE, sum);
  }

  public boolean isFree() {
    return itemId == null;
  }

  /** Whether one buys parts of a unit: by weight, by length. */
  public boolean isDivisible() {
    return switch (unit) {
      case KILOGRAM, LITRE, METRE, SQUARE_METRE -> true;
      case PIECE, GRAM, MILLILITRE, PACK, SERVICE, HOUR -> false;
    };
  }
}
