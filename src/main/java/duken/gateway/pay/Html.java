package duken.gateway.pay;

/** Text and sums for a page. */
final class Html {

  private static final char NO_BREAK = '\u00a0';

  private Html() {}

  /** Text that is only text, whatever is in it. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /**
   * A sum as people read it: {@code 15 000 ₸}, {@code 2 500,50 ₸}.
   *
   * @param wire {@code 15000.00}
   */
  static String sum(String wire) {
    int dot = wire.indexOf('.');
    StringBuilder text = new StringBuilder(wire.substring(0, dot));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, NO_BREAK);
    }
    String tiyn = wire.substring(dot + 1);
    if (!tiyn.equals("00")) {
      text.append(',').append(tiyn);
    }
    return text.append(NO_BREAK).append('₸').toString();
  }
}
