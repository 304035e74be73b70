package duken.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Anomaly;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import duken.engine.Shop;
import duken.engine.invoice.SimulatedOutcome;
import duken.engine.privacy.PersonalDataRetention.Day;
import duken.engine.privacy.PersonalDataRetention.Forecast;
import duken.engine.refund.AnomalyResolution;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import duken.store.jdbc.TestStores;
import duken.webhook.WebhookBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and phones go, in time and announced; money stays. */
class PersonalDataRetentionTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final String PHONE = "7001234567";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void whatIsOldLosesNameAndPhoneAndKeepsItsMoney(String database) {
    try (Shop shop = Shop.open(store(database), folder.resolve("bank"))) {
      PersonalDataRetention retention = new PersonalDataRetention(shop.store, shop.clock, 90, 90);
      retention.round();
      Invoice paid = paidBill(shop);
      String name = paid.state().payerName();
      assertThat(name).isNotBlank();
      parkedBody(shop, paid);
      Invoice odd = paidBill(shop);
      odd(shop, odd);
      Invoice open =
          shop.engine.invoiceService().create(shop.training, Shop.order(PaymentKind.PHONE, null));
      shop.clock.pass(Duration.ofDays(89));
      Invoice young = paidBill(shop);

      retention.round();
      assertThat(shop.now(paid).terms().phone()).isNotNull();
      Forecast ahead = retention.forecast(paid.tenantId(), ALMATY);
      assertThat(ahead.next()).hasSize(1);
      Day day = ahead.next().getFirst();
      assertThat(day.date())
          .isEqualTo(
              LocalDate.ofInstant(paid.revision().createdAt().plus(Duration.ofDays(90)), ALMATY));
      assertThat(day.phones()).isEqualTo(3);
      assertThat(day.names()).isEqualTo(2);
      shop.clock.pass(Duration.ofDays(1).plusMinutes(1));
      retention.round();

      Invoice after = shop.now(paid);
      assertThat(after.terms().phone()).isNull();
      assertThat(after.state().payerName()).isNull();
      assertThat(after.state().status()).isEqualTo(InvoiceStatus.PAID);
      assertThat(after.terms().amount()).isEqualTo(paid.terms().amount());
      assertThat(shop.operations(after)).isEqualTo(shop.operations(paid)).isNotEmpty();
      assertThat(shop.history(after, _ -> true)).isNotEmpty();
      assertThat(shop.deliveries(paid))
          .extracting(delivery -> delivery.message().body())
          .anyMatch(body -> body.contains("\"client_name\":null,\"client_phone\":null"))
          .noneMatch(body -> body.contains(PHONE) || body.contains(name));
      assertThat(shop.now(odd).terms().phone()).isNotNull();
      assertThat(shop.now(odd).state().payerName()).isEqualTo(name);
      assertThat(shop.now(open).terms().phone()).isNotNull();
      assertThat(shop.now(young).state().payerName()).isEqualTo(name);
      assertThat(retention.forecast(paid.tenantId(), ALMATY).held()).isEqualTo(2);

      decide(shop, odd);
      shop.round();
      assertThat(shop.status(open)).isEqualTo(InvoiceStatus.EXPIRED);
      retention.round();
      assertThat(shop.now(odd).state().payerName()).isNull();
      assertThat(shop.now(odd).terms().phone()).isNull();
      assertThat(shop.now(open).terms().phone()).isNull();
      assertThat(shop.now(young).terms().phone()).isNotNull();
      assertThat(retention.forecast(paid.tenantId(), ALMATY).held()).isZero();
    }
  }

  @Test
  void aShorterTimeIsShownForAWeekBeforeItIsFollowed() {
    try (Shop shop = Shop.open(TestStores.h2InMemoryOrTempFile(), folder)) {
      Invoice old = paidBill(shop);
      shop.clock.pass(Duration.ofDays(200));
      PersonalDataRetention first = new PersonalDataRetention(shop.store, shop.clock, 90, 90);
      first.round();
      Forecast ahead = first.forecast(old.tenantId(), ALMATY);
      assertThat(ahead.from()).isEqualTo(shop.clock.instant().plus(Duration.ofDays(7)));
      assertThat(shop.now(old).terms().phone()).isNotNull();
      shop.clock.pass(Duration.ofDays(6));
      first.round();
      assertThat(shop.now(old).terms().phone()).isNotNull();
      assertThat(first.forecast(old.tenantId(), ALMATY).next()).hasSize(1);
      shop.clock.pass(Duration.ofDays(1));
      first.round();
      assertThat(shop.now(old).terms().phone()).isNull();
      assertThat(first.forecast(old.tenantId(), ALMATY).from()).isNull();

      Invoice later = paidBill(shop);
      shop.clock.pass(Duration.ofDays(40));
      PersonalDataRetention shorter = new PersonalDataRetention(shop.store, shop.clock, 30, 90);
      shorter.round();
      assertThat(shop.now(later).terms().phone()).isNotNull();
      PersonalDataRetention longer = new PersonalDataRetention(shop.store, shop.clock, 365, 90);
      longer.round();
      assertThat(longer.forecast(old.tenantId(), ALMATY).from()).isNull();
      shop.clock.pass(Duration.ofDays(100));
      longer.round();
      assertThat(shop.now(later).terms().phone()).isNotNull();
    }
  }

  /** What decision record 0060 says of the file itself. */
  @Test
  void afterTheFileWasPackedThePhoneIsNowhereInIt() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("duken");
    try (Shop shop = Shop.open(JdbcStore.open(StoreOptions.at(url)), folder.resolve("bank"))) {
      PersonalDataRetention retention = new PersonalDataRetention(shop.store, shop.clock, 90, 90);
      retention.round();
      parkedBody(shop, paidBill(shop));
      shop.clock.pass(Duration.ofDays(91));
      assertThat(holdsPhone(shop)).isTrue();
      retention.round();
    }
    MVStoreTool.compact(folder.resolve("duken.mv.db").toString(), false);
    String bytes = bytes();
    assertThat(bytes.contains("order_123")).isTrue();
    assertThat(bytes.contains(PHONE)).isFalse();
    assertThat(bytes.contains(new StringBuilder(PHONE).reverse())).isFalse();
  }

  private boolean holdsPhone(Shop shop) throws IOException {
    shop.store.write(tx -> null);
    return bytes().contains(PHONE);
  }

  private String bytes() throws IOException {
    return new String(
        Files.readAllBytes(folder.resolve("duken.mv.db")), StandardCharsets.ISO_8859_1);
  }

  private Store store(String database) {
    return database.equals("h2") ? TestStores.h2InMemoryOrTempFile() : TestStores.postgres();
  }

  private static Invoice paidBill(Shop shop) {
    Invoice bill =
        shop.engine.invoiceService().create(shop.training, Shop.order(PaymentKind.PHONE, null));
    return shop.engine.invoiceService().simulate(shop.training, bill.id(), SimulatedOutcome.PAID);
  }

  /** A webhook that nobody took, as it is sent. */
  private static void parkedBody(Shop shop, Invoice paid) {
    shop.store.write(
        tx -> {
          Delivery queued =
              tx.outbox().newest(new Scope(paid.tenantId(), paid.mode()), 1).getFirst();
          tx.outbox()
              .insert(
                  new Delivery(
                      java.util.UUID.randomUUID(),
                      0,
                      new Outbox.Message(
                          queued.message().scope(),
                          paid.id(),
                          queued.message().event(),
                          WebhookBody.body(paid, shop.clock.instant()),
                          shop.clock.instant()),
                      queued.url(),
                      new Outbox.Progress(
                          queued.progress().state(), 0, shop.clock.instant(), null, null),
                      new Outbox.LastAttempt(null, null, null)));
          return null;
        });
  }

  private static void odd(Shop shop, Invoice invoice) {
    shop.store.write(
        tx -> {
          tx.anomalies()
              .insertIfNew(
                  new Anomaly(
                      0,
                      invoice.id(),
                      Anomaly.Kind.PAID_TWICE,
                      invoice.terms().amount(),
                      "op",
                      shop.clock.instant(),
                      null,
                      null,
                      null));
          return null;
        });
  }

  private static void decide(Shop shop, Invoice invoice) {
    List<Anomaly> all = shop.anomalies(invoice);
    shop.engine
        .anomalies()
        .resolve(shop.training, all.getFirst().id(), AnomalyResolution.Way.ACKNOWLEDGE);
  }
}
