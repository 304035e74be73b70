package duken.desktop.kit.format;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The wire's UTC times as the shop's clock on the wall shows them. Digits only, so in no language.
 */
public final class Moments {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Clock clock;

  /** Moments in the zone of {@code clock}. */
  public Moments(Clock clock) {
    this.clock = clock;
  }

  /** {@code 14:35}; empty for null. */
  public String time(String wire) {
    return wire == null ? "" : TIME.format(at(wire));
  }

  /** {@code 14.05.2026}; empty for null. */
  public String date(String wire) {
    return wire == null ? "" : DATE.format(at(wire));
  }

  /** {@code 14:35} today, {@code 14.05.2026 14:35} on another day; empty for null. */
  public String moment(String wire) {
    if (wire == null) {
      return "";
    }
    return isToday(wire) ? time(wire) : date(wire) + " " + time(wire);
  }

  /** How long ago this moment is; zero for null and for what is still to come. */
  public Duration since(String wire) {
    if (wire == null) {
      return Duration.ZERO;
    }
    Duration passed = Duration.between(Instant.parse(wire), clock.instant());
    return passed.isNegative() ? Duration.ZERO : passed;
  }

  /** The zone of the shop's clock. */
  public ZoneId zone() {
    return clock.getZone();
  }

  /** Now, UTC. */
  public Instant now() {
    return clock.instant();
  }

  /** How long it is until this moment; zero for null and for what is past. */
  public Duration until(String wire) {
    if (wire == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), Instant.parse(wire));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Today in the shop. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Whether this moment is today in the shop. */
  public boolean isToday(String wire) {
    return at(wire).toLocalDate().equals(today());
  }

  /** {@code 14.05.2026}. */
  public static String date(LocalDate day) {
    return DATE.format(day);
  }

  private ZonedDateTime at(String wire) {
    return Instant.parse(wire).atZone(clock.getZone());
  }
}
