package duken.api.goods;

import java.util.List;
import java.util.UUID;

/** Goods on the wire between engine and window. */
public final class GoodsJson {

  private GoodsJson() {}

  /**
   * An item.
   *
   * @param id the same as in {@code /api/v1/catalog}
   * @param price of one unit in tenge with two places, {@code 450.00}
   * @param unitId what it is counted in ({@link duken.domain.catalog.Unit})
   * @param barcode or null
   * @param article the shop's own number, or null
   * @param tile its place among the quick tiles, 1 or more, or null
   * @param imageId its picture, or null
   */
  public record Item(
      long id,
      String name,
      String price,
      int unitId,
      String barcode,
      String article,
      Integer tile,
      UUID imageId) {}

  /**
   * How an item is to be; what is null it has not.
   *
   * @param price in tenge, {@code 450.00}
   */
  public record Wish(
      String name,
      String price,
      int unitId,
      String barcode,
      String article,
      Integer tile,
      UUID imageId) {}

  /** A picture that was kept. */
  public record Picture(UUID imageId) {}

  /** A page by name. */
  public record Listing(List<Item> data, long total) {}

  /**
   * What a scan found.
   *
   * @param item or null when no item has this code
   * @param grams what was weighed, when the code says so, or null
   * @param total in tenge what was weighed costs, when the code says so, or null
   */
  public record Found(Item item, Long grams, String total) {}

  /**
   * How the shop's scales fill an EAN-13.
   *
   * @param prefixes 20 to 29; empty when the shop has no such scales
   * @param codeDigits of the item's code, 4 to 6
   * @param content {@code grams} or {@code tenge}
   */
  public record Scales(List<String> prefixes, int codeDigits, String content) {}
}
