package duken.gateway.input;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Times in requests: RFC 3339 with offset, a local date, or a local date and time; local means
 * Almaty (gateway contract, section 3).
 */
final class TimeInput {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern BLANK_FOR_T =
      Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:.*)$");
  private static final Pattern LOST_PLUS =
      Pattern.compile("(T[0-9:.]+) ([0-9]{2}:?[0-9]{2}|[0-9]{2})$");

  /** An offset with or without its colon, and with or without a blank before it. */
  private static final Pattern OFFSET = Pattern.compile("(T[0-9:.]+) ?([+-][0-9]{2}):?([0-9]{2})$");

  private static final int DATE_LENGTH = 10;
  private static final int LONGEST = 40;

  private TimeInput() {}

  /**
   * The first instant meant.
   *
   * @throws DateTimeParseException when it is no time
   */
  static Instant from(String text) {
    return isDate(text) ? startOf(text) : instant(text);
  }

  /**
   * The first instant after what is meant: the next local day of a date, the next second of a time.
   *
   * @throws DateTimeParseException when it is no time
   */
  static Instant until(String text) {
    return isDate(text)
        ? LocalDate.parse(text, DATE).plusDays(1).atStartOfDay(ALMATY).toInstant()
        : instant(text).truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofSeconds(1));
  }

  private static boolean isDate(String text) {
    return text.length() == DATE_LENGTH;
  }

  private static Instant startOf(String date) {
    return LocalDate.parse(date, DATE).atStartOfDay(ALMATY).toInstant();
  }

  private static Instant instant(String text) {
    if (text.length() > LONGEST) {
      throw new DateTimeParseException("too long", "", 0);
    }
    String time = BLANK_FOR_T.matcher(text).replaceFirst("$1T$2");
    // A plus that was not percent-encoded arrives as a space.
    time = LOST_PLUS.matcher(time).replaceFirst("$1+$2");
    time = OFFSET.matcher(time).replaceFirst("$1$2:$3");
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException _) {
      return LocalDateTime.parse(time, LOCAL).atZone(ALMATY).toInstant();
    }
  }
}
