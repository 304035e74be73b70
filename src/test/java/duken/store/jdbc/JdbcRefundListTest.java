package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.Refund.Initiator;
import duken.domain.Refund.Status;
import duken.store.InvoiceQuery.Sort;
import duken.store.Page;
import duken.store.Refunds.RefundQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JdbcRefundListTest extends OnBothDatabases {

  @Test
  void aListIsFilteredSortedAndCounted() {
    long sale = shop.sells().id();
    Refund large = refunds(sale, 300, Status.PENDING, NOON);
    Refund small = refunds(sale, 100, Status.PENDING, NOON.plusSeconds(10));
    Refund failed = refunds(sale, 200, Status.FAILED, NOON.plusSeconds(20));

    assertThat(list(wish())).containsExactly(failed, small, large);
    assertThat(list(wish().by(Sort.AMOUNT, false))).containsExactly(small, failed, large);
    assertThat(list(wish().in(Status.FAILED))).containsExactly(failed);
    assertThat(list(wish().of(999L))).isEmpty();
    assertThat(list(wish().of(sale))).containsExactly(failed, small, large);
    assertThat(list(wish().between(NOON.plusSeconds(10), NOON.plusSeconds(20))))
        .containsExactly(small);
    Page<Refund> part = page(wish().part(1, 1));
    assertThat(part.rows()).containsExactly(small);
    assertThat(part.total()).isEqualTo(3);
  }

  /** The paths through the indexes differ by order and by filter: each has to lead to the same. */
  @ParameterizedTest
  @EnumSource(Sort.class)
  void eachOrderGoesBothWaysUnderEachFilter(Sort sort) {
    List<Refund> all = manifold();
    Map<Long, String> names = new HashMap<>();
    all.forEach(it -> names.put(it.invoiceId(), shop.find(it.invoiceId()).state().payerName()));
    List<Wished> filters =
        List.of(
            wish(),
            wish().in(Status.COMPLETED),
            wish().in(Status.COMPLETED, Status.FAILED),
            wish().in(Status.values()),
            wish().between(NOON, null),
            wish().between(null, NOON.plusSeconds(2)),
            wish().between(NOON, NOON.plusSeconds(2)).in(Status.PENDING, Status.COMPLETED),
            wish().of(all.getFirst().invoiceId()),
            wish().of(all.getFirst().invoiceId()).in(Status.COMPLETED, Status.PROCESSING));
    for (Wished filter : filters) {
      for (boolean descending : new boolean[] {false, true}) {
        Wished wished = filter.by(sort, descending);
        List<Refund> expected =
            all.stream().filter(wished::matches).sorted(inOrder(sort, descending, names)).toList();
        assertThat(expected).isNotEmpty();
        assertThat(list(wished)).as(wished.toString()).containsExactlyElementsOf(expected);
        assertThat(page(wished.part(3, 2)).rows())
            .as(wished.toString())
            .containsExactlyElementsOf(expected.stream().skip(2).limit(3).toList());
      }
    }
  }

  /** Of four sales, two without a payer's name; every other thing of them is shared by several. */
  private List<Refund> manifold() {
    List<Long> sales =
        Stream.of("Вера", null, "Анна", null)
            .map(name -> shop.sells(made -> made.paid(NOON, name)).id())
            .toList();
    List<Refund> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Status status = Status.values()[i * 3 % 5 % Status.values().length];
      Instant at = NOON.plusSeconds(i * 11 % 7 % 5 - 1L);
      all.add(refunds(sales.get(i * 7 % 4), 100 + i * 5 % 3, status, at));
    }
    return all;
  }

  private static Comparator<Refund> inOrder(Sort sort, boolean down, Map<Long, String> names) {
    Comparator<Refund> byId = directed(Comparator.comparing(Refund::id), down);
    return switch (sort) {
      case ID -> byId;
      case AMOUNT ->
          directed(Comparator.<Refund>comparingLong(it -> it.terms().amount().tiyn()), down)
              .thenComparing(byId);
      case STATUS ->
          directed(Comparator.<Refund, String>comparing(it -> it.state().status().wire()), down)
              .thenComparing(byId);
      case CREATED_AT ->
          directed(Comparator.comparing((Refund refund) -> refund.terms().createdAt()), down)
              .thenComparing(byId);
      case CLIENT_NAME ->
          Comparator.<Refund, String>comparing(
                  it -> names.get(it.invoiceId()),
                  Comparator.nullsLast(directed(Comparator.<String>naturalOrder(), down)))
              .thenComparing(byId);
    };
  }

  private static <T> Comparator<T> directed(Comparator<T> order, boolean down) {
    return down ? order.reversed() : order;
  }

  private Refund refunds(long invoiceId, long tenge, Status status, Instant at) {
    Refund refund =
        new Refund(
            0,
            shop.id(),
            Mode.TEST,
            invoiceId,
            new Refund.Terms(Money.ofTenge(tenge), null, Initiator.API, List.of(), at),
            new Refund.State(status, null, null, null, null),
            new Refund.Sending(Money.ZERO, null, null));
    return store.write(tx -> tx.refunds().insert(refund));
  }

  private List<Refund> list(Wished wished) {
    Page<Refund> page = page(wished);
    assertThat(page.total()).as(wished.toString()).isEqualTo(page.rows().size());
    return page.rows();
  }

  private Page<Refund> page(Wished wished) {
    return store.read(tx -> tx.refunds().list(training, wished.query()));
  }

  private static Wished wish() {
    return new Wished(new RefundQuery(Set.of(), null, null, null, Sort.CREATED_AT, true, 100, 0));
  }

  /** A query in the making. */
  private record Wished(RefundQuery query) {

    Wished in(Status... statuses) {
      return with(Set.of(statuses), query.invoiceId(), query.from(), query.until());
    }

    Wished of(long invoiceId) {
      return with(query.statuses(), invoiceId, query.from(), query.until());
    }

    Wished between(Instant from, Instant until) {
      return with(query.statuses(), query.invoiceId(), from, until);
    }

    Wished by(Sort sort, boolean descending) {
      return ordered(sort, descending, query.limit(), query.offset());
    }

    Wished part(int limit, long offset) {
      return ordered(query.sort(), query.descending(), limit, offset);
    }

    boolean matches(Refund refund) {
      return (query.statuses().isEmpty() || query.statuses().contains(refund.state().status()))
          && (query.invoiceId() == null || query.invoiceId() == refund.invoiceId())
          && (query.from() == null || !refund.terms().createdAt().isBefore(query.from()))
          && (query.until() == null || refund.terms().createdAt().isBefore(query.until()));
    }

    private Wished with(Set<Status> statuses, Long invoiceId, Instant from, Instant until) {
      return new Wished(
          new RefundQuery(
              statuses,
              invoiceId,
              from,
              until,
              query.sort(),
              query.descending(),
              query.limit(),
              query.offset()));
    }

    private Wished ordered(Sort sort, boolean descending, int limit, long offset) {
      return new Wished(
          new RefundQuery(
              query.statuses(),
              query.invoiceId(),
              query.from(),
              query.until(),
              sort,
              descending,
              limit,
              offset));
    }
  }
}
