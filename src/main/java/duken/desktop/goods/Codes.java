package duken.desktop.goods;

import duken.domain.barcode.CheckDigit;
import java.util.Set;
import java.util.regex.Pattern;

/** Barcodes as people type them. */
final class Codes {

  /** The longest barcode and article (gateway contract, section 11.3). */
  static final int LONGEST = 50;

  private static final int SHOWN = 32;
  private static final Set<Integer> GTIN_LENGTHS = Set.of(8, 12, 13, 14);

  /** What a spreadsheet makes of a long number: its last digits are lost. */
  private static final Pattern SPOILT = Pattern.compile("[0-9]+(?:[.,][0-9]+)?[eE][+][0-9]+");

  private Codes() {}

  /** Whether a spreadsheet cut its digits off, {@code 4,87E+12}. */
  static boolean isSpoilt(String code) {
    return SPOILT.matcher(code).matches();
  }

  /** Whether it looks like an EAN or UPC with a digit mistyped. */
  static boolean isDoubtful(String code) {
    return GTIN_LENGTHS.contains(code.length())
        && code.chars().allMatch(c -> c >= '0' && c <= '9')
        && !CheckDigit.isRight(code);
  }

  /** As much of a code as fits a line. */
  static String shown(String code) {
    String plain = code.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
  }
}
