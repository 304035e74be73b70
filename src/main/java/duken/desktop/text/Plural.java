package duken.desktop.text;

/**
 * Which form of a sentence a number wants (Unicode CLDR): Russian has three for whole numbers,
 * English two; Kazakh has two on paper that hardly ever differ.
 */
enum Plural {
  ONE,
  FEW,
  MANY,
  OTHER;

  static Plural of(Language language, long count) {
    return switch (language) {
      case RU -> russian(count);
      case KK, EN -> count == 1 ? ONE : OTHER;
    };
  }

  private static Plural russian(long count) {
    long unit = count % 10;
    long hundred = count % 100;
    if (unit == 1 && hundred != 11) {
      return ONE;
    }
    return unit >= 2 && unit <= 4 && (hundred < 12 || hundred > 14) ? FEW : MANY;
  }
}
