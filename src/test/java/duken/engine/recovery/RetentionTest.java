package duken.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Anomaly;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.engine.Shop;
import duken.store.InvoiceQuery;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Outbox.State;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month in seconds: what is of no use any more goes, and money stays. */
class RetentionTest {

  private static final int A_DAY = 12;
  private static final Retention.Rules A_WEEK =
      new Retention.Rules(
          Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(7));

  @TempDir Path folder;

  /** How much there was at the end of a day. */
  private record Size(int deliveries, int histories, int found, long money) {}

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void aMonthLevelsOffAndTheMoneyStays(String database) {
    Path file = folder.resolve("duken");
    Store store =
        database.equals("h2")
            ? JdbcStore.open(StoreOptions.at("jdbc:h2:file:" + file))
            : TestStores.postgres();
    try (Shop shop = Shop.open(store, folder.resolve("bank"))) {
      Retention retention = new Retention(store, shop.clock, A_WEEK, _ -> {});
      List<Invoice> all = new ArrayList<>();
      List<Size> sizes = new ArrayList<>();
      for (int day = 0; day < 30; day++) {
        for (int i = 0; i < A_DAY; i++) {
          all.add(shop.paidQr());
        }
        deliverAll(store, shop);
        shop.clock.pass(Duration.ofDays(1));
        retention.round();
        sizes.add(size(store, shop, all));
      }

      Size early = sizes.get(12);
      Size late = sizes.getLast();
      assertThat(early.deliveries()).isBetween(6 * A_DAY, 7 * A_DAY);
      assertThat(late.deliveries()).isEqualTo(early.deliveries());
      assertThat(late.histories()).isEqualTo(early.histories());
      // Without the rule a search would find all of the first hundred.
      assertThat(late.found()).isEqualTo(early.found()).isBetween(6 * A_DAY, 7 * A_DAY);
      assertThat(late.money()).isEqualTo(30L * A_DAY);
      assertThat(all).allMatch(invoice -> shop.status(invoice) == InvoiceStatus.PAID);
      assertThat(all).allMatch(invoice -> !shop.operations(invoice).isEmpty());
    }
  }

  @Test
  void whatIsOpenOrWaitsForSomebodyKeepsItsHistoryAndWhatIsNotDeliveredIsKept() {
    try (Shop shop = Shop.open(TestStores.h2InMemoryOrTempFile(), folder)) {
      Invoice parked = shop.paidQr();
      Invoice odd = shop.paidQr();
      shop.store.write(
          tx -> {
            tx.anomalies()
                .insertIfNew(
                    new Anomaly(
                        0,
                        odd.id(),
                        Anomaly.Kind.PAID_TWICE,
                        odd.terms().amount(),
                        "op",
                        shop.clock.instant(),
                        null,
                        null,
                        null));
            return null;
          });
      Invoice open = shop.qr();
      shop.clock.pass(Duration.ofDays(30));
      AtomicReference<Instant> practice = new AtomicReference<>();

      new Retention(shop.store, shop.clock, A_WEEK, practice::set).round();

      assertThat(shop.history(parked, _ -> true)).isEmpty();
      assertThat(shop.deliveries(parked)).hasSize(1);
      assertThat(shop.history(odd, _ -> true)).isNotEmpty();
      assertThat(shop.history(open, _ -> true)).isNotEmpty();
      assertThat(practice.get()).isEqualTo(shop.clock.instant().minus(Duration.ofDays(7)));
    }
  }

  private static void deliverAll(Store store, Shop shop) {
    Scope scope = shop.training.scope();
    store.write(
        tx -> {
          for (Delivery it : tx.outbox().newest(scope, A_DAY)) {
            tx.outbox().update(delivered(it, shop.clock.instant()));
          }
          return null;
        });
  }

  private static Delivery delivered(Delivery it, Instant at) {
    return new Delivery(
        it.id(),
        it.sequence(),
        it.message(),
        it.url(),
        new Outbox.Progress(State.DELIVERED, 1, null, null, at),
        new Outbox.LastAttempt(200, null, at));
  }

  private static Size size(Store store, Shop shop, List<Invoice> all) {
    Scope scope = new Scope(shop.training.tenantId(), Mode.TEST);
    InvoiceQuery search =
        new InvoiceQuery(
            EnumSet.allOf(InvoiceStatus.class),
            null,
            new InvoiceQuery.Period(null, null, false),
            new InvoiceQuery.Typed("Заказ", null, null, null),
            new InvoiceQuery.Slice(InvoiceQuery.Sort.CREATED_AT, true, 100, 0));
    return store.read(
        tx ->
            new Size(
                tx.outbox().newest(scope, 100_000).size(),
                all.stream().mapToInt(it -> tx.invoices().history(it.id()).size()).sum(),
                tx.invoices().list(scope, search).rows().size(),
                all.stream().filter(it -> tx.invoices().find(it.id()).isPresent()).count()));
  }
}
