package duken.gateway.http;

/** Sums in the sentences and pages of the gateway. */
public final class SumText {

  private static final char NO_BREAK = '\u00a0';

  private SumText() {}

  /**
   * A sum as people read it: {@code 15 000 ₸}, {@code 2 500,50 ₸}.
   *
   * @param wire {@code 15000.00}
   */
  public static String of(String wire) {
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
