package duken.provider;

/**
 * Cuts what banks write to what is kept of it: their words are theirs, and may be of any length.
 */
final class Cut {

  private Cut() {}

  static String word(String text) {
    return to(120, text);
  }

  /** A customer's name. */
  static String name(String text) {
    return to(200, text);
  }

  static String sentence(String text) {
    return to(1_000, text);
  }

  private static String to(int most, String text) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
