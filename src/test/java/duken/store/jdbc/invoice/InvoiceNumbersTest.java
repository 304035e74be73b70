package duken.store.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.store.InvoiceQuery;
import duken.store.StoreUnavailable;
import duken.store.jdbc.Database;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Race;
import duken.store.jdbc.Sale;
import duken.store.jdbc.Shop;
import duken.store.jdbc.StoreOptions;
import duken.store.jdbc.TestStores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

final class InvoiceNumbersTest extends OnBothDatabases {

  private static final int CASHIERS = 32;
  private static final int EACH = 5;

  @Test
  void everyShopCountsByItselfAndTrainingApartFromRealMoney() {
    Shop other = Shop.called("Другая", store);

    assertThat(shop.sells().number()).isEqualTo(1);
    assertThat(shop.sells().number()).isEqualTo(2);
    assertThat(shop.sells(sale -> sale.live()).number()).isEqualTo(1);
    assertThat(other.sells().number()).isEqualTo(1);
    assertThat(shop.sells().number()).isEqualTo(3);
  }

  @Test
  void aNumberStaysThroughEverythingThatHappens() {
    Invoice invoice = shop.sells();
    shop.moves(invoice, duken.domain.InvoiceStatus.CANCELLED);

    assertThat(shop.find(invoice.id()).number()).isEqualTo(1);
  }

  @Test
  void thirtyTwoCashiersAtOnceGetNumbersWithoutGapsOrTwins() throws Exception {
    List<List<Long>> got =
        Race.of(
            CASHIERS,
            () -> {
              List<Long> mine = new ArrayList<>();
              for (int i = 0; i < EACH; i++) {
                mine.add(shop.sells().number());
              }
              return mine;
            });

    assertThat(got.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, CASHIERS * EACH).boxed().toList());
  }

  @Test
  void aCreationThatIsTakenBackLeavesNoGap() {
    shop.sells();
    try {
      store.write(
          tx -> {
            tx.invoices().insert(Sale.of(shop.id()).invoice());
            throw new StoreUnavailable("taken back", null);
          });
    } catch (StoreUnavailable _) {
      // That was the point.
    }

    assertThat(shop.sells().number()).isEqualTo(2);
  }

  @Test
  void aCounterThatStandsBehindItsInvoicesIsPutRight() {
    shop.sells();
    shop.sells();
    shop.sells(sale -> sale.live());
    Shop other = Shop.called("Другая", store);
    store.within(
        handle -> handle.createUpdate("update invoice_number set last_number = 0").execute());

    int behind = store.within(handle -> new InvoiceNumbers(handle).catchUp());

    assertThat(behind).isEqualTo(2);
    assertThat(shop.sells().number()).isEqualTo(3);
    assertThat(shop.sells(sale -> sale.live()).number()).isEqualTo(2);
    assertThat(other.sells().number()).isOne();
    assertThat(store.<Integer>within(handle -> new InvoiceNumbers(handle).catchUp())).isZero();
  }

  @Test
  void aCashierFindsASaleByItsNumberAndNotByAnotherOnesId() {
    Shop.called("Другая", store).sells();
    Invoice first = shop.sells();
    Invoice second = shop.sells();
    assertThat(second.id()).isGreaterThan(second.number());

    assertThat(found(second.number())).containsExactly(second.id());
    assertThat(found(first.number())).containsExactly(first.id());
    assertThat(found(99)).isEmpty();
  }

  private List<Long> found(long number) {
    InvoiceQuery all = InvoiceQuery.newest(10);
    InvoiceQuery query =
        new InvoiceQuery(
            all.statuses(),
            null,
            new InvoiceQuery.Period(null, null, false),
            new InvoiceQuery.Typed(Long.toString(number), null, null, number),
            new InvoiceQuery.Slice(all.slice().sort(), true, 10, 0));
    return store.read(
        tx -> tx.invoices().list(training, query).rows().stream().map(Invoice::id).toList());
  }

  @Test
  void salesOfAnOlderVersionAreNumberedInTheirOrder() throws Exception {
    StoreOptions options =
        database == Database.H2
            ? StoreOptions.at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .as("sa", "")
            : TestStores.postgresOptions();
    Flyway.configure()
        .dataSource(options.url(), options.user(), options.password())
        .locations("classpath:duken/store/migrations")
        .target("3")
        .load()
        .migrate();
    try (Connection connection =
            DriverManager.getConnection(options.url(), options.user(), options.password());
        Statement sql = connection.createStatement()) {
      sql.execute(
          "insert into tenant (name, timezone, suspended, created_at) values"
              + " ('A', 'Asia/Almaty', false, now()), ('B', 'Asia/Almaty', false, now())");
      for (String row : List.of("1,'TEST'", "1,'LIVE'", "2,'TEST'", "1,'TEST'", "1,'TEST'")) {
        sql.execute(
            "insert into invoice (tenant_id, mode, kind, amount, pay_token, expires_at, origin,"
                + " has_lines, status, progress, held, refunded, refunding, provider, created_at,"
                + " updated_at, version) values ("
                + row
                + ", 'QR', 100, '"
                + UUID.randomUUID()
                + "', now(), 'DESK', false, 'PAID', 'WAITING', false, 0, 0, 'sandbox', now(),"
                + " now(), 1)");
      }
    }
    try (JdbcStore old = JdbcStore.open(options)) {
      List<Long> numbers =
          LongStream.rangeClosed(1, 5)
              .mapToObj(id -> old.read(tx -> tx.invoices().find(id).orElseThrow().number()))
              .toList();
      assertThat(numbers).containsExactly(1L, 1L, 1L, 2L, 3L);
      Invoice next = old.write(tx -> tx.invoices().insert(Sale.of(1).invoice()));
      assertThat(next.number()).isEqualTo(4);
      Invoice live = old.write(tx -> tx.invoices().insert(Sale.of(2).live().invoice()));
      assertThat(live.number()).isEqualTo(1);
    }
  }
}
