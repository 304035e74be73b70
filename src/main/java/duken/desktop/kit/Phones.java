package duken.desktop.kit;

import duken.domain.Phone;

/** Phone numbers as people here write them: {@code +7 (701) 234-56-78}. */
public final class Phones {

  /** How many national digits a number has. */
  public static final int DIGITS = 10;

  private static final String MASK = "+7 (___) ___-__-__";

  private Phones() {}

  /** {@code +7 (701) 234-56-78}. */
  public static String format(Phone phone) {
    return mask(phone.national());
  }

  /** The same for any form the wire knows; the text itself when it is no phone number. */
  public static String format(String wire) {
    if (wire == null) {
      return "";
    }
    try {
      return format(Phone.parse(wire));
    } catch (IllegalArgumentException _) {
      return wire;
    }
  }

  /** The mask filled with the national digits typed so far: {@code +7 (70_) ___-__-__}. */
  public static String mask(String nationalDigits) {
    StringBuilder text = new StringBuilder(MASK);
    int from = 0;
    for (int i = 0; i < nationalDigits.length() && i < DIGITS; i++) {
      int place = text.indexOf("_", from);
      text.setCharAt(place, nationalDigits.charAt(i));
      from = place + 1;
    }
    return text.toString();
  }

  /**
   * The national digits in what was typed or pasted; a leading 8, +7 or 7 of a whole number is cut.
   */
  public static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    if (digits.length() > DIGITS && (digits.charAt(0) == '8' || digits.charAt(0) == '7')) {
      digits.deleteCharAt(0);
    }
    return digits.substring(0, Math.min(DIGITS, digits.length()));
  }

  /**
   * What the national digits become when one more is typed. People begin with 8 or +7 out of habit:
   * numbers here begin with 7 after the country's code, so a leading 8 is swallowed, and the first
   * 7 is taken for the number's own.
   */
  public static String append(String nationalDigits, char typed) {
    if (typed < '0' || typed > '9' || nationalDigits.length() >= DIGITS) {
      return nationalDigits;
    }
    if (nationalDigits.isEmpty() && typed != '7') {
      return nationalDigits;
    }
    return nationalDigits + typed;
  }
}
