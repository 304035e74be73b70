package duken.desktop.kit.format;

import duken.domain.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Sums as people here write and read them: {@code 15 000 ₸}, {@code 2 500,50 ₸}. Our own rule,
 * because the JDK's locale data prints {@code 15 000,00 KZT} on a plain Russian PC.
 */
public final class Sums {

  /**
   * Between groups of digits and before the sign: no line may break there. Not the narrow one,
   * U+202F: in our typeface it is as thin as a hair, and 119 120 reads like 119120 from a metre
   * away.
   */
  public static final char SPACE = '\u00a0';

  public static final char TENGE = '₸';

  private static final int WHOLE_DIGITS = 8;
  private static final int PLACES = 2;
  private static final int GROUP = 3;
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]{1,30}|[0-9]{1,3}( [0-9]{3}){1,9})(\\.[0-9]{0,30})?|\\.[0-9]{1,30}");

  private Sums() {}

  /** What is wrong with a typed sum. */
  public enum Fault {
    /** Nothing was typed. */
    EMPTY,
    UNREADABLE,
    /** Less than 0.01. */
    TOO_SMALL,
    /** More than 99,999,999.99. */
    TOO_LARGE,
    /** More than two places. */
    TOO_FINE,
    /** Three digits behind the only separator: thousands for some, places for others. */
    AMBIGUOUS
  }

  /**
   * What a cashier typed.
   *
   * @param money the sum, or null when there is a fault
   * @param fault what is wrong, or null
   */
  public record Typed(Money money, Fault fault) {}

  /** {@code 15 000 ₸}; tiyn only when there are any. */
  public static String format(Money money) {
    return bare(money) + SPACE + TENGE;
  }

  /** Like {@link #format(Money)} for the wire's decimal string. Zero is a sum here. */
  public static String format(String wire) {
    return format(ofWire(wire));
  }

  /** The sum behind the wire's decimal string, zero included; zero too for null. */
  public static Money ofWire(String wire) {
    return wire == null
        ? Money.ZERO
        : Money.ofTiyn(new BigDecimal(wire).movePointRight(PLACES).longValueExact());
  }

  /** {@code 15 000} or {@code 2 500,50}. */
  public static String bare(Money money) {
    String tenge = grouped(Long.toString(money.tiyn() / 100));
    long tiyn = money.tiyn() % 100;
    return tiyn == 0 ? tenge : tenge + ',' + (tiyn < 10 ? "0" : "") + tiyn;
  }

  /** Puts spaces between groups of three digits, counted from the right. */
  public static String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      text.insert(i, SPACE);
    }
    return text.toString();
  }

  /**
   * Reads what people type or paste: spaces between groups of three digits, comma or point before
   * tiyn, a sign of the tenge. What may mean two sums means none; nor do two lines or cells.
   */
  public static Typed read(String text) {
    String plain = text == null ? "" : text.replaceAll("\\p{Cf}", "").strip();
    plain = plain.replaceAll("\\p{Zs}+", " ");
    plain = plain.replaceAll("(?iu) ?(₸|тг\\.?|тенге|теңге|kzt)$", "").replace(',', '.');
    if (plain.isEmpty()) {
      return new Typed(null, Fault.EMPTY);
    }
    if (!NUMBER.matcher(plain).matches()) {
      return new Typed(null, Fault.UNREADABLE);
    }
    plain = plain.replace(" ", "");
    int places = plain.indexOf('.') < 0 ? 0 : plain.length() - plain.indexOf('.') - 1;
    if (places > PLACES) {
      return new Typed(null, places == GROUP ? Fault.AMBIGUOUS : Fault.TOO_FINE);
    }
    BigDecimal value = new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
    if (value.signum() == 0) {
      return new Typed(null, Fault.TOO_SMALL);
    }
    if (value.compareTo(Money.LARGEST.toDecimal()) > 0) {
      return new Typed(null, Fault.TOO_LARGE);
    }
    return new Typed(Money.of(value), null);
  }

  /**
   * What an amount becomes when {@code typed} is added at its end, kept in the form digits, comma,
   * digits; the old text when that would be no sum any more. A third digit behind the comma is kept
   * for {@link #read} to refuse: dropping it would turn 15,000 into fifteen.
   */
  public static String append(String text, char typed) {
    if (typed == ',' || typed == '.') {
      return text.indexOf(',') >= 0 ? text : (text.isEmpty() ? "0" : text) + ',';
    }
    if (typed < '0' || typed > '9') {
      return text;
    }
    int comma = text.indexOf(',');
    if (comma >= 0) {
      return text.length() - comma > GROUP ? text : text + typed;
    }
    if (text.equals("0")) {
      return typed == '0' ? text : String.valueOf(typed);
    }
    return text.length() >= WHOLE_DIGITS ? text : text + typed;
  }
}
