package duken.domain.barcode;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** What a scanned or typed code says. */
public sealed interface Barcode {

  /**
   * As what the item may be kept, the likeliest first: scanners and lists of goods disagree about
   * leading zeros.
   */
  List<String> keys();

  /** What was weighed, when the code says so, or null. */
  default Measure measure() {
    return null;
  }

  /**
   * EAN-8, UPC-A, EAN-13 or GTIN-14 with the right check digit.
   *
   * @param digits 8, 12, 13 or 14 as they were scanned
   */
  record Gtin(String digits) implements Barcode {

    private static final int LONGEST = 14;

    @Override
    public List<String> keys() {
      SequencedSet<String> keys = new LinkedHashSet<>();
      keys.add(digits);
      String whole = "0".repeat(LONGEST - digits.length()) + digits;
      Stream.of(13, 12, 8, LONGEST)
          .filter(length -> whole.substring(0, LONGEST - length).chars().allMatch(c -> c == '0'))
          .forEach(length -> keys.add(whole.substring(LONGEST - length)));
      return List.copyOf(keys);
    }
  }

  /**
   * A label of the shop's own scales.
   *
   * @param whole all 13 digits
   * @param code the item's, with leading zeros
   */
  record Scales(String whole, String code, Measure measure) implements Barcode {

    private static final int PREFIX = 2;

    @Override
    public List<String> keys() {
      SequencedSet<String> keys = new LinkedHashSet<>();
      keys.add(whole);
      keys.add(whole.substring(0, PREFIX) + code);
      keys.add(code);
      keys.add(code.replaceFirst("^0+(?=.)", ""));
      return List.copyOf(keys);
    }
  }

  /**
   * A GS1 code with application identifiers: DataMatrix of marked goods, GS1-128 of cases.
   *
   * @param gtin 14 digits with the right check digit (AI 01)
   * @param grams net weight (AI 310x), or null
   * @param lot its number (AI 10), or null
   * @param usableUntil the last day (AI 17), or null
   * @param serial of this one piece (AI 21), or null
   */
  record Gs1(String gtin, Long grams, String lot, LocalDate usableUntil, String serial)
      implements Barcode {

    @Override
    public List<String> keys() {
      // What is kept of goods is what is printed on them: fewer zeros than AI 01 has.
      List<String> keys = new Gtin(gtin).keys();
      return Stream.concat(keys.stream().skip(1), Stream.of(gtin)).distinct().toList();
    }

    @Override
    public Measure measure() {
      return grams == null ? null : new Measure.Weight(grams);
    }
  }

  /**
   * Any other text: a code of the shop's own.
   *
   * @param text without blanks around it, possibly empty
   */
  record Text(String text) implements Barcode {
    @Override
    public List<String> keys() {
      return text.isEmpty() ? List.of() : List.of(text);
    }
  }
}
