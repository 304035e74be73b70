package duken.api.goods;

import java.util.List;
import java.util.UUID;

/** The shop's goods. Calls block and throw as those of {@link duken.api.EngineApi}. */
public interface GoodsApi {

  /**
   * A page by name.
   *
   * @param search part of name or article, or the beginning of a barcode; null for all
   * @param limit 1 to 200
   */
  GoodsJson.Listing list(String search, int limit, long offset);

  GoodsJson.Item item(long id);

  /**
   * The item with this code, whatever scanners and keyboard layouts made of it: EAN, UPC, GS1, a
   * label of the shop's scales, or an article. Its {@code item} is null when there is none.
   */
  GoodsJson.Found byBarcode(String scanned);

  /** Items on the quick tiles of the keypad, in their order. */
  List<GoodsJson.Item> tiles();

  /** The bytes of a picture. */
  byte[] picture(UUID imageId);

  GoodsJson.Scales scales();

  void changeScales(GoodsJson.Scales scales);
}
