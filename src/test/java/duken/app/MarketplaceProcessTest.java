package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.marketplace.MarketplaceSimulator;
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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A shop on kaspi.kz with engine, commands and fake shop in processes of their own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MarketplaceProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ORDERS = "/api/v1/marketplace/orders";

  @TempDir static Path folder;
  private static DukenProcess kaspi;
  private static DukenProcess engine;
  private static String key;
  private static String desk;
  private static String first;

  @BeforeAll
  static void start() throws IOException {
    kaspi = DukenProcess.start("simulator", "--bank", "marketplace", "--port", "0");
    first = control("POST", "orders", "{}").at("/orders/0/code").asString();
    properties("");
    engine = DukenProcess.engineIn(folder);
  }

  @AfterAll
  static void end() {
    engine.close();
    kaspi.close();
  }

  @Test
  @Order(1)
  void aTokenComesFromTheEnvironmentFromTheFileOrFromStandardInput() throws IOException {
    DukenProcess environment =
        connect(Map.of("KASPI_MERCHANT_TOKEN", MarketplaceSimulator.TOKEN), "Shop");
    assertThat(environment.exitCode()).as(environment.err()).isZero();
    properties("KASPI_MERCHANT_TOKEN=" + MarketplaceSimulator.TOKEN + "\n");
    DukenProcess file = connect(Map.of(), "File");
    assertThat(file.exitCode()).as(file.err()).isZero();
    properties("");
    DukenProcess typed = connect(Map.of(), "Typed").type(MarketplaceSimulator.TOKEN).hangUp();
    assertThat(typed.exitCode()).as(typed.err()).isZero();

    key = key("Shop", "api");
    desk = key("Shop", "desk");
    await().atMost(PATIENCE).until(() -> get(ORDERS, key).at("/meta/total").asInt() == 1);
    for (String shop : List.of("Shop", "File", "Typed")) {
      assertThat(row(shop).get("connection").asString()).isEqualTo("connected");
    }
  }

  @Test
  @Order(2)
  void anAccountWithSeveralShopsIsToldWhatMayBeMissing() {
    Map<String, String> token =
        Map.of("KASPI_MERCHANT_TOKEN", MarketplaceSimulator.TOKEN_OF_SEVERAL);
    DukenProcess blind = connect(token, "Several");

    assertThat(blind.exitCode()).as(blind.err()).isZero();
    assertThat(blind.out()).contains("KASPI_MERCHANT_UID");
    assertThat(row("Several").get("trouble").asString()).isEqualTo("unsure");
  }

  @Test
  @Order(3)
  void aRefusedTokenIsNotKept() {
    DukenProcess refused = connect(Map.of("KASPI_MERCHANT_TOKEN", "no-such-token"), "Refused");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("KASPI_MERCHANT_TOKEN").doesNotContain("no-such-token");
  }

  @Test
  @Order(4)
  void theConnectionOutlivesARestartAndAnActionAKill() {
    control("POST", "faults", "{\"method\":\"POST\",\"afterEffect\":true,\"status\":-1}");
    CompletableFuture<HttpResponse<String>> hanging =
        HTTP.sendAsync(
            request(engine.url(), ORDERS + "/" + first + "/accept", key)
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    await().atMost(PATIENCE).until(() -> control("GET", "state", null).at("/writes").asInt() == 1);
    engine.kill();
    assertThat(hanging).failsWithin(PATIENCE);
    engine = DukenProcess.engineIn(folder);
    post("/api/v1/marketplace/refresh", "{}");

    assertThat(get(ORDERS + "/" + first, key).at("/status").asString())
        .isEqualTo("ACCEPTED_BY_MERCHANT");
    assertThat(control("GET", "state", null).at("/writes").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "KASPI_DELIVERY,ACCEPTED_BY_MERCHANT,assemble,{\"number_of_space\":2},ASSEMBLE",
    "PICKUP,ACCEPTED_BY_MERCHANT,arrived,{},ARRIVED",
    "KASPI_DELIVERY,CANCELLING,returned,{},ARRIVED_BACKWARD"
  })
  @Order(5)
  void anActionIsConfirmedRefusedOrInDoubtAndSentOnce(
      String state, String status, String action, String body, String after) {
    String one = order(state, status);
    String two = order(state, status);
    post("/api/v1/marketplace/refresh", "{}");
    int before = control("GET", "state", null).at("/writes").asInt();
    control("POST", "faults", "{\"method\":\"POST\",\"status\":400}");
    HttpResponse<String> refused = post(ORDERS + "/" + one + "/" + action, body);
    control("POST", "faults", "{\"method\":\"POST\",\"afterEffect\":true,\"status\":0}");
    HttpResponse<String> lost = post(ORDERS + "/" + one + "/" + action, body);
    control("POST", "faults", "{\"method\":\"POST\",\"status\":0}");
    HttpResponse<String> doubt = post(ORDERS + "/" + two + "/" + action, body);
    HttpResponse<String> good = post(ORDERS + "/" + two + "/" + action, body);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(502);
    assertThat(refused.body()).contains("Kaspi").doesNotContain("анк").doesNotContain("чёт");
    assertThat(lost.statusCode()).as(lost.body()).isEqualTo(200);
    assertThat(lost.body()).contains("\"status\":\"" + after + "\"");
    assertThat(doubt.statusCode()).as(doubt.body()).isEqualTo(202);
    assertThat(doubt.body()).contains("\"confirmation\":\"unconfirmed\"");
    assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
    assertThat(good.body()).contains("\"confirmation\":\"confirmed\"");
    assertThat(control("GET", "state", null).at("/writes").asInt()).isEqualTo(before + 4);
  }

  private static String order(String state, String status) {
    String body =
        "{\"kaspiDelivery\":%b,\"preOrder\":%b,\"state\":\"%s\",\"status\":\"%s\",\"created\":%d}"
            .formatted(
                state.equals("KASPI_DELIVERY"),
                state.equals("PICKUP"),
                state,
                status,
                System.currentTimeMillis() - 60_000);
    JsonNode orders = control("POST", "orders", body).get("orders");
    return IntStream.range(0, orders.size())
        .mapToObj(orders::get)
        .max(Comparator.comparing(it -> it.get("code").asString()))
        .orElseThrow()
        .get("code")
        .asString();
  }

  @Test
  @Order(6)
  void nothingPersonalAndNoTokenLiesInAFileOrInTheLog() throws IOException {
    assertThat(get("/desk/v1/marketplace/orders/" + first + "/buyer", desk).at("/phone").asString())
        .isEqualTo(MarketplaceSimulator.PHONE);
    engine.terminate();
    assertThat(engine.exitCode()).isZero();
    StringBuilder all = new StringBuilder(engine.out() + engine.err());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    engine = DukenProcess.engineIn(folder);

    assertThat(all.indexOf("SKU-" + first)).as("what is kept can be found").isPositive();
    for (String canary :
        List.of(
            MarketplaceSimulator.BUYER,
            MarketplaceSimulator.PHONE,
            MarketplaceSimulator.STREET,
            MarketplaceSimulator.TOKEN,
            MarketplaceSimulator.TOKEN_OF_SEVERAL)) {
      assertThat(all.indexOf(canary)).as(canary).isNegative();
    }
  }

  @Test
  @Order(7)
  void aTokenThatIsRefusedLaterIsSignedOutAndStays() {
    control("POST", "revoke", "{\"all\":true}");
    assertThat(post("/api/v1/marketplace/refresh", "{}").statusCode()).isEqualTo(503);

    assertThat(row("Shop").get("connection").asString()).isEqualTo("signed_out");
    assertThat(row("Shop").get("trouble").asString()).isEqualTo("token_refused");
    assertThat(get(ORDERS, key).at("/meta/total").asInt()).isEqualTo(7);
    control("POST", "revoke", "{\"all\":false}");
  }

  @Test
  @Order(8)
  void disconnectingForgetsTheTokenAndKeepsTheOrders() {
    DukenProcess gone = command("disconnect", "--tenant", "Shop", "--provider", "marketplace");

    assertThat(gone.exitCode()).as(gone.err()).isZero();
    assertThat(status("Shop")).doesNotContain("marketplace");
    assertThat(get(ORDERS, key).at("/meta/total").asInt()).isEqualTo(7);
  }

  private static DukenProcess connect(Map<String, String> variables, String shop) {
    return DukenProcess.start(
        variables, "connect", "marketplace", "--tenant", shop, "--data", folder.toString());
  }

  private static DukenProcess command(String... arguments) {
    return DukenProcess.start(
        Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
            .toArray(String[]::new));
  }

  private static void properties(String more) throws IOException {
    Files.writeString(
        folder.resolve("duken.properties"),
        "log.level=debug\nKASPI_MERCHANT_BASE_URL=" + kaspi.url() + "\n" + more);
  }

  private static JsonNode row(String shop) {
    String status = status(shop);
    JsonNode lines = WireJson.mapper().readTree(status).get("data");
    return IntStream.range(0, lines.size())
        .mapToObj(i -> lines.get(i).get("bank"))
        .filter(it -> it.path("provider").asString("").equals("marketplace"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(status));
  }

  private static String status(String shop) {
    DukenProcess status = command("bank-status", "--tenant", shop, "--json");
    assertThat(status.exitCode()).as(status.err()).isZero();
    return status.out();
  }

  private static String key(String shop, String role) {
    DukenProcess made =
        command("key", "create", "--tenant", shop, "--mode", "live", "--role", role, "--json");
    assertThat(made.exitCode()).as(made.err()).isZero();
    return WireJson.mapper().readTree(made.out()).get("key").asString();
  }

  private static JsonNode control(String method, String call, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(kaspi.url()).resolve("/control/" + call))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return WireJson.mapper().readTree(exchange(request.build()).body());
  }

  private static JsonNode get(String path, String with) {
    return WireJson.mapper().readTree(exchange(request(engine.url(), path, with).build()).body());
  }

  private static HttpResponse<String> post(String path, String body) {
    return exchange(request(engine.url(), path, key).POST(BodyPublishers.ofString(body)).build());
  }

  private static HttpRequest.Builder request(String url, String path, String with) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(PATIENCE)
        .header("X-API-Key", with)
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
