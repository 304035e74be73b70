package duken.simulator.cashier;

import duken.simulator.cashier.fault.Outward;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.cashier.request.StrictFields;
import duken.simulator.proof.WallTime;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * Which rows of the history are asked for (section 6): days in Almaty, and below which row. Code 2
 * is the calendar week: on a Monday it holds that Monday alone.
 *
 * @param from first day
 * @param to last day
 * @param below date of the last row of the page before; empty for the first page
 */
record HistoryPage(LocalDate from, LocalDate to, String below) {

  private static final Pattern END =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T23:59:59\\.000\\+0500)?");
  private static final Pattern LAST =
      Pattern.compile(
          "|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?([+-]\\d{2}:?\\d{2})?");

  /** What a body asks for; the period's code wins over {@code EndDate}. */
  static HistoryPage asked(StrictFields body, Instant now) {
    if (body.has("StatementPeriodCode")) {
      body.exactly("EndDate", "LastTransactionDate", "StatementPeriodCode");
    } else {
      body.exactly("EndDate", "LastTransactionDate");
    }
    String below = body.text("LastTransactionDate");
    if (!LAST.matcher(below).matches()) {
      throw RefusedCall.breach("body", "LastTransactionDate is not empty and no date of a row");
    }
    LocalDate end = end(body.text("EndDate"));
    LocalDate today = now.atZone(WallTime.ALMATY).toLocalDate();
    if (!body.has("StatementPeriodCode")) {
      return new HistoryPage(end.minusMonths(1), end, below);
    }
    return switch ((int) body.whole("StatementPeriodCode")) {
      case 0 -> new HistoryPage(today, today, below);
      case 1 -> new HistoryPage(today.minusDays(1), today.minusDays(1), below);
      case 2 ->
          new HistoryPage(
              today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today, below);
      case 3 -> new HistoryPage(today.minusMonths(1), today, below);
      default -> throw RefusedCall.breach("body", "StatementPeriodCode is not from 0 to 3");
    };
  }

  /** Whether a moment lies in these days. */
  boolean holds(Instant at) {
    LocalDate day = at.atZone(WallTime.ALMATY).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether a row of this moment comes after the page before. */
  boolean isBelow(Instant at) {
    if (below.isEmpty()) {
      return true;
    }
    String date = Outward.date(at);
    return date.compareTo(below.substring(0, Math.min(below.length(), date.length()))) < 0;
  }

  /** The days as people write them. */
  String text() {
    return from + " — " + to;
  }

  private static LocalDate end(String text) {
    var found = END.matcher(text);
    if (!found.matches()) {
      throw RefusedCall.breach("body", "EndDate has neither of its two forms");
    }
    try {
      return LocalDate.parse(found.group(1));
    } catch (DateTimeException _) {
      throw RefusedCall.breach("body", "EndDate is no day");
    }
  }
}
