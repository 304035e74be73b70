package duken.simulator.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of {@code X-Time}: local time, milliseconds, offset without colon (section 4). */
public final class WallTime {

  /** Where the bank's dates without an offset are at home. */
  public static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+-]\\d{4}");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx");

  private WallTime() {}

  /** The instant of a text; empty when its form is another. */
  public static Optional<Instant> read(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text, FORMAT).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** An instant in that form, in Almaty. */
  public static String write(Instant instant) {
    return FORMAT.format(instant.atZone(ALMATY));
  }
}
