package duken.desktop.history;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A span of local days.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Days(LocalDate from, LocalDate to) {

  public Days {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first");
    }
  }

  /** The same span with another first day; the last day moves along when it would be before. */
  public Days startingOn(LocalDate day) {
    return new Days(day, to.isBefore(day) ? day : to);
  }

  /** The same span with another last day; the first day moves along when it would be after. */
  public Days endingOn(LocalDate day) {
    return new Days(from.isAfter(day) ? day : from, day);
  }

  /** Whether it is one day only, so that a list needs no date beside the time. */
  public boolean isOneDay() {
    return from.equals(to);
  }
}
