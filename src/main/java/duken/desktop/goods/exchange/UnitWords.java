package duken.desktop.goods.exchange;

import duken.domain.catalog.Unit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units as lists of goods name them. */
final class UnitWords {

  private static final Map<String, Unit> WORDS = new HashMap<>();

  static {
    put(Unit.PIECE, "шт", "штука", "штук", "дана", "pc", "pcs", "piece", "ед");
    put(Unit.KILOGRAM, "кг", "килограмм", "kg", "kilogram");
    put(Unit.GRAM, "г", "гр", "грамм", "g", "gram");
    put(Unit.LITRE, "л", "литр", "l", "litre", "liter");
    put(Unit.MILLILITRE, "мл", "миллилитр", "ml", "millilitre", "milliliter");
    put(Unit.METRE, "м", "метр", "m", "metre", "meter", "погм");
    put(
        Unit.SQUARE_METRE,
        "м2",
        "м²",
        "квм",
        "квадратныйметр",
        "шаршыметр",
        "m2",
        "squaremetre",
        "squaremeter");
    put(Unit.PACK, "уп", "упак", "упаковка", "пачка", "қаптама", "pack", "package");
    put(Unit.SERVICE, "усл", "услуга", "қызмет", "service");
    put(Unit.HOUR, "ч", "час", "сағат", "h", "hour");
  }

  private UnitWords() {}

  private static void put(Unit unit, String... words) {
    for (String word : words) {
      WORDS.put(word, unit);
    }
  }

  /** The unit of this name, short or whole, in any of the three languages. */
  static Optional<Unit> read(String text) {
    String bare = text.toLowerCase(Locale.ROOT).replaceAll("[\\s.]", "");
    return Optional.ofNullable(WORDS.get(bare));
  }
}
