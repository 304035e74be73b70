package duken.provider.cashier.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Times as the bank writes and reads them (cashier sheet, sections 4 and 6). */
public final class WireTime {

  private static final DateTimeFormatter X_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

  private static final DateTimeFormatter ANY =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd")
          .appendPattern("[['T'][' ']HH:mm[:ss]]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.ROOT);

  private WireTime() {}

  /** {@code X-Time}: local wall time, milliseconds, offset without colon. */
  public static String xTime(Instant instant, ZoneId zone) {
    return X_TIME.format(instant.atZone(zone));
  }

  /** Reads a date of the bank: with offset, with {@code Z}, or without either in {@code zone}. */
  public static Optional<Instant> read(String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (ANY.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime withOffset -> withOffset.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> throw new DateTimeParseException("neither", text, 0);
          });
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
