package duken.store.jdbc;

import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import duken.store.InvoiceQuery;
import duken.store.InvoiceQuery.Sort;
import java.time.Instant;
import java.util.Set;

/** A query in the making. */
public record Wish(InvoiceQuery query) {

  public Wish in(InvoiceStatus... statuses) {
    return with(
        Set.of(statuses), query.kind(), query.typed().search(), query.typed().phoneEnding());
  }

  Wish inNone() {
    return with(null, query.kind(), query.typed().search(), query.typed().phoneEnding());
  }

  Wish of(PaymentKind kind) {
    return with(query.statuses(), kind, query.typed().search(), query.typed().phoneEnding());
  }

  public Wish searching(String text) {
    return with(query.statuses(), query.kind(), text, query.typed().phoneEnding());
  }

  Wish calling(String digits) {
    return with(query.statuses(), query.kind(), query.typed().search(), digits);
  }

  public Wish between(Instant from, Instant until) {
    return within(from, until, false, query.typed().amountTiyn());
  }

  Wish paidBetween(Instant from, Instant until) {
    return within(from, until, true, query.typed().amountTiyn());
  }

  Wish summing(long tiyn) {
    return within(query.period().from(), query.period().until(), query.period().byPaidAt(), tiyn);
  }

  public Wish sorted(Sort sort, boolean descending) {
    return ordered(sort, descending, query.slice().limit(), query.slice().offset());
  }

  public Wish part(int limit, long offset) {
    return ordered(query.slice().sort(), query.slice().descending(), limit, offset);
  }

  private Wish with(
      Set<InvoiceStatus> statuses, PaymentKind kind, String search, String phoneEnding) {
    return new Wish(
        new InvoiceQuery(
            statuses,
            kind,
            new InvoiceQuery.Period(
                query.period().from(), query.period().until(), query.period().byPaidAt()),
            new InvoiceQuery.Typed(search, phoneEnding, query.typed().amountTiyn(), null),
            new InvoiceQuery.Slice(
                query.slice().sort(),
                query.slice().descending(),
                query.slice().limit(),
                query.slice().offset())));
  }

  private Wish within(Instant from, Instant until, boolean byPaidAt, Long tiyn) {
    return new Wish(
        new InvoiceQuery(
            query.statuses(),
            query.kind(),
            new InvoiceQuery.Period(from, until, byPaidAt),
            new InvoiceQuery.Typed(query.typed().search(), query.typed().phoneEnding(), tiyn, null),
            new InvoiceQuery.Slice(
                query.slice().sort(),
                query.slice().descending(),
                query.slice().limit(),
                query.slice().offset())));
  }

  private Wish ordered(Sort sort, boolean descending, int limit, long offset) {
    return new Wish(
        new InvoiceQuery(
            query.statuses(),
            query.kind(),
            new InvoiceQuery.Period(
                query.period().from(), query.period().until(), query.period().byPaidAt()),
            new InvoiceQuery.Typed(
                query.typed().search(),
                query.typed().phoneEnding(),
                query.typed().amountTiyn(),
                null),
            new InvoiceQuery.Slice(sort, descending, limit, offset)));
  }
}
