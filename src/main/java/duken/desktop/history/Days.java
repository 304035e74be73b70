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

  /** The span between two days, whichever is first. */
  public static Days between(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? new Days(other, one) : new Days(one, other);
  }

  /** Whether {@code day} is in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether it is one day only, so that a list needs no date beside the time. */
  public boolean isOneDay() {
    return from.equals(to);
  }
}
