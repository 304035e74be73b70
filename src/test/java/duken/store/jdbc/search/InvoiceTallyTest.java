package duken.store.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.store.InvoiceQuery;
import duken.store.InvoiceQuery.Sort;
import duken.store.Invoices.Sums;
import duken.store.Page;
import duken.store.jdbc.FillLists;
import duken.store.jdbc.ManySales;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Race;
import duken.store.jdbc.Sale;
import duken.store.jdbc.Wish;
import duken.store.jdbc.sql.Handle;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What lists take from the tally and the index of words is what the invoices say. */
final class InvoiceTallyTest extends OnBothDatabases {

  private static final List<InvoiceStatus> STATUSES = List.of(InvoiceStatus.values());

  @Test
  void countsSumsAndPagesAreThoseOfTheInvoicesThemselves() {
    fill(4_000);
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      shop.sells(sale -> sale.at(anyTime(random)).tenge(random.nextInt(1, 999)));
    }
    List<Invoice> all = everything();
    assertThat(all).hasSize(4_012);

    for (int i = 0; i < 120; i++) {
      InvoiceQuery query = anyQuery(random);
      List<Invoice> expected =
          all.stream().filter(it -> matches(query, it)).sorted(order(query)).toList();
      Page<Invoice> page = store.read(tx -> tx.invoices().list(training, query));
      Sums sums = store.read(tx -> tx.invoices().sums(training, query));

      assertThat(page.total()).as(query.toString()).isEqualTo(expected.size());
      assertThat(page.rows())
          .as(query.toString())
          .isEqualTo(
              expected.stream().skip(query.slice().offset()).limit(query.slice().limit()).toList());
      assertThat(sums).as(query.toString()).isEqualTo(sums(expected));
    }
  }

  @Test
  void ofAllWhoMoveAnInvoiceAtOnceEachIsCountedOnce() throws Exception {
    List<Invoice> open = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      open.add(shop.sells(sale -> sale.saying("заказ", "A-1")));
    }
    AtomicInteger next = new AtomicInteger();

    Race.of(
        4,
        () -> {
          int i;
          while ((i = next.getAndIncrement()) < 2 * open.size()) {
            shop.moves(open.get(i / 2), InvoiceStatus.PAID);
            shop.sells();
          }
          return i;
        });

    assertThat(tally()).isEqualTo(recounted());
    assertThat(count(InvoiceStatus.PAID)).isEqualTo(20);
    assertThat(count(InvoiceStatus.PENDING)).isEqualTo(40);
  }

  @Test
  void whatIsRolledBackIsNotCounted() {
    shop.sells();
    try {
      store.write(
          tx -> {
            tx.invoices().insert(Sale.of(shop.id()).invoice());
            assertThat(tx.invoices().list(training, InvoiceQuery.newest(10)).total()).isEqualTo(2);
            throw new IllegalStateException("changed its mind");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("changed its mind");
    }

    assertThat(count(InvoiceStatus.PENDING)).isEqualTo(1);
  }

  @Test
  void anOlderFoldersListsAreFilledAsTheProgramWouldHave() {
    Invoice one = shop.sells(sale -> sale.saying("Заказ №17 на ҮЙГЕ", "ORD12345"));
    shop.sells(sale -> sale.live().tenge(7));
    shop.moves(one, InvoiceStatus.PAID);
    List<Map<String, Object>> words = words();

    assertThat(tally()).isEqualTo(recounted());
    assertThat(words()).usingRecursiveComparison().isEqualTo(words).isNotEqualTo(List.of());
  }

  private void fill(int sales) {
    store.within(
        handle -> {
          try {
            new ManySales(shop.id(), sales, NOON.plusSeconds(12_345)).into(handle.connection());
            return null;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private List<Map<String, Object>> tally() {
    return rows(
        "select tenant_id, mode, utc_day, status, invoices, amount, refunded from invoice_tally"
            + " where invoices <> 0 order by tenant_id, mode, utc_day, status");
  }

  private List<Map<String, Object>> recounted() {
    store.within(
        handle -> {
          try {
            FillLists.fill(handle.connection());
            return null;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    return tally();
  }

  private List<Map<String, Object>> words() {
    return rows(
        "select tenant_id, mode, word, invoice_id from invoice_word order by word, invoice_id");
  }

  private List<Map<String, Object>> rows(String sql) {
    return store.within((Handle handle) -> handle.createQuery(sql).mapToMap().list());
  }

  private long count(InvoiceStatus status) {
    InvoiceQuery query = new Wish(InvoiceQuery.newest(1)).in(status).query();
    return store.read(tx -> tx.invoices().list(training, query)).total();
  }

  private List<Invoice> everything() {
    return LongStream.iterate(1, first -> first < 5_000, first -> first + 500)
        .mapToObj(first -> LongStream.range(first, first + 500).boxed().toList())
        .flatMap(ids -> store.read(tx -> tx.invoices().findAll(training, ids)).stream())
        .toList();
  }

  private static Instant anyTime(Random random) {
    return NOON.minusSeconds(random.nextLong(ManySales.SPAN.toSeconds()));
  }

  private static InvoiceQuery anyQuery(Random random) {
    Wish wish = new Wish(InvoiceQuery.newest(10));
    Instant from = anyTime(random);
    Instant until = from.plus(Duration.ofHours(1 + random.nextInt(24 * 300)));
    wish =
        switch (random.nextInt(5)) {
          case 0 -> wish;
          case 1 -> wish.between(from, null);
          case 2 -> wish.between(null, until);
          case 3 -> wish.between(from, until);
          default ->
              wish.between(
                  InvoiceTally.beginning(InvoiceTally.day(from)),
                  InvoiceTally.beginning(InvoiceTally.day(until) + 1));
        };
    wish =
        switch (random.nextInt(4)) {
          case 0 -> wish;
          case 1 -> wish.in(STATUSES.get(random.nextInt(STATUSES.size())));
          case 2 -> wish.in(InvoiceStatus.PAID, InvoiceStatus.EXPIRED);
          default ->
              wish.in(InvoiceStatus.REFUNDED, InvoiceStatus.CANCELLED, InvoiceStatus.PENDING);
        };
    Sort sort = random.nextBoolean() ? Sort.CREATED_AT : Sort.values()[random.nextInt(4)];
    return wish.sorted(sort == Sort.CLIENT_NAME ? Sort.ID : sort, random.nextBoolean())
        .part(1 + random.nextInt(20), random.nextBoolean() ? 0 : random.nextInt(4_100))
        .query();
  }

  private static boolean matches(InvoiceQuery query, Invoice invoice) {
    return (query.statuses().isEmpty() || query.statuses().contains(invoice.state().status()))
        && (query.period().from() == null
            || !invoice.revision().createdAt().isBefore(query.period().from()))
        && (query.period().until() == null
            || invoice.revision().createdAt().isBefore(query.period().until()));
  }

  private static Comparator<Invoice> order(InvoiceQuery query) {
    Comparator<Invoice> order =
        switch (query.slice().sort()) {
          case ID, CLIENT_NAME -> Comparator.comparing(Invoice::id);
          case AMOUNT -> Comparator.comparing((Invoice it) -> it.terms().amount().tiyn());
          case STATUS -> Comparator.comparing((Invoice it) -> it.state().status().name());
          case CREATED_AT ->
              Comparator.comparing((Invoice invoice) -> invoice.revision().createdAt());
        };
    order = order.thenComparing(Invoice::id);
    return query.slice().descending() ? order.reversed() : order;
  }

  private static Sums sums(List<Invoice> invoices) {
    return new Sums(
        Money.ofTiyn(
            invoices.stream()
                .filter(it -> it.state().status().hasMoney())
                .mapToLong(it -> it.terms().amount().tiyn())
                .sum()),
        Money.ofTiyn(
            invoices.stream().mapToLong(it -> it.state().refunds().refunded().tiyn()).sum()));
  }
}
