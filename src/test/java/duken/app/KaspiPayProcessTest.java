package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.kaspipay.BankShop;
import duken.simulator.kaspipay.KaspiPaySimulator;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import duken.simulator.kaspipay.Purchase;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three shops on the three schemes of the Kaspi Pay API: real processes, real mutual TLS. */
class KaspiPayProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "pass word-ä";

  @TempDir private static Path folder;
  @TempDir private static Path files;
  private static KaspiPaySimulator bank;
  private static DukenProcess engine;
  private static String basic;
  private static String standard;
  private static String enhanced;

  @BeforeAll
  static void connect() throws IOException {
    bank = KaspiPaySimulator.start(0, BankShop.standard(), Clock.systemUTC());
    Files.writeString(files.resolve("key.txt"), bank.shop().apiKey() + "\n");
    Files.writeString(files.resolve("password.txt"), PASSWORD + "\n");
    Files.writeString(files.resolve("root.pem"), bank.authority().pem());
    Files.write(
        files.resolve("shop.p12"), bank.authority().client("shop", PASSWORD, Duration.ofDays(365)));
    Files.writeString(folder.resolve("duken.properties"), "rate-limit.per-minute=1000000\n");
    engine = DukenProcess.engineIn(folder);
    connected("Basic", "r1", "--api-key-file", file("key.txt"));
    connected(
        "Standard",
        "r2",
        "--certificate",
        file("shop.p12"),
        "--password-file",
        file("password.txt"));
    connected(
        "Enhanced",
        "r3",
        "--certificate",
        file("shop.p12"),
        "--password-file",
        file("password.txt"),
        "--bin",
        bank.shop().bin());
    basic = key("Basic");
    standard = key("Standard");
    enhanced = key("Enhanced");
  }

  @AfterAll
  static void end() {
    engine.close();
    bank.close();
  }

  @AfterEach
  void nothingOutOfOrder() {
    assertThat(bank.breaches()).isEmpty();
  }

  @Test
  void aQrShowsTheBanksTextUnchangedAndIsPaid() {
    for (String key : List.of(basic, standard, enhanced)) {
      JsonNode qr = made(key, "qr", "{\"amount\":200.5}");
      Purchase purchase = bank.latest();
      assertThat(qr.at("/qr_link").asString()).isEqualTo(purchase.terms().payload());
      assertThat(qr.at("/payment_url").asString()).contains("/pay/");
      assertThat(purchase.terms().amount()).isEqualByComparingTo("200.5");
      bank.set(purchase.id(), "Processed");
      awaits(key, qr, "paid");
      assertThat(get(key, qr).at("/provider/name").asString()).isEqualTo("kaspi-pay");
    }
  }

  @Test
  void aPayLinkLeadsThroughOurOwnPageAndIsPaid() {
    JsonNode link = made(basic, "link", "{\"amount\":300}");
    Purchase purchase = bank.latest();
    assertThat(purchase.terms().kind()).isEqualTo("link");
    assertThat(link.at("/type").asString()).isEqualTo("link");
    assertThat(link.at("/payment_url").asString()).contains("/pay/");
    String page =
        exchange(HttpRequest.newBuilder(onLoopback(link.at("/payment_url").asString())).GET())
            .body();
    assertThat(page).contains(purchase.terms().payload());
    bank.set(purchase.id(), "Processed");
    awaits(basic, link, "paid");
  }

  @Test
  void aPictureThatNobodyScannedIsRenewedBeneathItsInvoice() {
    JsonNode qr = made(basic, "qr", "{\"amount\":110}");
    long first = bank.latest().id();
    bank.set(first, "QrTokenDiscarded");
    await().atMost(PATIENCE).until(() -> bank.latest().id() != first);
    await()
        .atMost(PATIENCE)
        .until(
            () -> get(basic, qr).at("/qr_link").asString().equals(bank.latest().terms().payload()));
    bank.set(bank.latest().id(), "Processed");
    awaits(basic, qr, "paid");
  }

  @Test
  void aBillIsAskedAboutOnlyWhenSomebodyLooks() {
    JsonNode bill = bill("{\"amount\":500,\"phone_number\":\"87011234567\"}");
    long id = bank.latest().id();
    assertThat(bank.latest().terms().phone()).isEqualTo("87011234567");
    // The poller has long been busy with a QR that was made later.
    JsonNode qr = made(enhanced, "qr", "{\"amount\":120}");
    bank.set(bank.latest().id(), "Processed");
    awaits(enhanced, qr, "paid");
    assertThat(purchase(id).reads()).isZero();

    bank.set(id, "Processed");
    assertThat(get(enhanced, bill).at("/status").asString()).isEqualTo("paid");
    assertThat(purchase(id).reads()).isOne();
  }

  @Test
  void aBillIsWithdrawn() {
    JsonNode bill = bill("{\"amount\":510,\"phone_number\":\"87011234567\"}");
    long id = bank.latest().id();
    assertThat(post(enhanced, "/api/v1/invoices/" + bill.get("id") + "/cancel", "").statusCode())
        .isEqualTo(202);
    awaits(enhanced, bill, "cancelled");
    assertThat(purchase(id).status()).isEqualTo("RemotePaymentCanceled");
  }

  @Test
  void aBillThatMayHaveBeenSentIsSentAgainOnlyByDecision() {
    bank.fault(new Fault("/remote/create", false, 0));
    int before = bank.purchases().size();
    HttpResponse<String> lost =
        post(enhanced, "/api/v1/invoices", "{\"amount\":520,\"phone_number\":\"87011234567\"}");
    assertThat(lost.statusCode()).as(lost.body()).isEqualTo(504);
    JsonNode problem = WireJson.mapper().readTree(lost.body());
    long id = problem.findValue("invoice_id").asLong();
    assertThat(bank.purchases()).hasSize(before);

    assertThat(post(enhanced, "/api/v1/invoices/" + id + "/resend", "").statusCode())
        .isEqualTo(200);
    await().atMost(PATIENCE).until(() -> bank.purchases().size() == before + 1);
    assertThat(post(enhanced, "/api/v1/invoices/" + id + "/resend", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatTheBankHasAgainstThePhoneIsSaidAtTheField() {
    bank.fault(new Fault("/remote/create", false, 990000029L));
    HttpResponse<String> answer =
        post(enhanced, "/api/v1/invoices", "{\"amount\":530,\"phone_number\":\"87011234567\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("phone_number");
  }

  @Test
  void moneyGoesBackWithoutTheCustomerAndAReturnWhoseAnswerWasLostIsNotRepeated() {
    JsonNode qr = paid(enhanced, "{\"amount\":1000}");
    long id = bank.latest().id();
    assertThat(refund(enhanced, qr, "{\"amount\":200}").at("/refund/status").asString())
        .isEqualTo("completed");
    bank.fault(new Fault("/payment/return", true, 0));
    refund(enhanced, qr, "{\"amount\":300}");
    await()
        .atMost(PATIENCE)
        .until(() -> get(enhanced, qr).at("/total_refunded").asString().equals("500.00"));
    assertThat(purchase(id).returned()).isEqualByComparingTo("500");
  }

  @Test
  void moneyGoesBackOnceTheCustomerHasScannedTheReturnQr() {
    JsonNode qr = paid(standard, "{\"amount\":700}");
    long sale = bank.latest().id();
    HttpResponse<String> answer =
        post(standard, "/api/v1/invoices/" + qr.get("id") + "/refund", "{\"amount\":150}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode refund = WireJson.mapper().readTree(answer.body()).get("refund");
    Purchase shown = bank.latest();
    assertThat(refund.at("/status").asString()).isEqualTo("processing");
    assertThat(refund.at("/return_qr").asString()).isEqualTo(shown.terms().payload());
    assertThat(refund.at("/return_qr_expires_at").asString()).isNotEmpty();
    assertThat(purchase(sale).returned()).isEqualByComparingTo("0");

    bank.set(shown.id(), "CustomerIdentityObtained");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                WireJson.mapper()
                    .readTree(getText(standard, "/api/v1/refunds/" + refund.get("id")))
                    .at("/status")
                    .asString()
                    .equals("completed"));
    assertThat(purchase(sale).returned()).isEqualByComparingTo("150");
  }

  @Test
  void aRefundOfTheBasicSchemeIsRecordedByHand() {
    JsonNode qr = paid(basic, "{\"amount\":900}");
    String path = "/api/v1/invoices/" + qr.get("id") + "/refund";
    HttpResponse<String> refused = post(basic, path, "{\"amount\":100}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("NOT_SUPPORTED_BY_PROVIDER");
    assertThat(post(basic, path, "{\"amount\":100,\"recorded_by_hand\":true}").statusCode())
        .isEqualTo(422);

    HttpResponse<String> booked =
        post(basic, path, "{\"amount\":100,\"recorded_by_hand\":true,\"reason\":\"in the app\"}");
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    JsonNode refund = WireJson.mapper().readTree(booked.body()).get("refund");
    assertThat(refund.at("/status").asString()).isEqualTo("completed");
    assertThat(refund.at("/recorded_by_hand").asBoolean()).isTrue();
    assertThat(get(basic, qr).at("/total_refunded").asString()).isEqualTo("100.00");
  }

  @Test
  void aForgottenCashDeskIsRegisteredAgain() {
    bank.forgetDevices();
    made(basic, "qr", "{\"amount\":130}");
    made(enhanced, "qr", "{\"amount\":130}");
    made(standard, "qr", "{\"amount\":130}");
  }

  @Test
  void aCallerTheBankNoLongerKnowsIsToldAndGoesOnWhenItIsKnownAgain() {
    bank.fault(new Fault("/qr/create", false, -10000));
    HttpResponse<String> refused = post(basic, "/api/v1/invoices/qr", "{\"amount\":140}");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("KASPI_SESSION_INVALID");
    assertThat(row("Basic").at("/connection").asString()).isEqualTo("connected");
    made(basic, "qr", "{\"amount\":140}");
  }

  @Test
  void bankStatusTellsTheContractOfEachShop() {
    assertThat(row("Basic").at("/provider").asString()).isEqualTo("kaspi-pay");
    assertThat(row("Basic").at("/organization").asString()).isEqualTo("Дүкен №1");
    assertThat(row("Basic").at("/reachable").asBoolean()).isTrue();
    assertThat(row("Enhanced").at("/certificate_expires_at").asString()).startsWith("20");
    List<String> can = new ArrayList<>();
    row("Enhanced").at("/capabilities").forEach(it -> can.add(it.asString()));
    assertThat(can).contains("qr", "link", "phone", "refund");
  }

  @Test
  void aFailureToConnectNamesTheCulprit() throws IOException {
    Files.writeString(files.resolve("wrong.txt"), "test_wrong\n");
    assertThat(failed("r1", "--api-key-file", file("wrong.txt"))).contains("API key");
    assertThat(
            failed("r2", "--certificate", file("shop.p12"), "--password-file", file("wrong.txt")))
        .contains("password");
    assertThat(
            failed("r2", "--certificate", file("root.pem"), "--password-file", file("wrong.txt")))
        .contains("certificate");
    assertThat(
            failed(
                "r3",
                "--certificate",
                file("shop.p12"),
                "--password-file",
                file("password.txt"),
                "--bin",
                "111111111111"))
        .contains("BIN");
    assertThat(failed("r1", "--api-key-file", file("key.txt"), "--trade-point", "99"))
        .contains("trade point");
  }

  @Test
  void withoutTheBanksRootsItsServerIsNotTrusted() {
    DukenProcess connect =
        command(
            "connect",
            "kaspi-pay",
            "--tenant",
            "Nobody",
            "--scheme",
            "r1",
            "--url",
            bank.base("r1").toString(),
            "--api-key-file",
            file("key.txt"));
    assertThat(connect.exitCode()).isEqualTo(1);
    assertThat(connect.err()).contains("trust");
  }

  @Test
  void severalTradePointsAreListed() throws IOException {
    BankShop two =
        new BankShop(bank.shop().apiKey(), bank.shop().bin(), Map.of(1L, "First", 2L, "Second"));
    try (KaspiPaySimulator other = KaspiPaySimulator.start(0, two, Clock.systemUTC())) {
      Files.writeString(files.resolve("other.pem"), other.authority().pem());
      DukenProcess connect =
          command(
              "connect",
              "kaspi-pay",
              "--tenant",
              "Two",
              "--scheme",
              "r1",
              "--url",
              other.base("r1").toString(),
              "--api-key-file",
              file("key.txt"),
              "--trust",
              file("other.pem"));
      assertThat(connect.exitCode()).isEqualTo(2);
      assertThat(connect.err()).contains("First").contains("Second");
    }
  }

  @Test
  void nothingSecretIsInTheLogAndNothingInTheClearOnDisk() throws IOException {
    bill("{\"amount\":540,\"phone_number\":\"87019998877\"}");
    made(basic, "qr", "{\"amount\":150}");
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(Files::isRegularFile).toList();
    }
    List<String> sealed =
        List.of(bank.shop().apiKey(), PASSWORD, bank.shop().bin(), bank.latest().terms().device());
    for (Path file : all) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      sealed.forEach(
          it -> assertThat(bytes.contains(it)).as("in %s", file.getFileName()).isFalse());
    }
    String log = engine.out() + engine.err() + Files.readString(folder.resolve("logs/duken.log"));
    assertThat(log).doesNotContain("7019998877").doesNotContain(bank.latest().terms().payload());
  }

  private static String file(String name) {
    return files.resolve(name).toString();
  }

  private static void connected(String tenant, String scheme, String... more) {
    DukenProcess connect = connect(tenant, scheme, more);
    assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
  }

  private static String failed(String scheme, String... more) {
    DukenProcess connect = connect("Nobody", scheme, more);
    assertThat(connect.exitCode()).as(connect.out() + connect.err()).isEqualTo(1);
    return connect.err();
  }

  private static DukenProcess connect(String tenant, String scheme, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "connect",
                "kaspi-pay",
                "--tenant",
                tenant,
                "--scheme",
                scheme,
                "--url",
                bank.base(scheme).toString(),
                "--trust",
                file("root.pem")));
    all.addAll(List.of(more));
    return command(all.toArray(String[]::new));
  }

  private static DukenProcess command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    return DukenProcess.start(all.toArray(String[]::new));
  }

  private static String key(String tenant) {
    DukenProcess made =
        command("key", "create", "--tenant", tenant, "--mode", "live", "--role", "api", "--json");
    assertThat(made.exitCode()).as(made.err()).isZero();
    return WireJson.mapper().readTree(made.out()).get("key").asString();
  }

  private static JsonNode row(String tenant) {
    DukenProcess status = command("bank-status", "--json");
    assertThat(status.exitCode()).as(status.err()).isZero();
    for (JsonNode row : WireJson.mapper().readTree(status.out()).get("data")) {
      if (row.at("/tenant").asString().equals(tenant)
          && row.at("/bank/provider").asString().equals("kaspi-pay")) {
        return row.get("bank");
      }
    }
    throw new AssertionError(status.out());
  }

  private static JsonNode made(String key, String kind, String body) {
    HttpResponse<String> answer = post(key, "/api/v1/invoices/" + kind, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private static JsonNode bill(String body) {
    HttpResponse<String> answer = post(enhanced, "/api/v1/invoices", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private static JsonNode paid(String key, String body) {
    JsonNode qr = made(key, "qr", body);
    bank.set(bank.latest().id(), "Processed");
    awaits(key, qr, "paid");
    return qr;
  }

  private static JsonNode refund(String key, JsonNode invoice, String body) {
    HttpResponse<String> answer =
        post(key, "/api/v1/invoices/" + invoice.get("id") + "/refund", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private static Purchase purchase(long id) {
    return bank.purchases().stream().filter(it -> it.id() == id).findFirst().orElseThrow();
  }

  private static JsonNode get(String key, JsonNode invoice) {
    return WireJson.mapper().readTree(getText(key, "/api/v1/invoices/" + invoice.get("id")));
  }

  private static String getText(String key, String path) {
    return exchange(
            HttpRequest.newBuilder(URI.create(engine.url() + path)).header("X-API-Key", key).GET())
        .body();
  }

  private static void awaits(String key, JsonNode invoice, String status) {
    await().atMost(PATIENCE).until(() -> get(key, invoice).at("/status").asString().equals(status));
  }

  private static URI onLoopback(String address) {
    return URI.create(engine.url() + URI.create(address).getPath());
  }

  private static HttpResponse<String> post(String key, String path, String body) {
    return exchange(
        HttpRequest.newBuilder(URI.create(engine.url() + path))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
