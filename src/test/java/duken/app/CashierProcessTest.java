package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.BankSimulator;
import duken.simulator.SimulatorOptions;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The provider through a cashier's session as an owner meets it: real processes, a real sign-in.
 */
class CashierProcessTest {

  private static final String PHONE = "7010000001";
  private static final String CUSTOMER = "87019876543";
  private static final String PAYER = "Гүлнәр Серікбайқызы";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private BankSimulator bank;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void openTheBank() throws IOException {
    bank = BankSimulator.start(SimulatorOptions.standard(), Clock.systemUTC());
    bank.payer("7" + CUSTOMER.substring(1), PAYER);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("duken.properties"),
        """
        cashier.entrance-url=%1$s
        cashier.mtoken-url=%1$s
        cashier.qrpay-url=%1$s
        cashier.call-timeout-seconds=5
        log.level=debug
        rate-limit.per-minute=1000000
        """
            .formatted(bank.url()));
  }

  @AfterEach
  void closeTheBank() {
    http.close();
    bank.close();
    assertThat(bank.breaches()).isEmpty();
  }

  private DukenProcess connect(String... more) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "connect",
                    "cashier",
                    "--tenant",
                    "Shop",
                    "--phone",
                    PHONE,
                    "--data",
                    folder.toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return DukenProcess.start(all);
  }

  private void connected() {
    try (DukenProcess connect = connect("--accept-notice")) {
      connect.type("1234").hangUp();
      assertThat(connect.exitCode()).as(connect.out() + connect.err()).isZero();
    }
  }

  private JsonNode said(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
            .toArray(String[]::new);
    try (DukenProcess command = DukenProcess.start(all)) {
      assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
      return WireJson.mapper().readTree(command.out());
    }
  }

  private String liveKey() {
    return said("key", "create", "--tenant", "Shop", "--mode", "live", "--json")
        .get("key")
        .asString();
  }

  private String connection() {
    JsonNode shops = said("bank-status", "--json", "--tenant", "Shop").get("data");
    assertThat(shops).hasSize(1);
    return shops.get(0).get("bank").get("connection").asString();
  }

  @Test
  void aShopWithoutAPlaceIsAskedForItsCityAndTheDoctorSaysWhatTheBankIsTold() {
    try (DukenProcess connect = connect()) {
      connect.type("иә").type("1234").type("Атлантида").type("алматы").hangUp();
      assertThat(connect.exitCode()).as(connect.err()).isZero();
      assertThat(connect.out()).contains("There is no such city", "Алматы");
    }
    JsonNode report = said("doctor", "--json", "--port", "0");
    assertThat(report.get("healthy").asBoolean()).isTrue();
    assertThat(report.get("findings").toString())
        .contains("Latitude 43.2567, Longitude 76.9286, the centre of Almaty")
        .contains("\"folder\"", "\"disk\"", "\"database\"", "\"port\"", "\"clock\"");
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      assertThat(said("doctor", "--json").get("findings").toString())
          .contains("Latitude 43.2567", engine.url(), "nobody is told");
    }
  }

  @Test
  void aCityThatIsNotKnownIsABadOption() {
    try (DukenProcess connect = connect("--accept-notice", "--city", "Атлантида")) {
      assertThat(connect.exitCode()).isEqualTo(2);
      assertThat(connect.err()).contains("Атлантида", "Алматы");
    }
    try (DukenProcess connect = connect("--accept-notice", "--city", "Shymkent")) {
      connect.type("1234").hangUp();
      assertThat(connect.exitCode()).as(connect.err()).isZero();
      assertThat(connect.out()).contains("Шымкент");
    }
  }

  @Test
  void anOwnerConnectsAndSellsForReal() {
    try (DukenProcess connect = connect()) {
      connect.type("yes").type("9999").type("1234").hangUp();
      assertThat(connect.exitCode()).as(connect.err()).isZero();
      assertThat(connect.out()).contains("unofficial", "does not take this code", "Connected");
    }
    assertThat(bank.counts().sms()).isOne();
    String key = liveKey();
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      assertThat(connection()).isEqualTo("connected");
      Shop shop = new Shop(engine.url(), key);
      JsonNode qr = shop.post("/invoices/qr", "{\"amount\":\"1500.50\"}");
      bank.pay(bank.latest().id());
      shop.awaits(qr, "paid");
      JsonNode bill =
          shop.post("/invoices", "{\"amount\":2000,\"phone_number\":\"%s\"}".formatted(CUSTOMER));
      bank.pay(bank.latest().id());
      shop.awaits(bill, "paid");
      shop.post("/invoices/" + bill.get("id") + "/refund", "{\"amount\":500}");
      shop.awaits(bill, "partially_refunded");
    }
  }

  @Test
  void aRunningEngineUsesANewSessionAtOnce() {
    String key = liveKey();
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      Shop shop = new Shop(engine.url(), key);
      assertThat(shop.send("POST", "/invoices/qr", "{\"amount\":100}").body())
          .contains("KASPI_SESSION_NOT_CONFIGURED");
      connected();
      JsonNode qr = shop.post("/invoices/qr", "{\"amount\":100}");
      bank.pay(bank.latest().id());
      shop.awaits(qr, "paid");
      try (DukenProcess gone =
          DukenProcess.start("disconnect", "--tenant", "Shop", "--data", folder.toString())) {
        assertThat(gone.exitCode()).isZero();
      }
      assertThat(connection()).isEqualTo("not_configured");
    }
  }

  @Test
  void whoeverDoesNotAcceptTheNoticeSendsNothing() {
    try (DukenProcess connect = connect()) {
      connect.type("no").hangUp();
      assertThat(connect.exitCode()).isEqualTo(1);
    }
    assertThat(bank.counts().total()).isZero();
  }

  @Test
  void withoutACodeNothingIsStored() {
    try (DukenProcess connect = connect("--accept-notice")) {
      connect.hangUp();
      assertThat(connect.exitCode()).isEqualTo(1);
      assertThat(connect.err()).contains("nothing was stored");
    }
    assertThat(connection()).isEqualTo("not_configured");
  }

  @Test
  void neitherFilesNorLogHoldASecretOrAPersonInTheClear() throws IOException {
    connected();
    String key = liveKey();
    String said;
    String qrToken;
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      Shop shop = new Shop(engine.url(), key);
      JsonNode qr = shop.post("/invoices/qr", "{\"amount\":100}");
      qrToken = qr.get("qr_token").asString();
      bank.fault(CashierPaths.QR_STATUS, Fault.html(), 2);
      bank.status(bank.latest().id(), "NobodyKnows");
      await().atMost(PATIENCE).until(() -> bank.counts().of(CashierPaths.QR_STATUS) > 3);
      bank.pay(bank.latest().id());
      shop.awaits(qr, "paid");
      JsonNode bill =
          shop.post("/invoices", "{\"amount\":2000,\"phone_number\":\"%s\"}".formatted(CUSTOMER));
      bank.pay(bank.latest().id());
      shop.awaits(bill, "paid");
      bank.evictAll();
      shop.send("POST", "/invoices/qr", "{\"amount\":100}");
      assertThat(engine.terminate().exitCode()).isZero();
      said = engine.out() + engine.err();
    }
    String log = said;
    try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        log += Files.readString(file);
      }
    }
    assertThat(log).contains("qr-token/create HTTP 200", "NobodyKnows");
    List<String> secrets =
        Stream.concat(
                bank.secrets().stream(),
                Stream.of(PHONE, CUSTOMER.substring(1), "Гүлнәр", qrToken, key.substring(13)))
            .toList();
    assertThat(secrets).hasSizeGreaterThan(6).allSatisfy(it -> assertThat(it).isNotBlank());
    for (String secret : secrets) {
      assertThat(log).doesNotContain(secret);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String secret : bank.secrets()) {
          assertThat(bytes).as("%s", file.getFileName()).doesNotContain(secret);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CashierPaths.QR_CREATE,
        CashierPaths.QR_STATUS,
        CashierPaths.BILL_CREATE,
        CashierPaths.BILL_DETAILS,
        CashierPaths.BILL_CANCEL,
        CashierPaths.RETURN
      })
  void aKillInTheMiddleOfACallIsRecoveredFrom(String path) {
    connected();
    String key = liveKey();
    String url;
    String order = "order-1";
    boolean bill = !path.equals(CashierPaths.QR_CREATE) && !path.equals(CashierPaths.QR_STATUS);
    String create = bill ? "/invoices" : "/invoices/qr";
    String body =
        "{\"amount\":2000,\"external_order_id\":\"%s\"%s}"
            .formatted(order, bill ? ",\"phone_number\":\"" + CUSTOMER + "\"" : "");
    boolean atCreation =
        path.equals(CashierPaths.QR_CREATE) || path.equals(CashierPaths.BILL_CREATE);
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      Shop shop = new Shop(engine.url(), key);
      if (!atCreation) {
        JsonNode made = shop.post(create, body);
        if (path.equals(CashierPaths.RETURN)) {
          bank.pay(bank.latest().id());
          shop.awaits(made, "paid");
        }
      }
      int before = bank.counts().of(path);
      bank.fault(path, Fault.blackHoleAfter(), 1);
      CompletableFuture.runAsync(() -> shop.quietly(path, create, body));
      await().atMost(PATIENCE).until(() -> bank.counts().of(path) > before);
      await().atMost(PATIENCE).until(() -> isDone(path));
      if (atCreation) {
        // A QR is written down once its bank has been slow for a moment; until then none shows it.
        await().atMost(PATIENCE).until(() -> !shop.sales().isEmpty());
      }
      engine.kill();
      url = engine.url();
    }
    assertThat(url).isNotNull();
    bank.clearFaults();
    bank.release();
    if (!path.equals(CashierPaths.BILL_CANCEL)
        && !path.equals(CashierPaths.RETURN)
        && !atCreation) {
      bank.pay(bank.latest().id());
    }
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      Shop shop = new Shop(engine.url(), key);
      if (atCreation) {
        // The customer can only pay what the shop shows.
        await()
            .atMost(PATIENCE)
            .until(() -> !shop.only().path("kaspi_invoice_id").asString("").isEmpty());
        bank.pay(Long.parseLong(shop.only().get("kaspi_invoice_id").asString()));
      }
      String expected =
          switch (path) {
            case CashierPaths.BILL_CANCEL -> "cancelled";
            case CashierPaths.RETURN -> "partially_refunded";
            default -> "paid";
          };
      await().atMost(PATIENCE).until(() -> shop.only().get("status").asString().equals(expected));
    }
    assertThat(bank.counts().bills()).isEqualTo(bill ? 1 : 0);
    assertThat(bank.counts().returns()).isEqualTo(path.equals(CashierPaths.RETURN) ? 1 : 0);
  }

  /** Whether the bank carried out what the lost call asked for. */
  private boolean isDone(String path) {
    return switch (path) {
      case CashierPaths.QR_CREATE -> bank.counts().qrs() == 1;
      case CashierPaths.BILL_CREATE -> bank.counts().bills() == 1;
      case CashierPaths.BILL_CANCEL -> bank.counts().cancels() == 1;
      case CashierPaths.RETURN -> bank.counts().returns() == 1;
      default -> true;
    };
  }

  @Test
  void aKillWhileTheCodeIsCheckedLeavesTheAccountToBeConnectedAgain() {
    bank.fault(CashierPaths.FINISH, Fault.blackHoleAfter(), 1);
    try (DukenProcess connect = connect("--accept-notice")) {
      connect.type("1234").hangUp();
      await().atMost(PATIENCE).until(() -> bank.counts().of(CashierPaths.FINISH) > 0);
      connect.kill();
    }
    bank.clearFaults();
    bank.release();
    assertThat(connection()).isEqualTo("not_configured");
    try (DukenProcess tooSoon = connect("--accept-notice")) {
      assertThat(tooSoon.exitCode()).isEqualTo(1);
      assertThat(tooSoon.err()).contains("An SMS was sent a moment ago");
    }
    assertThat(bank.counts().sms()).isOne();
  }

  /** A shop's program with a live key. */
  private final class Shop {

    private final String url;
    private final String key;

    Shop(String url, String key) {
      this.url = url;
      this.key = key;
    }

    HttpResponse<String> send(String method, String path, String body) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .timeout(PATIENCE)
              .header("X-API-Key", key)
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body))
              .build();
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    JsonNode post(String path, String body) {
      HttpResponse<String> answer = send("POST", path, body);
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return WireJson.mapper().readTree(answer.body());
    }

    JsonNode sales() {
      HttpResponse<String> answer = send("GET", "/invoices", null);
      return WireJson.mapper().readTree(answer.body()).get("data");
    }

    JsonNode only() {
      JsonNode items = sales();
      assertThat(items).hasSize(1);
      return items.get(0);
    }

    void awaits(JsonNode invoice, String status) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  WireJson.mapper()
                      .readTree(send("GET", "/invoices/" + invoice.get("id"), null).body())
                      .get("status")
                      .asString()
                      .equals(status));
    }

    /** Makes the engine call the bank on this path; its own answer is lost with the engine. */
    void quietly(String path, String create, String body) {
      try {
        switch (path) {
          case CashierPaths.QR_CREATE, CashierPaths.BILL_CREATE -> send("POST", create, body);
          case CashierPaths.BILL_CANCEL ->
              send("POST", "/invoices/" + only().get("id") + "/cancel", "{}");
          case CashierPaths.RETURN ->
              send("POST", "/invoices/" + only().get("id") + "/refund", "{\"amount\":500}");
          default -> {}
        }
      } catch (IllegalStateException _) {
        // The engine died.
      }
    }
  }
}
