package duken.domain;

/**
 * A phone number of Kazakhstan's numbering plan as its ten national digits, {@code 7001234567}.
 * Each edge formats it its own way; operator codes are not checked (gateway contract, section 3).
 * Its text form is masked, so that it cannot slip into a log.
 *
 * @param national ten digits
 */
public record Phone(String national) {

  /**
   * @throws IllegalArgumentException when these are not ten digits
   */
  public Phone {
    if (national.length() != 10 || !allDigits(national)) {
      throw new IllegalArgumentException("ten digits");
    }
  }

  /**
   * Reads what people write: {@code 8700…}, {@code +7 (700) 123-45-67}, {@code 7001234567}.
   *
   * @throws IllegalArgumentException when it is no number of Kazakhstan's form
   */
  public static Phone parse(String text) {
    if (text == null) {
      throw new IllegalArgumentException("no phone number");
    }
    StringBuilder digits = new StringBuilder(12);
    boolean plus = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+' && !plus && digits.isEmpty()) {
        plus = true;
      } else if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!isSeparator(c)) {
        throw new IllegalArgumentException("not a phone number");
      }
      if (digits.length() > 11) {
        throw new IllegalArgumentException("too many digits");
      }
    }
    if (digits.isEmpty() || (plus && digits.charAt(0) != '7')) {
      throw new IllegalArgumentException("not a number of Kazakhstan");
    }
    char first = digits.charAt(0);
    if (digits.length() == 11 && (first == '7' || first == '8')) {
      return new Phone(digits.substring(1));
    }
    if (digits.length() == 10 && first == '7') {
      return new Phone(digits.toString());
    }
    throw new IllegalArgumentException("not a number of Kazakhstan");
  }

  /** The gateway's form, {@code 87001234567}. */
  public String canonical() {
    return "8" + national;
  }

  /** The international form without a plus, {@code 77001234567}. */
  public String international() {
    return "7" + national;
  }

  /** The last four digits, all that a list or a log line may show. */
  public String lastFour() {
    return national.substring(6);
  }

  @Override
  public String toString() {
    return "•••" + lastFour();
  }

  /** Also what cannot be seen, and every dash: both come along when a number is copied. */
  private static boolean isSeparator(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT,
          Character.DASH_PUNCTUATION ->
          true;
      default -> c == '.' || c == '(' || c == ')' || c == '\u2212' || Character.isWhitespace(c);
    };
  }

  private static boolean allDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
