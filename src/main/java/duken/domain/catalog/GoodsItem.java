package duken.domain.catalog;

import java.util.Objects;

/**
 * An item with what only the shop's own windows know of it.
 *
 * @param item as programs see it
 * @param article the shop's own number of it, at most 50 characters, or null; not unique
 * @param tile its place among the quick tiles of the keypad, 1 or more, or null when it has none
 */
public record GoodsItem(CatalogItem item, String article, Integer tile) {

  public GoodsItem {
    Objects.requireNonNull(item);
  }
}
