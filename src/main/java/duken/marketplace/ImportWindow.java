package duken.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of time Kaspi answers for (sheet, section 2.1).
 *
 * @param from the first instant, UTC
 * @param to the last one
 */
record ImportWindow(Instant from, Instant to) {

  /** Kaspi refuses more than 14 days. */
  private static final Duration LONGEST = Duration.ofDays(14).minusMinutes(1);

  /** A longer span in windows, newest first; each begins a millisecond after the one before it. */
  static List<ImportWindow> all(Instant from, Instant to) {
    List<ImportWindow> windows = new ArrayList<>();
    Instant start = from;
    while (start.isBefore(to)) {
      Instant end = start.plus(LONGEST);
      windows.add(new ImportWindow(start, end.isAfter(to) ? to : end));
      start = end.plusMillis(1);
    }
    return windows.reversed();
  }
}
