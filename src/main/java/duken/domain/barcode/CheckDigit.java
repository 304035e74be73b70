package duken.domain.barcode;

/** The last digit of EAN, UPC and GTIN (GS1 General Specifications, section 7.9). */
public final class CheckDigit {

  private CheckDigit() {}

  /**
   * The digit that belongs behind these.
   *
   * @throws IllegalArgumentException when there is anything but digits
   */
  public static char of(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(digits.length() - 1 - i);
      if (!isDigit(digit)) {
        throw new IllegalArgumentException("a check digit is made of digits");
      }
      sum += (digit - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  /** Whether the last digit is the one that belongs there. */
  public static boolean isRight(String digits) {
    return digits.length() > 1
        && isDigits(digits)
        && of(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1);
  }

  /** Whether these are digits 0 to 9 and nothing else. */
  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
