package duken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.SalesFilter;
import duken.api.WebhookJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpEngineClientTest {

  private static final String KEY = "kpa_test_0123456789abcdefghijABCDEFGHIJxy";

  private final AtomicReference<String> language = new AtomicReference<>("kk");
  private ScriptedEngine engine;
  private HttpEngineClient client;

  @BeforeEach
  void open() throws IOException {
    engine = new ScriptedEngine();
    client = new HttpEngineClient(EngineAddress.parse(engine.url()), KEY, language::get);
  }

  @AfterEach
  void close() {
    client.close();
    engine.close();
  }

  static Stream<Arguments> calls() {
    NewInvoiceJson bill = new NewInvoiceJson("10", "87001234567", null, "order 1");
    SalesFilter filter =
        new SalesFilter(
            List.of("paid", "refunded"),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 2),
            "кофе & чай",
            20,
            40);
    return Stream.of(
        call(EngineApi::state, "GET /desk/v1/state", "{}", ""),
        call(
            api -> api.till().createQr(new NewInvoiceJson("2500.50", null, null, null), "once-1"),
            "POST /api/v1/invoices/qr",
            "{}",
            "{\"amount\":\"2500.50\"}"),
        call(
            api -> api.till().createBill(bill, "once-1"),
            "POST /api/v1/invoices",
            "{}",
            "{\"amount\":\"10\",\"phone_number\":\"87001234567\","
                + "\"external_order_id\":\"order 1\"}"),
        call(
            api -> assertThat(api.sales().cancel(7).state().status()).isEqualTo("cancelling"),
            "POST /api/v1/invoices/7/cancel",
            "{\"invoice_id\":7,\"invoice\":{\"id\":7,\"status\":\"cancelling\"}}",
            ""),
        call(
            api -> api.sales().refund(7, new NewRefundJson("5", "Брак"), "once-1"),
            "POST /api/v1/invoices/7/refund",
            "{}",
            "{\"amount\":\"5\",\"reason\":\"Брак\"}"),
        call(api -> api.sales().get(7), "GET /desk/v1/sales/7", "{}", ""),
        call(
            api -> api.sales().list(filter),
            "GET /desk/v1/sales?from=2026-05-01&to=2026-05-02"
                + "&search=%D0%BA%D0%BE%D1%84%D0%B5%20%26%20%D1%87%D0%B0%D0%B9"
                + "&limit=20&offset=40&status=paid&status=refunded",
            "{}",
            ""),
        call(
            api -> api.sales().list(new SalesFilter(null, null, null, null, 10, 0)),
            "GET /desk/v1/sales?limit=10&offset=0",
            "{}",
            ""),
        call(api -> api.till().openSales(), "GET /desk/v1/open-sales", "{\"data\":[]}", ""),
        call(api -> api.changes(17, 0), "GET /desk/v1/changes?after=17&wait=0", "{}", ""),
        call(api -> api.till().unannounced(), "GET /desk/v1/unannounced", "{\"data\":[]}", ""),
        call(api -> api.till().markAnnounced(7), "POST /desk/v1/sales/7/announced", "", ""),
        call(
            api -> assertThat(api.till().payerName("+77001234567")).isEqualTo("Асель Т."),
            "GET /desk/v1/payer?phone=%2B77001234567",
            "{\"name\":\"Асель Т.\"}",
            ""),
        call(
            api -> assertThat(api.till().payerName("87001234567")).isNull(),
            "GET /desk/v1/payer?phone=87001234567",
            "{\"name\":null}",
            ""),
        call(
            api -> api.sales().train(7, "scan"),
            "POST /desk/v1/training/7",
            "",
            "{\"action\":\"scan\"}"),
        call(api -> api.anomalies().list(), "GET /desk/v1/anomalies", "{\"data\":[]}", ""),
        call(
            api -> api.anomalies().resolve(3, "keep"),
            "POST /desk/v1/anomalies/3/resolve",
            "",
            "{\"how\":\"keep\"}"),
        call(api -> api.renameShop("Дүкен"), "PUT /desk/v1/shop", "", "{\"name\":\"Дүкен\"}"),
        call(api -> api.webhook().config(), "GET /api/v1/webhook/configure", "{}", ""),
        call(
            api ->
                api.webhook()
                    .configure(new WebhookJson.Change("http://localhost/", true, null, null, null)),
            "POST /api/v1/webhook/configure",
            "{}",
            "{\"url\":\"http://localhost/\",\"enabled\":true}"),
        call(api -> api.webhook().test(), "POST /api/v1/webhook/test", "{}", ""),
        call(api -> api.webhook().deliveries(), "GET /desk/v1/deliveries", "{\"data\":[]}", ""),
        call(
            api -> api.webhook().resend("0f8fad5b-d9cb-469f-a165-70867728950e"),
            "POST /desk/v1/deliveries/0f8fad5b-d9cb-469f-a165-70867728950e/resend",
            "",
            ""),
        call(api -> api.keys().list(), "GET /desk/v1/keys", "{\"data\":[]}", ""),
        call(
            api -> api.keys().create("1C"),
            "POST /desk/v1/keys",
            "{\"key\":\"kpa_test_x\"}",
            "{\"name\":\"1C\"}"),
        call(api -> api.keys().revoke(5), "DELETE /desk/v1/keys/5", "", ""));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("calls")
  void everyCallHasItsPlaceOnTheWire(
      Consumer<EngineApi> call, String line, String answer, String body) {
    engine.answers(answer.isEmpty() ? 204 : 200, answer);

    call.accept(client);

    ScriptedEngine.Asked asked = engine.lastAsked();
    assertThat(asked.line()).isEqualTo(line);
    assertThat(asked.body()).isEqualTo(body);
    assertThat(asked.key()).isEqualTo(KEY);
    assertThat(asked.language()).isEqualTo("kk");
    assertThat(asked.type()).isEqualTo(body.isEmpty() ? null : "application/json");
    boolean creates = line.matches("POST /api/v1/invoices(/qr|/7/refund)?");
    assertThat(asked.idempotencyKey()).isEqualTo(creates ? "once-1" : null);
  }

  @Test
  void theLanguageIsAskedForAtEachCall() {
    language.set("en");
    client.state();
    assertThat(engine.lastAsked().language()).isEqualTo("en");
  }

  @Test
  void anAnswerBecomesObjects() {
    engine.answers(
        200,
        """
        {"shop":"Кофейня","training":true,"capabilities":["qr","phone"],"open_anomalies":2,
         "cursor":99,"public_url":"http://x","new_field":{"a":1}}\
        """);

    DeskJson.State state = client.state();

    assertThat(state.shop()).isEqualTo("Кофейня");
    assertThat(state.way().capabilities()).containsExactly("qr", "phone");
    assertThat(state.waiting().openAnomalies()).isEqualTo(2);
    assertThat(state.engine().cursor()).isEqualTo(99);
  }

  @Test
  void aNoOfTheEngineKeepsItsWordsAndFields() {
    engine.answers(
        422,
        """
        {"error":{"code":"VALIDATION_ERROR","message":"Проверьте поля запроса",
         "fields":{"phone_number":["Ожидается номер вида 8XXXXXXXXXX"]}},
         "message":"Проверьте поля запроса","error_code":"validation_failed"}\
        """);

    assertThatThrownBy(
            () -> client.till().createBill(new NewInvoiceJson("1", "1", null, null), "once-1"))
        .isInstanceOfSatisfying(
            EngineProblem.class,
            problem -> {
              assertThat(problem.httpStatus()).isEqualTo(422);
              assertThat(problem.code()).isEqualTo("VALIDATION_ERROR");
              assertThat(problem).hasMessage("Проверьте поля запроса");
              assertThat(problem.fields())
                  .containsEntry("phone_number", List.of("Ожидается номер вида 8XXXXXXXXXX"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 <html>87001234567</html>",
        "200 null",
        "200 []",
        "502 <html>Bad gateway</html>",
        "500 ",
        "401 {}",
        "403 {\"error\":\"a word\"}",
        "302 ",
        "404 null"
      })
  void whatDoesNotSpeakAsAnEngineIsNoEngine(String answer) {
    engine.answers(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));

    assertThatThrownBy(() -> client.state())
        .isInstanceOf(EngineUnreachable.class)
        .satisfies(e -> assertThat(trace(e)).doesNotContain("87001234567"));
  }

  @Test
  void aRedirectIsNotFollowedWithTheKey() throws IOException {
    try (ScriptedEngine elsewhere = new ScriptedEngine()) {
      engine.play(
          exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url() + "/desk/v1/state");
            ScriptedEngine.answer(exchange, 307, "");
          });

      assertThatThrownBy(() -> client.state()).isInstanceOf(EngineUnreachable.class);
      assertThat(elsewhere.count()).isZero();
    }
  }

  @Test
  void anEngineThatIsNotThereIsUnreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (HttpEngineClient lost =
        new HttpEngineClient(EngineAddress.parse("http://127.0.0.1:" + port), KEY, language::get)) {
      assertThatThrownBy(lost::state)
          .isInstanceOf(EngineUnreachable.class)
          .hasMessageContaining("127.0.0.1:" + port)
          .satisfies(e -> assertThat(trace(e)).doesNotContain(KEY));
    }
  }

  @Test
  void anEngineThatDoesNotAnswerIsUnreachableInTime() {
    CountDownLatch release = new CountDownLatch(1);
    engine.play(_ -> waitFor(release));
    Duration little = Duration.ofMillis(300);
    try (HttpEngineClient hurried =
        new HttpEngineClient(
            EngineAddress.parse(engine.url()),
            KEY,
            language::get,
            new Patience(little, little, little, little, little))) {
      assertThatThrownBy(hurried::state).isInstanceOf(EngineUnreachable.class);
      assertThatThrownBy(() -> hurried.sales().cancel(1)).isInstanceOf(EngineUnreachable.class);
      assertThatThrownBy(() -> hurried.changes(1, 0)).isInstanceOf(EngineUnreachable.class);
    } finally {
      release.countDown();
    }
  }

  @Test
  void aLongWaitIsNoSilence() {
    Duration little = Duration.ofMillis(300);
    engine.play(
        exchange -> {
          waitFor(new CountDownLatch(1), 900);
          ScriptedEngine.answer(exchange, 200, "{\"cursor\":5,\"sales\":[]}");
        });
    try (HttpEngineClient hurried =
        new HttpEngineClient(
            EngineAddress.parse(engine.url()),
            KEY,
            language::get,
            new Patience(little, little, little, little, little))) {
      assertThat(hurried.changes(1, 25).cursor()).isEqualTo(5);
    }
  }

  @Test
  void closingBreaksOffACallThatWaits() {
    CountDownLatch release = new CountDownLatch(1);
    engine.play(_ -> waitFor(release));
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                client.changes(0, 25);
                end.complete(null);
              } catch (RuntimeException e) {
                end.complete(e);
              }
            });
    await().atMost(Duration.ofSeconds(60)).until(() -> engine.count() == 1);

    client.close();

    assertThat(end).succeedsWithin(Duration.ofSeconds(5));
    assertThat(end.join()).isInstanceOf(EngineUnreachable.class);
    release.countDown();
  }

  @Test
  void aKeyThatCannotBeSentIsRefusedWithoutRepeatingIt() {
    for (String key : new String[] {"kpa_test_ключ", "kpa_test_a\nb", "kpa test"}) {
      assertThatThrownBy(
              () -> new HttpEngineClient(EngineAddress.parse(engine.url()), key, language::get))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("kpa");
    }
  }

  private static Arguments call(Consumer<EngineApi> call, String line, String answer, String body) {
    return Arguments.of(call, line, answer, body);
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void waitFor(CountDownLatch latch) {
    waitFor(latch, 50_000);
  }

  private static void waitFor(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
