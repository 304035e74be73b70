package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.epay.EpayOperation;
import duken.simulator.epay.EpayOptions;
import duken.simulator.epay.EpayOptions.CallbackAuth;
import duken.simulator.epay.EpaySimulator;
import duken.simulator.epay.EpaySimulator.Fault;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A shop with a QR terminal as its owner meets it: real processes, a fake provider that calls. */
class EpayProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static EpaySimulator bank;
  private static DukenProcess engine;
  private static String liveKey;
  private static String deskKey;

  @BeforeAll
  static void connect() throws IOException {
    bank = EpaySimulator.start(0, EpayOptions.standard(), Clock.systemUTC());
    Files.writeString(
        folder.resolve("duken.properties"),
        "log.level=debug\nrate-limit.per-minute=1000000\nepay.trusted-proxies=127.0.0.1\n");
    engine = DukenProcess.engineIn(folder);
    DukenProcess connect = command("connect", "epay", "--tenant", "Shop", "--settings", settings());
    assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
    assertThat(connect.out()).contains(engine.url() + "/callbacks/epay/");
    liveKey = key("live", "api");
    deskKey = key("live", "desk");
  }

  @AfterAll
  static void end() {
    engine.close();
    bank.close();
  }

  @AfterEach
  void nothingOutOfOrder() {
    bank.clearFaults();
    assertThat(bank.breaches()).isEmpty();
  }

  @Test
  void theProvidersCallSettlesASaleAndItsHistoryNamesTheCaller() {
    JsonNode qr = qr("2500.5");
    EpayOperation made = operation(qr);
    assertThat(qr.at("/qr_link").asString())
        .isEqualTo("https://qr.example.test/p/" + made.billNumber());
    assertThat(qr.at("/payment_url").asString()).isEqualTo("homebank://qr/" + made.billNumber());
    assertThat(qr.at("/provider/name").asString()).isEqualTo("epay");
    assertThat(qr.at("/provider/payment_id").asString()).isEqualTo(made.invoiceId());
    assertThat(qr.at("/provider/metadata/bill_number").asString())
        .isEqualTo(Long.toString(made.billNumber()));

    bank.set(made.billNumber(), "PAID");
    assertThat(bank.call(made.billNumber())).isEqualTo(200);

    assertThat(status(qr)).isEqualTo("paid");
    assertThat(life(qr).filter(it -> it.at("/to").asString().equals("paid")))
        .singleElement()
        .satisfies(it -> assertThat(it.at("/caller").asString()).isEqualTo("kaspi_webhook"));
  }

  @Test
  void tenCopiesAtOnceSettleOnce() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "PAID");
    byte[] body = message(operation(qr), Map.of());

    List<CompletableFuture<Integer>> copies =
        IntStream.range(0, 10)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> send(operation(qr), body)))
            .toList();

    assertThat(copies).allSatisfy(it -> assertThat(it.join()).isEqualTo(200));
    assertThat(life(qr).filter(it -> it.at("/to").asString().equals("paid"))).hasSize(1);
    assertThat(anomalies(qr)).isEmpty();
  }

  @Test
  void heldMoneyNeverSettles() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "BLOCKED");

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @Test
  void whatTheProviderDoesNotConfirmIsNotPaid() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);

    assertThat(send(made, message(made, Map.of("status", "PAID")))).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @Test
  void aMessageThatProvesItselfSettlesWhileTheProviderIsSilent() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    IntStream.range(0, 4).forEach(_ -> bank.fault(new Fault("/qr", false, 503)));

    assertThat(send(made, message(made, Map.of("status", "PAID")))).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("paid");
  }

  @Test
  void withoutATimeASilentProviderMayCallAgain() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    IntStream.range(0, 4).forEach(_ -> bank.fault(new Fault("/qr", false, 503)));

    assertThat(send(made, message(made, Map.of("status", "PAID", "dateTime", "")))).isEqualTo(503);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED,expired,payment_rejected",
    "CLOSED,cancelled,customer_closed_session",
    "RETURN,cancelled,customer_closed_session"
  })
  void aFailureEndsTheSale(String word, String status, String reason) {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, word);

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo(status);
    assertThat(get(qr).at("/status_reason").asString()).isEqualTo(reason);
  }

  @Test
  void moneyForASaleThatFailedIsRefusedAndAnAnomaly() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "REJECTED");
    assertThat(bank.call(bill)).isEqualTo(200);
    bank.set(bill, "PAID");

    assertThat(bank.call(bill)).isEqualTo(409);
    assertThat(status(qr)).isEqualTo("expired");
    assertThat(anomalies(qr)).containsExactly("paid_late");
  }

  @ParameterizedTest
  @CsvSource({"amount,99.99", "terminal,another", "currency,USD", "billNumber,1"})
  void whatDoesNotFitIsRefusedAndAnAnomaly(String field, String value) {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    bank.set(made.billNumber(), "PAID");

    assertThat(send(made, message(operation(qr), Map.of(field, value)))).isEqualTo(422);
    assertThat(anomalies(qr)).contains("amount_differs");
  }

  @Test
  void anotherSumAtTheProviderIsNeverPaid() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    bank.set(made.billNumber(), "PAID");
    bank.sayAmount("99.99");
    try {
      assertThat(send(made, message(operation(qr), Map.of()))).isEqualTo(200);
      assertThat(status(qr)).isEqualTo("pending");
      assertThat(anomalies(qr)).containsExactly("amount_differs");
    } finally {
      bank.sayAmount("");
    }
  }

  @Test
  void aCallThatProvesNothingSettlesNothing() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);

    assertThat(bank.call(made.billNumber(), CallbackAuth.WRONG, Map.of())).isEqualTo(401);
    assertThat(bank.call(made.billNumber(), CallbackAuth.NONE, Map.of())).isEqualTo(401);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @Test
  void everyOtherAnswerIsAsTheSheetSays() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    byte[] unreadable = "not a message".getBytes(StandardCharsets.UTF_8);

    assertThat(send(made, unreadable)).isEqualTo(400);
    assertThat(send(made, new byte[64 * 1024 + 1])).isEqualTo(413);
    assertThat(send(made, message(made, Map.of("invoiceId", "KASPI_1778769000000_Q7W2E9R"))))
        .isEqualTo(404);
    assertThat(
            send(
                made.postLink().replaceFirst("/epay/[0-9a-f]+", "/epay/" + "0".repeat(48)),
                message(made, Map.of())))
        .isEqualTo(404);
    assertThat(exchange(HttpRequest.newBuilder(URI.create(made.postLink())).GET()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void aSourceThatCallsTooOftenIsSlowedDown() {
    EpayOperation made = operation(qr("100"));
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 301; i++) {
      answers.add(
          exchange(
                  HttpRequest.newBuilder(URI.create(made.postLink()))
                      .header("X-Forwarded-For", "203.0.113.77")
                      .POST(BodyPublishers.ofString("{}")))
              .statusCode());
    }

    assertThat(answers.subList(0, 300)).containsOnly(401);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(send(made, message(made, Map.of("status", "NEW")))).isEqualTo(200);
  }

  @Test
  void aPaymentNobodyCalledAboutIsFoundByAsking() {
    JsonNode qr = qr("100");
    bank.set(operation(qr).billNumber(), "PAID");

    awaits(qr, "paid");
    assertThat(life(qr).filter(it -> it.at("/to").asString().equals("paid")))
        .singleElement()
        .satisfies(it -> assertThat(it.at("/caller").asString()).isEqualTo("status_query"));
  }

  @Test
  void aPaymentThatWinsOverACancelIsPaid() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    assertThat(post("/api/v1/invoices/" + qr.get("id") + "/cancel", "{}").statusCode())
        .isEqualTo(202);
    bank.set(bill, "PAID");

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("paid");
  }

  @Test
  void moneyIsReturnedByParts() {
    JsonNode qr = paid("2500.5");
    HttpResponse<String> part =
        post("/api/v1/invoices/" + qr.get("id") + "/refund", "{\"amount\":500}");
    assertThat(part.statusCode()).as(part.body()).isEqualTo(201);
    assertThat(status(qr)).isEqualTo("partially_refunded");
    post("/api/v1/invoices/" + qr.get("id") + "/refund", "{}");

    assertThat(status(qr)).isEqualTo("refunded");
    assertThat(operation(qr).refunds()).hasSize(2);
    assertThat(operation(qr).refunded()).isEqualByComparingTo("2500.5");
  }

  @Test
  void aLostRefundIsCarriedOutOnce() {
    JsonNode qr = paid("100");
    bank.fault(new Fault("/operation/", true, 0));
    post("/api/v1/invoices/" + qr.get("id") + "/refund", "{}");

    awaits(qr, "refunded");
    assertThat(operation(qr).refunds()).hasSize(1);
  }

  @Test
  void aLostPictureIsReplacedByAnother() {
    bank.fault(new Fault("/payment/qr/generate", true, 0));
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "PAID");

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("paid");
  }

  @Test
  void bankStatusTellsWhereTheProviderCalls() {
    DukenProcess status = command("bank-status", "--json", "--tenant", "Shop");
    assertThat(status.exitCode()).isZero();
    assertThat(WireJson.mapper().readTree(status.out()).get("data"))
        .anySatisfy(
            row -> {
              assertThat(row.at("/bank/provider").asString()).isEqualTo("epay");
              assertThat(row.at("/bank/connection").asString()).isEqualTo("connected");
              assertThat(row.at("/bank/reachable").asBoolean()).isTrue();
              assertThat(row.at("/bank/callback_post").asString()).endsWith("/post");
              assertThat(row.at("/bank/capabilities").toString())
                  .contains("qr")
                  .doesNotContain("link");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "KASPI_CLIENT_SECRET,'',2,KASPI_CLIENT_SECRET",
    "KASPI_WEBHOOK_SECRET,'',2,KASPI_CALLBACK_BEARER",
    "KASPI_CALLBACK_BASE_URL,http://pay.example.test,2,KASPI_CALLBACK_BASE_URL",
    "KASPI_CALLBACK_ALLOWED_IPS,somewhere,2,KASPI_CALLBACK_ALLOWED_IPS",
    "KASPI_CLIENT_SECRET,wrong,1,KASPI_CLIENT_SECRET",
    "KASPI_TERMINAL_ID,wrong,1,KASPI_TERMINAL_ID",
    "KASPI_API_BASE_URL,http://127.0.0.1:9,1,address"
  })
  void whatIsWrongIsNamed(String name, String value, int exitCode, String said) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            new BufferedReader(Reader.nullReader()));

    int code =
        Main.run(
            terminal,
            "connect",
            "epay",
            "--tenant",
            "Other",
            "--settings",
            settings(name, value),
            "--data",
            folder.toString());

    String sentence = err.toString(StandardCharsets.UTF_8);
    assertThat(code).as(sentence).isEqualTo(exitCode);
    assertThat(sentence).contains(said).doesNotContain("wrong");
  }

  @Test
  void aKillAroundACallLosesNoMoney() throws IOException {
    Path own = Files.createDirectories(folder.resolve("killed"));
    String url;
    JsonNode lost;
    try (EpaySimulator its = EpaySimulator.start(0, EpayOptions.standard(), Clock.systemUTC())) {
      String key;
      try (DukenProcess first = DukenProcess.engineIn(own)) {
        url = first.url();
        String file = settings(its, url);
        assertThat(
                DukenProcess.start(
                        "connect",
                        "epay",
                        "--tenant",
                        "S",
                        "--settings",
                        file,
                        "--data",
                        own.toString())
                    .exitCode())
            .isZero();
        key = key(own, "S", "live", "api");
        lost =
            WireJson.mapper()
                .readTree(post(url, "/api/v1/invoices/qr", "{\"amount\":100}", key).body());
        its.set(its.latest().billNumber(), "PAID");
        first.kill();
      }
      // Nobody answers the call: the provider gives up, and the status is found after the start.
      assertThat(its.call(its.latest().billNumber())).isZero();
      long tokens = its.tokensOf(its.latest().invoiceId());
      try (DukenProcess second = DukenProcess.engineIn(own)) {
        String again = second.url();
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    get(again, "/api/v1/invoices/" + lost.get("id"), key)
                        .at("/status")
                        .asString()
                        .equals("paid"));
      }
      assertThat(its.tokensOf(its.latest().invoiceId())).isEqualTo(tokens + 1);
    }
  }

  @Test
  void nothingSecretIsInTheLogAndNothingInTheClearOnDisk() throws IOException {
    JsonNode qr = paid("100");
    post("/api/v1/invoices/" + qr.get("id") + "/refund", "{}");
    String log = engine.out() + engine.err();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(it -> !it.toString().endsWith(".settings"))
              .toList();
    }
    EpayOptions options = EpayOptions.standard();
    List<String> secrets =
        Stream.concat(
                bank.tokens().stream(),
                Stream.of(
                    options.clientSecret(),
                    options.webhookSecret(),
                    operation(qr).secretHash(),
                    "77019998877",
                    "Customer Name",
                    "440043"))
            .toList();
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String secret : secrets) {
        assertThat(bytes.contains(secret)).as("a secret in %s", file.getFileName()).isFalse();
      }
    }
    assertThat(secrets).allSatisfy(it -> assertThat(log).doesNotContain(it));
  }

  private static JsonNode qr(String amount) {
    HttpResponse<String> answer = post("/api/v1/invoices/qr", "{\"amount\":" + amount + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private static JsonNode paid(String amount) {
    JsonNode qr = qr(amount);
    long bill = operation(qr).billNumber();
    bank.set(bill, "PAID");
    assertThat(bank.call(bill)).isEqualTo(200);
    return qr;
  }

  private static EpayOperation operation(JsonNode qr) {
    return bank.operation(Long.parseLong(qr.get("kaspi_invoice_id").asString()));
  }

  private static JsonNode get(JsonNode qr) {
    return get(engine.url(), "/api/v1/invoices/" + qr.get("id"), liveKey);
  }

  private static JsonNode get(String url, String path, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).header("X-API-Key", key).GET();
    return WireJson.mapper().readTree(exchange(request).body());
  }

  private static String status(JsonNode qr) {
    return get(qr).get("status").asString();
  }

  private static void awaits(JsonNode qr, String status) {
    await().atMost(PATIENCE).until(() -> status(qr).equals(status));
  }

  private static Stream<JsonNode> life(JsonNode qr) {
    JsonNode detail = get(engine.url(), "/desk/v1/sales/" + qr.get("id"), deskKey);
    return IntStream.range(0, detail.get("life").size()).mapToObj(detail.get("life")::get);
  }

  private static List<String> anomalies(JsonNode qr) {
    List<String> kinds = new ArrayList<>();
    get(engine.url(), "/desk/v1/anomalies", deskKey)
        .get("data")
        .forEach(
            it -> {
              if (it.get("invoice_id").equals(qr.get("id"))) {
                assertThat(it.get("at").asString()).isNotBlank();
                kinds.add(it.get("kind").asString());
              }
            });
    return kinds;
  }

  private static HttpResponse<String> post(String path, String body) {
    return post(engine.url(), path, body, liveKey);
  }

  private static HttpResponse<String> post(String url, String path, String body, String key) {
    return exchange(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static byte[] message(EpayOperation it, Map<String, Object> changes) {
    return bank.message(it, changes);
  }

  private static int send(EpayOperation it, byte[] body) {
    return send(it.postLink(), body);
  }

  private static int send(String url, byte[] body) {
    return bank.deliver(url, body, CallbackAuth.HMAC);
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(String mode, String role) {
    return key(folder, "Shop", mode, role);
  }

  private static String key(Path data, String tenant, String mode, String role) {
    DukenProcess made =
        DukenProcess.start(
            "key",
            "create",
            "--tenant",
            tenant,
            "--mode",
            mode,
            "--role",
            role,
            "--json",
            "--data",
            data.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    return WireJson.mapper().readTree(made.out()).get("key").asString();
  }

  private static DukenProcess command(String... arguments) {
    return DukenProcess.start(
        Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
            .toArray(String[]::new));
  }

  private static String settings() throws IOException {
    return settings(bank, engine.url());
  }

  private static String settings(EpaySimulator at, String callbacks) throws IOException {
    EpayOptions options = EpayOptions.standard();
    Path file = Files.createTempFile(folder, "epay", ".settings");
    Files.writeString(
        file,
        """
        KASPI_CLIENT_ID=%s
        KASPI_CLIENT_SECRET=%s
        KASPI_TERMINAL_ID=%s
        KASPI_WEBHOOK_SECRET=%s
        KASPI_API_BASE_URL=%s
        KASPI_CALLBACK_BASE_URL=%s
        """
            .formatted(
                options.clientId(),
                options.clientSecret(),
                options.terminalId(),
                options.webhookSecret(),
                at.url(),
                callbacks));
    return file.toString();
  }

  private static String settings(String name, String value) throws IOException {
    Path file = Path.of(settings());
    Files.writeString(file, Files.readString(file) + name + "=" + value + "\n");
    return file.toString();
  }
}
