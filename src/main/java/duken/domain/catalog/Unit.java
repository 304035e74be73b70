package duken.domain.catalog;

import java.util.Arrays;
import java.util.Optional;

/** What goods are counted in: the contract's fixed list (gateway contract, section 11.1). */
public enum Unit {
  PIECE(1, "штука", "дана"),
  KILOGRAM(2, "килограмм", "килограмм"),
  GRAM(3, "грамм", "грамм"),
  LITRE(4, "литр", "литр"),
  MILLILITRE(5, "миллилитр", "миллилитр"),
  METRE(6, "метр", "метр"),
  SQUARE_METRE(7, "квадратный метр", "шаршы метр"),
  PACK(8, "упаковка", "қаптама"),
  SERVICE(9, "услуга", "қызмет"),
  HOUR(10, "час", "сағат");

  private final int id;
  private final String russian;
  private final String kazakh;

  Unit(int id, String russian, String kazakh) {
    this.id = id;
    this.russian = russian;
    this.kazakh = kazakh;
  }

  /** The number it has on the wire and in the store. */
  public int id() {
    return id;
  }

  public String russian() {
    return russian;
  }

  public String kazakh() {
    return kazakh;
  }

  public static Optional<Unit> of(long id) {
    return Arrays.stream(values()).filter(unit -> unit.id == id).findFirst();
  }
}
