package duken.desktop.goods;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.format.Sums;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was typed about an item.
 *
 * @param unitId what it is counted in
 * @param imageId its picture, or null
 */
record ItemForm(
    String name,
    String price,
    int unitId,
    String barcode,
    String article,
    String tile,
    UUID imageId) {

  private static final int LONGEST_NAME = 255;

  /** 1 to 999; the keypad shows as many as fit. */
  private static final Pattern TILE = Pattern.compile("[1-9][0-9]{0,2}");

  /** What became of it. */
  sealed interface Read {
    /** It can be kept. */
    record Wished(GoodsJson.Wish wish) implements Read {}

    /**
     * It cannot.
     *
     * @param field {@code name}, {@code price}, {@code barcode}, {@code article} or {@code tile}
     * @param textKey says why
     */
    record Faulty(String field, String textKey) implements Read {}
  }

  Read read() {
    if (name.isBlank()) {
      return new Read.Faulty("name", "goods.fault.name.empty");
    }
    if (name.strip().length() > LONGEST_NAME) {
      return new Read.Faulty("name", "goods.fault.name.long");
    }
    Sums.Typed sum = Sums.read(price);
    if (sum.fault() != null) {
      return new Read.Faulty(
          "price", "goods.fault.price." + sum.fault().name().toLowerCase(Locale.ROOT));
    }
    if (barcode.strip().length() > Codes.LONGEST) {
      return new Read.Faulty("barcode", "goods.fault.code.long");
    }
    if (Codes.isSpoilt(barcode.strip())) {
      return new Read.Faulty("barcode", "goods.fault.barcode.spoilt");
    }
    if (article.strip().length() > Codes.LONGEST) {
      return new Read.Faulty("article", "goods.fault.code.long");
    }
    if (!tile.isBlank() && !TILE.matcher(tile.strip()).matches()) {
      return new Read.Faulty("tile", "goods.fault.tile");
    }
    return new Read.Wished(
        new GoodsJson.Wish(
            name.strip(),
            sum.money().toWire(),
            unitId,
            orNull(barcode),
            orNull(article),
            tile.isBlank() ? null : Integer.valueOf(tile.strip()),
            imageId));
  }

  private static String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
