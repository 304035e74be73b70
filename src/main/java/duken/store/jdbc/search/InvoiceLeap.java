package duken.store.jdbc.search;

import duken.store.InvoiceQuery;
import duken.store.jdbc.sql.Handle;
import java.time.Instant;
import java.util.List;

/** Skips the days that lie wholly before a page in the order of creation, by the tally alone. */
final class InvoiceLeap {

  private final InvoiceQuery query;
  private final InvoiceFilter filter;

  private record Day(long day, long invoices) {}

  InvoiceLeap(InvoiceQuery query, InvoiceFilter filter) {
    this.query = query;
    this.filter = filter;
  }

  /**
   * Narrows the filter's time.
   *
   * @return how many rows are left to skip within it
   */
  long over(Handle handle) {
    long left = query.slice().offset();
    Instant edge = query.slice().descending() ? query.period().until() : query.period().from();
    long bound = edge == null ? Long.MAX_VALUE : firstDay(edge);
    if (edge != null && !InvoiceTally.beginning(bound).equals(edge)) {
      long before = countToEdge(handle, bound);
      if (before > left) {
        return left;
      }
      left -= before;
    }
    Instant reached = edge == null ? null : InvoiceTally.beginning(bound);
    for (Day day : days(handle, bound)) {
      if (day.invoices() > left || !isWhole(day)) {
        break;
      }
      left -= day.invoices();
      reached = InvoiceTally.beginning(query.slice().descending() ? day.day() : day.day() + 1);
    }
    filter.put(query.slice().descending() ? "until" : "from", reached);
    return left;
  }

  /** The day at whose beginning the first whole day in walking order begins or ends. */
  private long firstDay(Instant edge) {
    return query.slice().descending()
        ? InvoiceTally.day(edge)
        : InvoiceTally.day(edge.minusNanos(1)) + 1;
  }

  private long countToEdge(Handle handle, long bound) {
    filter.put("edge", InvoiceTally.beginning(bound));
    return filter
        .query(
            handle,
            "select count(*)"
                + (query.slice().descending()
                    ? filter.from(query.statuses(), "edge", "until")
                    : filter.from(query.statuses(), "from", "edge")))
        .mapTo(Long.class)
        .one();
  }

  private List<Day> days(Handle handle, long bound) {
    String from = "";
    if (bound != Long.MAX_VALUE) {
      filter.put("bound", bound);
      from = query.slice().descending() ? " and utc_day < :bound" : " and utc_day >= :bound";
    }
    return filter
        .query(
            handle,
            "select utc_day, sum(invoices) as invoices from invoice_tally where "
                + InvoiceFilter.OWN
                + from
                + InvoiceFilter.among(query.statuses())
                + " group by utc_day order by utc_day"
                + (query.slice().descending() ? " desc" : " asc"))
        .map(row -> new Day(row.getLong("utc_day"), row.getLong("invoices")))
        .list();
  }

  /** Whether the filter's other end lies outside of the day. */
  private boolean isWhole(Day day) {
    return query.slice().descending()
        ? query.period().from() == null
            || !InvoiceTally.beginning(day.day()).isBefore(query.period().from())
        : query.period().until() == null
            || !InvoiceTally.beginning(day.day() + 1).isAfter(query.period().until());
  }
}
