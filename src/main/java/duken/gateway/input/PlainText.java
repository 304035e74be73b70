package duken.gateway.input;

/** Text that every database and every reader takes. */
public final class PlainText {

  private PlainText() {}

  /** Without blanks around it and without what cannot be seen and comes along when copied. */
  public static String visible(String text) {
    return text.replaceAll("\\p{Cf}", "").strip();
  }

  /** Whether the text has no NUL, which PostgreSQL refuses, and no half of a character. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
