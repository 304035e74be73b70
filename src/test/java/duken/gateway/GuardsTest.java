package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.engine.runtime.LoopHealth;
import duken.gateway.http.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call passes before its route. */
class GuardsTest {

  private final RunningGateway gateway = new RunningGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void healthTellsALoopThatDoesNotGoOn() {
    Map<String, LoopHealth.State> states = new ConcurrentHashMap<>();
    for (String name : List.of("payment-watcher", "webhook-dispatcher")) {
      gateway.engine.health().add(name, () -> states.getOrDefault(name, LoopHealth.State.WELL));
    }
    assertThat(gateway.get("/api/v1/health").status()).isEqualTo(200);

    states.put("payment-watcher", LoopHealth.State.STOPPED);
    states.put("webhook-dispatcher", LoopHealth.State.LATE);

    Reply reply = gateway.get("/api/v1/health");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.at("/status")).isEqualTo("unavailable");
    assertThat(reply.at("/loops/payment-watcher")).isEqualTo("stopped");
    assertThat(reply.at("/loops/webhook-dispatcher")).isEqualTo("late");
  }

  @Test
  void aForeignHostIsMisdirectedBeforeAnythingElse() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send(
          "POST /api/v1/invoices HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
              + "Content-Type: text/plain\r\nContent-Length: 9999999\r\n\r\n");
      String answer = raw.untilClosed();
      assertThat(answer).startsWith("HTTP/1.1 421").contains("\"HOST_FORBIDDEN\"");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("x-request-id:");
    }
  }

  @Test
  void everyNameOfThisComputerIsServedOnAnyPort() throws Exception {
    for (String host : new String[] {"localhost", "LOCALHOST:99", "127.0.0.1:1", "[::1]:3000"}) {
      try (RawHttp raw = gateway.raw()) {
        raw.send("GET /api/v1/health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertThat(raw.statusLine()).as(host).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  @Test
  void twoHostsOrNoneAreRefused() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send("GET /api/v1/health HTTP/1.1\r\n\r\n");
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 400").contains("\"BAD_REQUEST\"");
    }
    try (RawHttp raw = gateway.raw()) {
      raw.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n");
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void aForeignOriginIsRefusedBeforeTheKeyIsLookedAt() {
    for (String origin : new String[] {"https://evil.example", "null", "http://localhost:8080"}) {
      Reply reply = gateway.send(gateway.bare("/api/v1/me").header("Origin", origin).GET());
      assertThat(reply.status()).as(origin).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("ORIGIN_FORBIDDEN");
      assertThat(reply.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void ourOwnOriginPasses() {
    String own = "http://127.0.0.1:" + gateway.server.port();
    assertThat(gateway.send(gateway.request("/api/v1/health").header("Origin", own).GET()).status())
        .isEqualTo(200);
    assertThat(
            gateway
                .send(
                    gateway
                        .request("/api/v1/health")
                        .header("Origin", "http://localhost:3000")
                        .GET())
                .status())
        .isEqualTo(200);
  }

  @Test
  void aFetchOfAnotherSiteIsRefusedEvenWithoutAnOrigin() {
    for (String site : new String[] {"cross-site", "same-site"}) {
      Reply reply =
          gateway.send(gateway.request("/api/v1/me").header("Sec-Fetch-Site", site).GET());
      assertThat(reply.status()).as(site).isEqualTo(403);
    }
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsAnsweredWithoutReadingIt() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send(
          "POST /api/v1/invoices HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
              + gateway.key
              + "\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n");
      assertThat(raw.statusLine()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsAnsweredAndTheClientSeesIt() {
    byte[] large = new byte[1024 * 1024 + 1];
    Reply declared =
        gateway.send(
            gateway
                .request("/api/v1/webhook/configure")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large)));
    assertThat(declared.status()).isEqualTo(413);
    assertThat(declared.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    Reply chunked =
        gateway.send(
            gateway
                .request("/api/v1/webhook/configure")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void aBodyOfOneMebibyteIsRead() {
    String text = "{\"x\":\"" + "a".repeat(1024 * 1024 - 8) + "\"}";
    assertThat(text).hasSize(1024 * 1024);
    assertThat(gateway.post("/api/v1/webhook/configure", text).status()).isEqualTo(422);
  }

  @Test
  void anotherMediaTypeIsRefused() {
    for (String type :
        new String[] {
          "text/plain", "application/x-www-form-urlencoded", "application/json; charset=koi8-r"
        }) {
      Reply reply =
          gateway.send(
              gateway
                  .request("/api/v1/webhook/configure")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("{}")));
      assertThat(reply.status()).as(type).isEqualTo(415);
      assertThat(reply.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @Test
  void aMediaTypeMayBeSpeltInManyWaysOrBeMissing() {
    for (String type : new String[] {"Application/JSON", "application/json;charset=\"UTF-8\""}) {
      Reply reply =
          gateway.send(
              gateway
                  .request("/api/v1/webhook/configure")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("{}")));
      assertThat(reply.status()).as(type).isEqualTo(422);
    }
    Reply silent =
        gateway.send(
            gateway.request("/api/v1/webhook/configure").POST(BodyPublishers.ofString("{}")));
    assertThat(silent.status()).isEqualTo(422);
  }

  @Test
  void aValidRequestIdIsEchoedAndAnyOtherIsReplaced() {
    Reply echoed =
        gateway.send(gateway.request("/api/v1/health").header("X-Request-Id", "till-7.42_a").GET());
    assertThat(echoed.header("X-Request-Id")).contains("till-7.42_a");
    for (String bad : new String[] {"a b", "x".repeat(65), "<script>"}) {
      Reply replaced =
          gateway.send(gateway.request("/api/v1/health").header("X-Request-Id", bad).GET());
      assertThat(replaced.header("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
    }
    assertThat(gateway.get("/nowhere").header("X-Request-Id")).isPresent();
  }

  @Test
  void everyUnusableKeyGetsTheVerySameAnswer() {
    String revoked =
        gateway.newKey(gateway.shop, duken.domain.Mode.TEST, duken.domain.tenant.ApiKey.Role.API);
    gateway.shopAccess.revoke(gateway.shopAccess.allKeys().getLast().id());
    String unknown = "kpa_test_" + "A".repeat(43);
    String almost = gateway.key.substring(0, gateway.key.length() - 1) + "~";
    Reply missing = gateway.send(gateway.bare("/api/v1/me").GET());
    assertThat(missing.status()).isEqualTo(401);
    assertThat(missing.code()).isEqualTo("UNAUTHORIZED");
    assertThat(missing.header("X-RateLimit-Limit")).isEmpty();
    for (String key : new String[] {revoked, unknown, almost, "kpa_live_x", "garbage"}) {
      Reply reply = gateway.send(gateway.bare("/api/v1/me").header("X-API-Key", key).GET());
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.text()).isEqualTo(missing.text());
    }
  }

  @Test
  void aKeyInTheQueryIsNotAKey() {
    Reply reply =
        gateway.send(
            gateway.bare("/api/v1/me?api_key=" + gateway.key + "&X-API-Key=" + gateway.key).GET());
    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void whoGuessesKeysIsSlowedDownAndARightKeyStillPasses() {
    for (int i = 0; i < 30; i++) {
      assertThat(gateway.send(gateway.bare("/api/v1/webhook/configure").GET()).status())
          .isEqualTo(401);
    }
    Reply slowed = gateway.send(gateway.bare("/api/v1/webhook/configure").GET());
    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.header("Retry-After")).contains("60");
    assertThat(gateway.get("/api/v1/webhook/configure").status()).isEqualTo(200);
    gateway.clock.move(java.time.Duration.ofSeconds(60));
    assertThat(gateway.send(gateway.bare("/api/v1/webhook/configure").GET()).status())
        .isEqualTo(401);
  }

  @Test
  void aSuspendedShopIsForbiddenEverything() {
    gateway.shopAccess.suspend(gateway.shop.id(), true);
    Reply reply = gateway.get("/api/v1/webhook/configure");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("FORBIDDEN");
    assertThat(reply.header("X-RateLimit-Remaining")).contains("60");
    assertThat(gateway.get("/api/v1/health").status()).isEqualTo(200);
  }

  @Test
  void aSuspendedShopIsForbiddenOnEveryRouteAndGoesOnAfterwards() {
    List<Route> routes =
        new GuardChainBuilder(gateway.parts, RunningGateway.options(), () -> false)
            .areas()
            .contract()
            .routes();
    assertThat(routes).hasSizeGreaterThan(15);
    gateway.shopAccess.suspend(gateway.shop.id(), true);
    for (Route route : routes) {
      Reply reply = call(route);
      assertThat(reply.status()).as(route.method() + " " + route.template()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("FORBIDDEN");
    }
    gateway.shopAccess.suspend(gateway.shop.id(), false);
    for (Route route : routes) {
      assertThat(call(route).status())
          .as(route.method() + " " + route.template())
          .isNotIn(401, 403, 500);
    }
  }

  private Reply call(Route route) {
    String path = "/api/v1" + route.template().replaceAll("\\{[^}]+}", "1");
    boolean form = path.endsWith("upload-image");
    String type = form ? "multipart/form-data; boundary=b" : "application/json";
    String body = form ? "--b--\r\n" : "{}";
    boolean bare = route.method().equals("GET") || route.method().equals("DELETE");
    HttpRequest.Builder request = gateway.request(path);
    return gateway.sendLoosely(
        bare
            ? request.method(route.method(), BodyPublishers.noBody())
            : request
                .header("Content-Type", type)
                .method(route.method(), BodyPublishers.ofString(body)));
  }

  @Test
  void anUnknownRouteIsNotFoundInTheEnvelope() {
    Reply reply = gateway.get("/api/v1/subscriptions");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
    assertThat(reply.at("/error_code")).isEqualTo("not_found");
    assertThat(reply.at("/message")).isEqualTo(reply.at("/error/message"));
    assertThat(gateway.get("/").status()).isEqualTo(404);
    assertThat(gateway.get("/api/v1x/health").status()).isEqualTo(404);
  }

  @Test
  void aWrongVerbIsToldWhichOnesAreRight() {
    Reply reply = gateway.send(gateway.request("/api/v1/webhook/configure").DELETE());
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(reply.header("Allow")).contains("GET, HEAD, POST");
    assertThat(gateway.get("/api/v1/invoices/qr").header("Allow")).contains("POST");
    assertThat(gateway.get("/api/v1/invoices/status/check").status()).isEqualTo(405);
  }

  @Test
  void aHeadIsAGetWithoutItsBody() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send("HEAD /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      String answer = raw.untilClosed();
      assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT))
          .containsPattern("content-length: [1-9]");
    }
  }

  @Test
  void messagesComeInTheLanguageThatIsPreferred() {
    assertThat(gateway.get("/api/v1/nowhere").at("/error/message")).isEqualTo("Не найдено");
    assertThat(inLanguage("en-US,en;q=0.9,ru;q=0.5")).isEqualTo("Not found");
    assertThat(inLanguage("kk")).isEqualTo("Табылмады");
    assertThat(inLanguage("de, fr;q=0.5")).isEqualTo("Не найдено");
    assertThat(inLanguage("*;;;q=")).isEqualTo("Не найдено");
  }

  @Test
  void withoutMirrorsOnlyTheEnvelopeIsLeft() {
    GatewayOptions o = RunningGateway.options();
    try (RunningGateway plain =
        new RunningGateway(
            new GatewayOptions(
                o.publicUrl(), o.hosts(), 60, false, null, o.version(), o.patience()))) {
      assertThat(plain.get("/api/v1/nowhere").text())
          .isEqualTo(
              "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"Не найдено\",\"fields\":{}}}");
    }
  }

  @Test
  void healthNeedsNoKeyAndTellsNothingOfShops() {
    Reply reply = gateway.send(gateway.bare("/api/v1/health").GET());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text())
        .isEqualTo("{\"status\":\"ok\",\"version\":\"1.0.0\",\"time\":\"2026-05-14T14:30:00Z\"}");
    assertThat(gateway.send(gateway.bare("/api/v1/status").GET()).text()).isEqualTo(reply.text());
    assertThat(gateway.send(gateway.bare("/api/v1/health").POST(BodyPublishers.noBody())).status())
        .isEqualTo(405);
  }

  @Test
  void healthSaysSoWhenTheStoreIsGone() {
    gateway.store.close();
    Reply reply = gateway.send(gateway.bare("/api/v1/health").GET());
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.text()).isEqualTo("{\"status\":\"unavailable\"}");
    Reply other = gateway.get("/api/v1/webhook/configure");
    assertThat(other.status()).isEqualTo(503);
    assertThat(other.code()).isEqualTo("SERVICE_UNAVAILABLE");
  }

  private String inLanguage(String acceptLanguage) {
    return gateway
        .send(gateway.request("/api/v1/nowhere").header("Accept-Language", acceptLanguage).GET())
        .at("/error/message");
  }
}
