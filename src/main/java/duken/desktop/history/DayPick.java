package duken.desktop.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Two days being picked on a calendar, one after the other.
 *
 * @param cursor the day the keys stand on; its month is shown
 * @param start the day that was picked first, or null before
 * @param today the last day that can be picked
 */
record DayPick(LocalDate cursor, LocalDate start, LocalDate today) {

  private static final int CELLS = 42;

  /** Begins at the end of what is shown now. */
  static DayPick from(Days shown, LocalDate today) {
    return new DayPick(shown.to().isAfter(today) ? today : shown.to(), null, today);
  }

  /** Steps through days; never past today. */
  DayPick step(long days) {
    return at(cursor.plusDays(days));
  }

  /** Turns months; never past today. */
  DayPick lock(int months) {
    return at(cursor.plusMonths(months));
  }

  DayPick at(LocalDate day) {
    return new DayPick(day.isAfter(today) ? today : day, start, today);
  }

  /** The day under the cursor is the first one. */
  DayPick started() {
    return new DayPick(cursor, cursor, today);
  }

  Days span() {
    return Days.between(start == null ? cursor : start, cursor);
  }

  YearMonth month() {
    return YearMonth.from(cursor);
  }

  /** Six weeks around the month, beginning on a Monday. */
  List<LocalDate> cells() {
    LocalDate first = month().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return LongStream.range(0, CELLS).mapToObj(first::plusDays).toList();
  }
}
