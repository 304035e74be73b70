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
    return with(Set.of(statuses), query.kind(), query.search(), query.phoneEnding());
  }

  Wish inNone() {
    return with(null, query.kind(), query.search(), query.phoneEnding());
  }

  Wish of(PaymentKind kind) {
    return with(query.statuses(), kind, query.search(), query.phoneEnding());
  }

  public Wish searching(String text) {
    return with(query.statuses(), query.kind(), text, query.phoneEnding());
  }

  Wish calling(String digits) {
    return with(query.statuses(), query.kind(), query.search(), digits);
  }

  public Wish between(Instant from, Instant until) {
    return within(from, until, false, query.amountTiyn());
  }

  Wish paidBetween(Instant from, Instant until) {
    return within(from, until, true, query.amountTiyn());
  }

  Wish summing(long tiyn) {
    return within(query.from(), query.until(), query.byPaidAt(), tiyn);
  }

  public Wish sorted(Sort sort, boolean descending) {
    return ordered(sort, descending, query.limit(), query.offset());
  }

  public Wish part(int limit, long offset) {
    return ordered(query.sort(), query.descending(), limit, offset);
  }

  private Wish with(
      Set<InvoiceStatus> statuses, PaymentKind kind, String search, String phoneEnding) {
    return new Wish(
        new InvoiceQuery(
            statuses,
            kind,
            query.from(),
            query.until(),
            query.byPaidAt(),
            search,
            phoneEnding,
            query.amountTiyn(),
            query.sort(),
            query.descending(),
            query.limit(),
            query.offset()));
  }

  private Wish within(Instant from, Instant until, boolean byPaidAt, Long tiyn) {
    return new Wish(
        new InvoiceQuery(
            query.statuses(),
            query.kind(),
            from,
            until,
            byPaidAt,
            query.search(),
            query.phoneEnding(),
            tiyn,
            query.sort(),
            query.descending(),
            query.limit(),
            query.offset()));
  }

  private Wish ordered(Sort sort, boolean descending, int limit, long offset) {
    return new Wish(
        new InvoiceQuery(
            query.statuses(),
            query.kind(),
            query.from(),
            query.until(),
            query.byPaidAt(),
            query.search(),
            query.phoneEnding(),
            query.amountTiyn(),
            sort,
            descending,
            limit,
            offset));
  }
}
