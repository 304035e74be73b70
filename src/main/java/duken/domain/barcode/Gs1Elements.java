package duken.domain.barcode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads element strings: application identifier, value, and GS where a value of no fixed length
 * ends (GS1 General Specifications, sections 3 and 7.8).
 */
final class Gs1Elements {

  /** What FNC1 between two elements is told as. */
  static final char GS = '\u001d';

  private static final Pattern IN_BRACKETS = Pattern.compile("\\((\\d{2,4})\\)([^(]+)");
  private static final Pattern WEIGHT = Pattern.compile("310[0-5]");

  private static final String ITEM = "01";
  private static final int ITEM_DIGITS = 14;
  private static final int LONGEST_VALUE = 90;

  /** Lengths of values by the first two digits of their identifier (figure 7.8.5-2). */
  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("00", 18),
          Map.entry("01", 14),
          Map.entry("02", 14),
          Map.entry("03", 14),
          Map.entry("04", 16),
          Map.entry("11", 6),
          Map.entry("12", 6),
          Map.entry("13", 6),
          Map.entry("14", 6),
          Map.entry("15", 6),
          Map.entry("16", 6),
          Map.entry("17", 6),
          Map.entry("18", 6),
          Map.entry("19", 6),
          Map.entry("20", 2),
          Map.entry("31", 6),
          Map.entry("32", 6),
          Map.entry("33", 6),
          Map.entry("34", 6),
          Map.entry("35", 6),
          Map.entry("36", 6),
          Map.entry("41", 13));

  private Gs1Elements() {}

  /** What people write below the bars: {@code (01)04870…(21)…}. */
  static Optional<Barcode.Gs1> inBrackets(String text) {
    Map<String, String> elements = new LinkedHashMap<>();
    Matcher element = IN_BRACKETS.matcher(text);
    int at = 0;
    while (element.find() && element.start() == at) {
      elements.put(element.group(1), element.group(2).strip());
      at = element.end();
    }
    return at == text.length() ? code(elements) : Optional.empty();
  }

  /** What is in the bars. An identifier nobody knows ends the reading; what was read counts. */
  static Optional<Barcode.Gs1> plain(String text) {
    Map<String, String> elements = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == GS) {
        at++;
        continue;
      }
      int valueAt = at + identifierLength(text, at);
      if (valueAt == at || valueAt >= text.length()) {
        break;
      }
      String identifier = text.substring(at, valueAt);
      Integer fixed = FIXED.get(identifier.substring(0, 2));
      int end = fixed == null ? endOf(text, valueAt) : valueAt + fixed;
      if (end > text.length()) {
        break;
      }
      elements.putIfAbsent(identifier, text.substring(valueAt, end));
      at = end;
    }
    return code(elements);
  }

  private static int endOf(String text, int from) {
    int end = text.indexOf(GS, from);
    return Math.min(end < 0 ? text.length() : end, from + LONGEST_VALUE);
  }

  /** 0 when there is none. */
  private static int identifierLength(String text, int at) {
    if (at + 2 > text.length() || !CheckDigit.isDigits(text.substring(at, at + 2))) {
      return 0;
    }
    int length =
        switch (text.charAt(at)) {
          case '3' -> text.charAt(at + 1) == '0' || text.charAt(at + 1) == '7' ? 2 : 4;
          case '7', '8' -> 4;
          case '4' -> 3;
          case '2' -> text.charAt(at + 1) >= '3' && text.charAt(at + 1) <= '5' ? 3 : 2;
          default -> 2;
        };
    boolean whole =
        at + length <= text.length() && CheckDigit.isDigits(text.substring(at, at + length));
    return whole ? length : 0;
  }

  private static Optional<Barcode.Gs1> code(Map<String, String> elements) {
    String gtin = elements.get(ITEM);
    if (gtin == null || gtin.length() != ITEM_DIGITS || !CheckDigit.isRight(gtin)) {
      return Optional.empty();
    }
    return Optional.of(
        new Barcode.Gs1(
            gtin,
            grams(elements),
            elements.get("10"),
            day(elements.get("17")),
            elements.get("21")));
  }

  /** AI 310x: kilograms with x places; null without, or when nothing was weighed. */
  private static Long grams(Map<String, String> elements) {
    return elements.entrySet().stream()
        .filter(element -> WEIGHT.matcher(element.getKey()).matches())
        .filter(element -> CheckDigit.isDigits(element.getValue()))
        .map(
            element ->
                new BigDecimal(element.getValue())
                    .movePointLeft(element.getKey().charAt(3) - '0')
                    .movePointRight(3)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue())
        .filter(grams -> grams > 0)
        .findFirst()
        .orElse(null);
  }

  /** YYMMDD, where day 00 is the month's last; null when it is no day. */
  private static LocalDate day(String text) {
    if (text == null || text.length() != 6 || !CheckDigit.isDigits(text)) {
      return null;
    }
    try {
      YearMonth month =
          YearMonth.of(
              2000 + Integer.parseInt(text.substring(0, 2)),
              Integer.parseInt(text.substring(2, 4)));
      int day = Integer.parseInt(text.substring(4));
      return day == 0 ? month.atEndOfMonth() : month.atDay(day);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
