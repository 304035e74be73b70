package duken.domain.barcode;

import duken.domain.Money;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the shop's scales fill an EAN-13: two digits of prefix, the item's code, what was weighed,
 * the check digit. GS1 leaves prefixes 20 to 29 to the shop, so only the shop knows.
 *
 * @param prefixes 20 to 29, at least one
 * @param codeDigits 4 to 6; the rest of the ten digits is the value
 * @param content what the value is
 */
public record ScaleLayout(SortedSet<Integer> prefixes, int codeDigits, Content content) {

  /** The smallest and the largest prefix of a shop's own. */
  public static final int FIRST_PREFIX = 20;

  public static final int LAST_PREFIX = 29;

  /** How short and how long an item's code can be. */
  public static final int FEWEST_DIGITS = 4;

  public static final int MOST_DIGITS = 6;

  private static final int LENGTH = 13;
  private static final int PREFIX_DIGITS = 2;

  /** What stands behind the item's code. */
  public enum Content {
    /** Whole grams. */
    GRAMS,
    /** Whole tenge. */
    TENGE
  }

  /**
   * @throws IllegalArgumentException when a part is out of range
   */
  public ScaleLayout(Collection<Integer> prefixes, int codeDigits, Content content) {
    this(new TreeSet<>(prefixes), codeDigits, content);
  }

  /**
   * @throws IllegalArgumentException when a part is out of range
   */
  public ScaleLayout {
    prefixes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(prefixes));
    boolean own =
        !prefixes.isEmpty() && prefixes.first() >= FIRST_PREFIX && prefixes.last() <= LAST_PREFIX;
    if (!own || codeDigits < FEWEST_DIGITS || codeDigits > MOST_DIGITS || content == null) {
      throw new IllegalArgumentException("no layout of scales");
    }
  }

  /** What a label says; empty when it is none of these scales, or says nothing was weighed. */
  Optional<Barcode.Scales> read(String digits) {
    if (digits.length() != LENGTH
        || !CheckDigit.isRight(digits)
        || !prefixes.contains(Integer.valueOf(digits.substring(0, PREFIX_DIGITS)))) {
      return Optional.empty();
    }
    int end = PREFIX_DIGITS + codeDigits;
    long value = Long.parseLong(digits.substring(end, LENGTH - 1));
    Measure measure =
        switch (content) {
          case GRAMS -> new Measure.Weight(value);
          case TENGE -> new Measure.Price(Money.ofTenge(value));
        };
    return value == 0
        ? Optional.empty()
        : Optional.of(new Barcode.Scales(digits, digits.substring(PREFIX_DIGITS, end), measure));
  }
}
