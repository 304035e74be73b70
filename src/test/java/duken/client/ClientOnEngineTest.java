package duken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.WebhookJson;
import duken.app.TestShop;
import duken.webhook.ReceivingShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window's client, a real gateway, a real engine and a receiver that witnesses. */
@Timeout(120)
class ClientOnEngineTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final AtomicReference<String> language = new AtomicReference<>("ru");
  private TestShop engine;
  private EngineApi client;

  @BeforeEach
  void open() throws Exception {
    engine = new TestShop(folder).start();
    client = engine.connect(language::get);
  }

  @AfterEach
  void close() {
    client.close();
    engine.close();
  }

  @Test
  void aSaleFromQrToRefundIsSeenAndTold() throws IOException {
    String secret = configureWebhook("http://127.0.0.1:1/");
    try (ReceivingShop shop = ReceivingShop.open(secret, Clock.systemUTC())) {
      configureWebhook(shop.url());
      long cursor = client.state().engine().cursor();
      String once = UUID.randomUUID().toString();
      InvoiceJson made =
          client.till().createQr(new NewInvoiceJson("2500.50", null, "Кофе", null), once);

      assertThat(made.state().status()).isEqualTo("pending");
      assertThat(
              client.till().createQr(new NewInvoiceJson("2500.50", null, "Кофе", null), once).id())
          .as("the same key makes the same sale")
          .isEqualTo(made.id());
      assertThat(client.till().openSales())
          .extracting(sale -> sale.invoice().id())
          .containsExactly(made.id());
      assertThat(client.sales().get(made.id()).sale().qrText()).isNotBlank();

      client.sales().train(made.id(), "scan");
      client.sales().train(made.id(), "pay");
      followUntil(cursor, made.id(), "paid");
      assertThat(client.till().unannounced())
          .extracting(sale -> sale.invoice().id())
          .containsExactly(made.id());
      client.till().markAnnounced(made.id());
      assertThat(client.till().unannounced()).isEmpty();

      RefundJson.Made refund =
          client
              .sales()
              .refund(made.id(), new NewRefundJson("500", "Брак"), UUID.randomUUID().toString());
      assertThat(refund.refund().state().status()).isEqualTo("completed");
      assertThat(refund.invoice().status()).isEqualTo("partially_refunded");

      await().atMost(PATIENCE).until(() -> shop.events().size() == 2);
      assertThat(shop.refusals()).isEmpty();
      assertThat(shop.events())
          .extracting(ReceivingShop.Event::status)
          .containsExactly("paid", "partially_refunded");
      assertThat(shop.events().getFirst().body())
          .contains("\"amount\":\"2500.50\"", "\"source\":\"Касса 1\"");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(client.webhook().deliveries())
                      .extracting(delivery -> delivery.progress().state())
                      .containsExactly("delivered", "delivered"));

      client.webhook().resend(client.webhook().deliveries().getLast().id());
      await().atMost(PATIENCE).until(() -> shop.repeats().size() == 1);
    }
  }

  @Test
  void aBillIsCancelledAndFoundInTheHistory() {
    InvoiceJson bill =
        client
            .till()
            .createBill(
                new NewInvoiceJson("15000", "+7 (700) 123-45-67", null, "order_1"),
                UUID.randomUUID().toString());
    assertThat(bill.customer().phoneNumber()).isEqualTo("87001234567");

    assertThat(client.sales().cancel(bill.id()).state().status()).isEqualTo("cancelled");

    DeskJson.Sales found =
        client.sales().list(new SalesFilter(List.of("cancelled"), null, null, "4567", 10, 0));
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.sales().getFirst().invoice().terms().externalOrderId()).isEqualTo("order_1");
    assertThat(client.sales().get(bill.id()).life()).isNotEmpty();
  }

  @Test
  void anItemIsFoundByItsBarcode() throws Exception {
    HttpRequest add =
        HttpRequest.newBuilder(URI.create(client.state().engine().publicUrl() + "/api/v1/catalog"))
            .header("X-API-Key", client.keys().create("1C").key())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"items": [{"name": "Кофе", "selling_price": 800, "unit_id": 1,
                                "barcode": "4870001234567"}]}\
                    """))
            .build();
    try (HttpClient program = HttpClient.newHttpClient()) {
      assertThat(program.send(add, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(202);
    }
    assertThat(client.goods().byBarcode("4870001234567").item().name()).isEqualTo("Кофе");
    assertThat(client.goods().byBarcode("4870001234568").item()).isNull();
    assertThat(client.goods().byBarcode("]C1 %&?#").item()).isNull();
  }

  @Test
  void aWaitForChangesEndsWhenSomethingChanges() {
    InvoiceJson made =
        client
            .till()
            .createQr(new NewInvoiceJson("10", null, null, null), UUID.randomUUID().toString());
    long cursor = client.state().engine().cursor();
    CompletableFuture<DeskJson.Changes> waiting =
        CompletableFuture.supplyAsync(
            () -> client.changes(cursor, 25), task -> Thread.ofVirtual().start(task));

    client.sales().train(made.id(), "pay");

    assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
    assertThat(waiting.join().sales()).isNotEmpty();
    assertThat(waiting.join().cursor()).isGreaterThan(cursor);
  }

  @Test
  void latePaymentIsAnAnomalyThatIsResolved() {
    InvoiceJson made =
        client
            .till()
            .createQr(new NewInvoiceJson("10", null, null, null), UUID.randomUUID().toString());
    client.sales().train(made.id(), "pay_late");
    await().atMost(PATIENCE).until(() -> !client.anomalies().list().isEmpty());

    client.anomalies().resolve(client.anomalies().list().getFirst().id(), "keep");

    assertThat(client.anomalies().list()).isEmpty();
  }

  @Test
  void aNoComesInTheLanguageOfTheWindow() {
    for (String word : new String[] {"ru", "kk", "en"}) {
      language.set(word);
      assertThatThrownBy(() -> client.sales().get(999))
          .isInstanceOfSatisfying(
              EngineProblem.class,
              problem -> {
                assertThat(problem.httpStatus()).isEqualTo(404);
                assertThat(problem.code()).isEqualTo("NOT_FOUND");
              });
    }
    language.set("en");
    String english = messageOf(() -> client.sales().get(999));
    language.set("kk");
    String kazakh = messageOf(() -> client.sales().get(999));
    language.set("ru");
    assertThat(messageOf(() -> client.sales().get(999))).isNotIn(english, kazakh);
    assertThat(english).isNotEqualTo(kazakh);
    assertThatThrownBy(
            () -> client.till().createQr(new NewInvoiceJson("0", null, null, null), "once-12345"))
        .isInstanceOfSatisfying(
            EngineProblem.class, problem -> assertThat(problem.fields()).containsKey("amount"));
  }

  @Test
  void shopKeysAndWebhookAreSet() {
    client.renameShop("Дүкен");
    assertThat(client.state().shop()).isEqualTo("Дүкен");

    DeskJson.CreatedKey made = client.keys().create("1C");
    assertThat(made.key()).startsWith(made.info().prefix());
    assertThat(client.keys().list()).extracting(DeskJson.Key::name).contains("1C");
    client.keys().revoke(made.info().id());
    try (EngineApi revoked = engine.connect(made.key(), language::get)) {
      assertThatThrownBy(() -> revoked.webhook().config())
          .isInstanceOfSatisfying(
              EngineProblem.class, problem -> assertThat(problem.httpStatus()).isEqualTo(401));
    }

    assertThatThrownBy(() -> client.webhook().test())
        .isInstanceOfSatisfying(
            EngineProblem.class,
            problem -> assertThat(problem.code()).isEqualTo("WEBHOOK_NOT_CONFIGURED"));
    configureWebhook("http://127.0.0.1:1/");
    assertThat(client.webhook().config().secret()).isNull();
    assertThat(client.webhook().config().secretSet()).isTrue();
    assertThat(client.webhook().test().error()).isEqualTo("connection refused");
    assertThatThrownBy(() -> configureWebhook("http://10.0.0.1/"))
        .isInstanceOfSatisfying(
            EngineProblem.class, problem -> assertThat(problem.fields()).containsKey("url"));
  }

  @Test
  void thePayersNameIsAsked() {
    assertThat(client.till().payerName("87001234567")).isNotBlank();
  }

  @Test
  void anEngineThatStoppedIsUnreachable() {
    client.state();
    engine.close();

    assertThatThrownBy(() -> client.state()).isInstanceOf(EngineUnreachable.class);
  }

  /** Sets the address; the secret when it was just made, else null. */
  private String configureWebhook(String url) {
    return client.webhook().configure(new WebhookJson.Change(url, true, null, null, null)).secret();
  }

  private void followUntil(long cursor, long invoiceId, String status) {
    AtomicReference<Long> from = new AtomicReference<>(cursor);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              DeskJson.Changes changes = client.changes(from.get(), 5);
              from.set(changes.cursor());
              return changes.sales().stream()
                  .anyMatch(
                      sale ->
                          sale.invoice().id() == invoiceId
                              && sale.invoice().state().status().equals(status));
            });
  }

  private static String messageOf(Runnable call) {
    try {
      call.run();
      return "";
    } catch (EngineProblem problem) {
      return problem.getMessage();
    }
  }
}
