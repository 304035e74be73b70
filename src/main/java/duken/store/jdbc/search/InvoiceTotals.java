package duken.store.jdbc.search;

import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.store.InvoiceQuery;
import duken.store.Invoices;
import duken.store.jdbc.sql.Handle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a list adds up to. Whole days come from the tally, the rest of the days at the two edges
 * from an index; what the tally does not know is counted.
 */
final class InvoiceTotals {

  private static final String MONEY =
      InvoiceFilter.quoted(
          Arrays.stream(InvoiceStatus.values()).filter(InvoiceStatus::hasMoney).toList());

  private final InvoiceQuery query;
  private final InvoiceFilter filter;

  InvoiceTotals(InvoiceQuery query, InvoiceFilter filter) {
    this.query = query;
    this.filter = filter;
  }

  /** How many there are. */
  long count(Handle handle) {
    String parts =
        filter
            .fromHits()
            .map(hits -> "select count(*) as n" + hits)
            .orElseGet(() -> parts("count(*) as n", "sum(invoices) as n"));
    return filter
        .query(handle, "select coalesce(sum(n), 0) from (" + parts + ") part")
        .mapTo(Long.class)
        .one();
  }

  /** What they brought and gave back. */
  Invoices.Sums sums(Handle handle) {
    String columns =
        "sum(case when status in ("
            + MONEY
            + ") then amount else 0 end) as paid, sum(refunded) as refunded";
    return filter
        .query(
            handle,
            "select coalesce(sum(paid), 0) as paid, coalesce(sum(refunded), 0) as refunded from ("
                + parts(columns, columns)
                + ") part")
        .map(
            row ->
                new Invoices.Sums(
                    Money.ofTiyn(row.getLong("paid")), Money.ofTiyn(row.getLong("refunded"))))
        .one();
  }

  private String parts(String ofRows, String ofTally) {
    String rows = "select " + ofRows;
    Instant from = query.period().from();
    Instant until = query.period().until();
    long firstWhole = from == null ? Long.MIN_VALUE : InvoiceTally.day(from.minusNanos(1)) + 1;
    long endOfWhole = until == null ? Long.MAX_VALUE : InvoiceTally.day(until);
    if (!filter.isTallied() || firstWhole >= endOfWhole) {
      return rows + filter.from();
    }
    List<String> parts = new ArrayList<>();
    String days = "";
    if (from != null) {
      Instant wholeFrom = InvoiceTally.beginning(firstWhole);
      filter.put("firstWhole", firstWhole);
      days += " and utc_day >= :firstWhole";
      if (from.isBefore(wholeFrom)) {
        filter.put("wholeFrom", wholeFrom);
        parts.add(rows + filter.from(query.statuses(), "from", "wholeFrom"));
      }
    }
    if (until != null) {
      Instant wholeUntil = InvoiceTally.beginning(endOfWhole);
      filter.put("endOfWhole", endOfWhole);
      days += " and utc_day < :endOfWhole";
      if (wholeUntil.isBefore(until)) {
        filter.put("wholeUntil", wholeUntil);
        parts.add(rows + filter.from(query.statuses(), "wholeUntil", "until"));
      }
    }
    parts.add(
        "select "
            + ofTally
            + " from invoice_tally where "
            + InvoiceFilter.OWN
            + days
            + InvoiceFilter.among(query.statuses()));
    return String.join(" union all ", parts);
  }
}
