package duken.desktop.kit.format;

import duken.domain.Phone;
import java.util.Optional;

/**
 * A phone number while it is typed: every digit is kept, so that the country's code typed again is
 * known as such when the last digit comes. Reads by {@link Phone#parse}, and takes only numbers of
 * Kazakhstan.
 *
 * @param raw digits, perhaps with a plus before them
 */
public record TypedPhone(String raw) {

  /** Nothing was typed. */
  public static final TypedPhone NONE = new TypedPhone("");

  private static final int NATIONAL = 10;
  private static final int WHOLE = 11;

  /** More digits than any number has; typing stops there, and what is too long stays too long. */
  private static final int MOST = 16;

  /**
   * What was pasted.
   *
   * @return empty when it is not exactly one number of Kazakhstan
   */
  public static Optional<TypedPhone> pasted(String text) {
    try {
      TypedPhone read = new TypedPhone(Phone.parse(text.strip()).canonical());
      long digits = text.chars().filter(TypedPhone::isDigit).count();
      boolean isShort = text.indexOf('+') >= 0 && digits < WHOLE;
      return isShort || read.phone().isEmpty() ? Optional.empty() : Optional.of(read);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What it becomes when {@code c} is typed: a digit, or a plus at its beginning. */
  public TypedPhone with(char c) {
    boolean taken = isDigit(c) || (c == '+' && raw.isEmpty());
    return taken && raw.length() < MOST ? new TypedPhone(raw + c) : this;
  }

  /** What it becomes when the last character is taken away. */
  public TypedPhone shorter() {
    return raw.isEmpty() ? this : new TypedPhone(raw.substring(0, raw.length() - 1));
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return raw.isEmpty();
  }

  /** The number, when it is exactly one of Kazakhstan. */
  public Optional<Phone> phone() {
    if (fault() != null || national().length() != NATIONAL) {
      return Optional.empty();
    }
    return Optional.of(Phone.parse(raw));
  }

  /** {@code +7 (70_) ___-__-__}. */
  public String shown() {
    String national = national();
    return Phones.mask(national)
        + (national.length() > NATIONAL ? national.substring(NATIONAL) : "");
  }

  /** The text key of why this will never be a number of Kazakhstan; null while it can be one. */
  public String fault() {
    if (raw.startsWith("+") && digits().length() > 0 && digits().charAt(0) != '7') {
      return "phone.foreign";
    }
    String national = national();
    if (!national.isEmpty() && national.charAt(0) != '7') {
      return "phone.foreign";
    }
    return national.length() > NATIONAL ? "phone.too_long" : null;
  }

  private String digits() {
    return raw.startsWith("+") ? raw.substring(1) : raw;
  }

  /** Without the country's code. A 7 alone may be either until the eleventh digit tells. */
  private String national() {
    String digits = digits();
    if (digits.isEmpty()) {
      return "";
    }
    char first = digits.charAt(0);
    boolean coded = raw.startsWith("+") ? first == '7' : first == '8';
    boolean codedAfterAll = first == '7' && digits.length() >= WHOLE;
    return coded || codedAfterAll ? digits.substring(1) : digits;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
