package duken.engine.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent.Expired;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.StatusReason;
import duken.domain.Transition;
import duken.engine.Shop;
import duken.store.Scope;
import duken.store.Store;
import duken.store.WebhookConfigs.Config;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementTest {

  @TempDir Path ledger;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Paid paid(Invoice invoice) {
    return new Paid(
        shop.clock.instant(), "Асель Т.", invoice.terms().amount(), invoice.bank().operationId());
  }

  @Test
  void aPaymentMovesTheStatusWritesHistoryAndQueuesTheWebhookAtOnce() {
    Invoice invoice = shop.qr();
    long strokes = shop.engine.commitSignal().strokes();

    shop.engine.settlement().apply(invoice.id(), paid(invoice));

    Invoice after = shop.now(invoice);
    assertThat(after.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(after.state().times().paidAt()).isEqualTo(shop.clock.instant());
    assertThat(after.state().payerName()).isEqualTo("Асель Т.");
    assertThat(after.revision().version()).isEqualTo(shop.now(invoice).revision().version());
    assertThat(shop.moves(invoice))
        .singleElement()
        .extracting("from")
        .isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.deliveries(invoice))
        .singleElement()
        .satisfies(
            delivery ->
                assertThat(delivery.message().body())
                    .contains("\"id\":" + invoice.id(), "\"status\":\"paid\""));
    assertThat(shop.engine.commitSignal().strokes()).isGreaterThan(strokes);
  }

  @Test
  void theSameFactTwiceChangesNothing() {
    Invoice invoice = shop.qr();
    shop.engine.settlement().apply(invoice.id(), paid(invoice));
    Invoice first = shop.now(invoice);
    long strokes = shop.engine.commitSignal().strokes();

    Settlement.Settled again = shop.engine.settlement().apply(invoice.id(), paid(invoice));

    assertThat(again.transition()).isInstanceOf(Transition.NoChange.class);
    assertThat(shop.now(invoice)).isEqualTo(first);
    assertThat(shop.deliveries(invoice)).hasSize(1);
    assertThat(shop.engine.commitSignal().strokes()).isEqualTo(strokes);
  }

  @Test
  void fiftyThreadsSettleTheSamePaymentOnce() throws InterruptedException {
    settleFiftyTimes(shop);
  }

  @Test
  void fiftyThreadsSettleTheSamePaymentOnceOnPostgres(@TempDir Path other)
      throws InterruptedException {
    try (Shop onPostgres = Shop.open(TestStores.postgres(), other)) {
      settleFiftyTimes(onPostgres);
    }
  }

  private static void settleFiftyTimes(Shop at) throws InterruptedException {
    Invoice invoice = at.qr();
    Paid fact = new Paid(at.clock.instant(), null, null, invoice.bank().operationId());
    CountDownLatch ready = new CountDownLatch(50);
    List<Thread> threads =
        IntStream.range(0, 50)
            .mapToObj(
                _ ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              ready.countDown();
                              at.engine.settlement().apply(invoice.id(), fact);
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(at.moves(invoice)).hasSize(1);
    assertThat(at.deliveries(invoice)).hasSize(1);
    assertThat(at.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void anotherSumThanAskedForIsPaidAndOdd() {
    Invoice invoice = shop.qr();
    String operation = invoice.bank().operationId();

    shop.engine
        .settlement()
        .apply(
            invoice.id(), new Paid(shop.clock.instant(), null, Money.ofTenge(14_000), operation));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.anomalies(invoice))
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.AMOUNT_DIFFERS);
              assertThat(anomaly.amount()).isEqualTo(Money.ofTenge(14_000));
            });
  }

  @Test
  void aSecondPaidOperationOfOneInvoiceIsOdd() {
    Invoice invoice = shop.paidQr();

    shop.engine
        .settlement()
        .apply(invoice.id(), new Paid(shop.clock.instant(), null, null, "another"));

    assertThat(shop.anomalies(invoice))
        .singleElement()
        .extracting(Anomaly::kind)
        .isEqualTo(Anomaly.Kind.PAID_TWICE);
    assertThat(shop.deliveries(invoice)).hasSize(1);
  }

  @Test
  void aForbiddenMoveIsRecordedOnceAndChangesNothing() {
    Invoice invoice = shop.paidQr();
    Invoice before = shop.now(invoice);

    shop.engine.settlement().apply(invoice.id(), new Expired(StatusReason.TTL_EXPIRED));
    shop.engine.settlement().apply(invoice.id(), new Expired(StatusReason.TTL_EXPIRED));

    assertThat(shop.now(invoice)).isEqualTo(before);
    assertThat(shop.history(invoice, entry -> "forbidden".equals(entry.event())))
        .singleElement()
        .extracting("detail")
        .isEqualTo("expired");
  }

  @Test
  void progressIsTakenDownWithoutAWebhook() {
    Invoice invoice = shop.qr();

    shop.engine.settlement().apply(invoice.id(), new Progressed(PayerProgress.SCANNED, false));

    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.SCANNED);
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.deliveries(invoice)).isEmpty();
  }

  @Test
  void aDisabledOrUnsubscribedWebhookGetsNoRow() {
    Invoice disabled = shop.qr();
    configure(false, List.of("invoice.status_changed"));
    shop.engine.settlement().apply(disabled.id(), paid(disabled));
    Invoice unsubscribed = shop.qr();
    configure(true, List.of("webhook.test"));
    shop.engine.settlement().apply(unsubscribed.id(), paid(unsubscribed));

    assertThat(shop.deliveries(disabled)).isEmpty();
    assertThat(shop.deliveries(unsubscribed)).isEmpty();
  }

  @Test
  void anUnknownInvoiceIsRefused() {
    assertThatThrownBy(
            () -> shop.engine.settlement().apply(4711, new Expired(StatusReason.TTL_EXPIRED)))
        .isInstanceOf(DomainRefusal.class)
        .hasMessage("NOT_FOUND");
  }

  @Test
  void whatFailsInTheTransactionLeavesNothingBehind() {
    Invoice invoice = shop.qr();
    Store store = shop.store;

    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      shop.engine
                          .settlement()
                          .settle(tx, Settlement.locked(tx, invoice.id()), paid(invoice));
                      throw new IllegalStateException("the power fails");
                    }))
        .hasMessage("the power fails");

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.deliveries(invoice)).isEmpty();
    assertThat(shop.moves(invoice)).isEmpty();
  }

  private void configure(boolean enabled, List<String> events) {
    Scope scope = shop.training.scope();
    shop.store.write(
        tx -> {
          tx.webhooks()
              .save(
                  new Config(
                      scope,
                      "https://shop.example.kz/hooks",
                      enabled,
                      events,
                      new byte[] {1},
                      shop.clock.instant()));
          return null;
        });
  }
}
