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

  /** Makes an item; the same key makes it once. */
  GoodsJson.Item add(GoodsJson.Wish wish, String idempotencyKey);

  GoodsJson.Item change(long id, GoodsJson.Wish wish);

  void remove(long id);

  /** Keeps a JPEG, PNG or WebP picture of at most 5 MB. */
  GoodsJson.Picture keepPicture(byte[] content);

  /**
   * What a list would do now. The engine keeps the list for half an hour.
   *
   * @param word 8 to 64 letters or digits by which the calls below name it
   * @param rows at most 50,000
   */
  ImportJson.Result preview(String word, List<ImportJson.Row> rows);

  /** Takes a list over, all of it or nothing. Sent again it changes nothing more. */
  ImportJson.Result run(String word, List<ImportJson.Row> rows);

  ImportJson.Progress progress(String word);

  /** Has an import end without doing anything. */
  void stop(String word);

  GoodsJson.Scales scales();

  void changeScales(GoodsJson.Scales scales);
}
