package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.epay.EpayOperation;
import duken.simulator.epay.EpayOptions;
import duken.simulator.epay.EpayOptions.CallbackAuth;
import duken.simulator.epay.EpaySimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A shop with a QR terminal in processes of its own, beside a fake provider that calls. */
abstract class EpayProcesses {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  static EpaySimulator bank;
  static DukenProcess engine;
  static String liveKey;
  static String deskKey;

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

  static JsonNode qr(String amount) {
    HttpResponse<String> answer = post("/api/v1/invoices/qr", "{\"amount\":" + amount + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  static JsonNode paid(String amount) {
    JsonNode qr = qr(amount);
    long bill = operation(qr).billNumber();
    bank.set(bill, "PAID");
    assertThat(bank.call(bill)).isEqualTo(200);
    return qr;
  }

  static EpayOperation operation(JsonNode qr) {
    return bank.operation(Long.parseLong(qr.get("kaspi_invoice_id").asString()));
  }

  static JsonNode get(JsonNode qr) {
    return get(engine.url(), "/api/v1/invoices/" + qr.get("id"), liveKey);
  }

  static JsonNode get(String url, String path, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).header("X-API-Key", key).GET();
    return WireJson.mapper().readTree(exchange(request).body());
  }

  static String status(JsonNode qr) {
    return get(qr).get("status").asString();
  }

  static void awaits(JsonNode qr, String status) {
    await().atMost(PATIENCE).until(() -> status(qr).equals(status));
  }

  static Stream<JsonNode> life(JsonNode qr) {
    JsonNode detail = get(engine.url(), "/desk/v1/sales/" + qr.get("id"), deskKey);
    return IntStream.range(0, detail.get("life").size()).mapToObj(detail.get("life")::get);
  }

  static List<String> anomalies(JsonNode qr) {
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

  static HttpResponse<String> post(String path, String body) {
    return post(engine.url(), path, body, liveKey);
  }

  static HttpResponse<String> post(String url, String path, String body, String key) {
    return exchange(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  static byte[] message(EpayOperation it, Map<String, Object> changes) {
    return bank.message(it, changes);
  }

  static int send(EpayOperation it, byte[] body) {
    return send(it.callback().postLink(), body);
  }

  static int send(String url, byte[] body) {
    return bank.deliver(url, body, CallbackAuth.HMAC);
  }

  static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String key(String mode, String role) {
    return key(folder, "Shop", mode, role);
  }

  static String key(Path data, String tenant, String mode, String role) {
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

  static DukenProcess command(String... arguments) {
    return DukenProcess.start(
        Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
            .toArray(String[]::new));
  }

  static String settings() throws IOException {
    return settings(bank, engine.url());
  }

  static String settings(EpaySimulator at, String callbacks) throws IOException {
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
                options.client().clientId(),
                options.client().clientSecret(),
                options.client().terminalId(),
                options.webhookSecret(),
                at.url(),
                callbacks));
    return file.toString();
  }

  static String settings(String name, String value) throws IOException {
    Path file = Path.of(settings());
    Files.writeString(file, Files.readString(file) + name + "=" + value + "\n");
    return file.toString();
  }
}
