package duken.desktop.kit.format;

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
}
