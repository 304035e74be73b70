package duken.desktop.goods.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a list of goods can be, with the names 1C, Excel and people give it. */
public enum Column {
  NAME(
      "наименование",
      "наименованиетовара",
      "название",
      "номенклатура",
      "товар",
      "атауы",
      "тауар",
      "тауаратауы",
      "name",
      "title",
      "item",
      "product",
      "productname"),
  PRICE(
      "цена",
      "ценапродажи",
      "розничнаяцена",
      "ценарозничная",
      "ценатенге",
      "цена₸",
      "ценазаединицу",
      "ценазаединицу₸",
      "баға",
      "бағасы",
      "сатубағасы",
      "бірөлшемніңбағасы₸",
      "price",
      "sellingprice",
      "retailprice",
      "priceofoneunit₸"),
  UNIT(
      "единица",
      "единицаизмерения",
      "едизм",
      "ед",
      "едизмерения",
      "базоваяединица",
      "өлшембірлігі",
      "бірлігі",
      "өлшемі",
      "unit",
      "uom",
      "units"),
  BARCODE("штрихкод", "штрихкоды", "шк", "ean", "ean13", "upc", "gtin", "barcode", "штрихкодean13"),
  ARTICLE(
      "артикул",
      "код",
      "кодтовара",
      "кодноменклатуры",
      "коды",
      "тауаркоды",
      "article",
      "sku",
      "code",
      "itemcode",
      "vendorcode"),
  TILE(
      "быстраяклавиша",
      "местонабыстрыхклавишах",
      "клавиша",
      "жылдамперне",
      "жылдампернелердегіорны",
      "tile",
      "quicktile",
      "placeonthequicktiles"),
  ID("idduken", "кодduken", "dukenid", "id");

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column column : values()) {
      for (String name : column.names.split(" ", -1)) {
        BY_NAME.put(name, column);
      }
    }
  }

  private final String names;

  Column(String... names) {
    this.names = String.join(" ", names);
  }

  /** Lower-case word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that is called so, whatever blanks and points stand in its name. */
  static Optional<Column> called(String head) {
    String bare = head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}₸]", "");
    return Optional.ofNullable(BY_NAME.get(bare));
  }
}
