package duken.store.goods;

import duken.domain.barcode.ScaleLayout;
import duken.domain.catalog.GoodsItem;
import duken.store.Page;
import duken.store.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What windows keep of the items of {@link duken.store.Catalog}, which makes, changes and removes
 * the items themselves. Removed ones are never seen here.
 */
public interface Goods {

  /** A page by name. */
  Page<GoodsItem> list(Scope scope, GoodsQuery query);

  /** All of them, in no order. */
  List<GoodsItem> all(Scope scope);

  Optional<GoodsItem> find(Scope scope, long id);

  /** All that have one of these as their barcode, or as their article in any case of letters. */
  List<GoodsItem> keptAs(Scope scope, Collection<String> keys);

  /** Those with a place among the tiles, in their order. */
  List<GoodsItem> tiles(Scope scope);

  /** Writes article and tile of an item that is not removed. */
  void describe(long id, String article, Integer tile);

  /** How the shop's scales fill their labels; empty without scales. */
  Optional<ScaleLayout> scales(long tenantId);

  /** Replaces that; null takes it away. */
  void scales(long tenantId, ScaleLayout layout);

  /**
   * Which items.
   *
   * @param search part of name or article, or the beginning of the barcode, in any case; or null
   * @param limit 1 or more
   */
  record GoodsQuery(String search, int limit, long offset) {}
}
