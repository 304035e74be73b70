package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.WireJson;
import duken.webhook.ReceivingShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A day of an engine, good calls and bad ones, and then its log, read word by word. */
class LogHoldsNothingPersonalTest {

  private static final String PHONE = "87017654321";
  private static final String SECRET = "whsec_very_secret_0123456789abcd";
  private static final String COMMENT = "Подарок для Айгуль";

  private final List<String> forbidden = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void aWholeRunLeavesNoPhoneNameKeySecretOrToken() throws IOException {
    String key;
    try (DukenProcess command =
        DukenProcess.start(
            "key",
            "create",
            "--tenant",
            "ИП Ахметова",
            "--mode",
            "test",
            "--json",
            "--data",
            folder.toString())) {
      assertThat(command.exitCode()).isZero();
      key = WireJson.mapper().readTree(command.out()).get("key").asString();
    }
    String said;
    try (ReceivingShop receiver = ReceivingShop.open(SECRET, Clock.systemUTC());
        DukenProcess engine =
            DukenProcess.start(
                Map.of("DUKEN_LOG_LEVEL", "debug", "DUKEN_WARM_UP", "yes"),
                "engine",
                "--data",
                folder.toString(),
                "--port",
                "0");
        HttpClient http = HttpClient.newHttpClient()) {
      Shop shop = new Shop(http, engine.url(), key);
      liveADay(shop, receiver);
      JsonNode running =
          WireJson.mapper().readTree(Files.readString(folder.resolve("run/engine.json")));
      forbid(key.substring(13), running.get("admin_key").asString(), SECRET.substring(6));
      forbid(running.get("desk_key").asString().substring(13));
      assertThat(engine.terminate().exitCode()).isZero();
      said = engine.out() + engine.err();
    }
    forbid(PHONE.substring(1), "7 (701)", "765-43-21", "7654321", COMMENT, "Айгуль", "Ахметова");

    String log = log() + said;
    assertThat(log).containsPattern("invoice [0-9]+: pending -> paid");
    assertThat(forbidden).allSatisfy(word -> assertThat(log).doesNotContain(word));
  }

  private void liveADay(Shop shop, ReceivingShop receiver) {
    shop.post(
        "/api/v1/webhook/configure",
        "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(receiver.url(), SECRET));
    JsonNode bill =
        shop.post(
            "/api/v1/invoices",
            "{\"amount\":15000,\"phone_number\":\"+7 (701) 765-43-21\",\"description\":\"%s\"}"
                .formatted(COMMENT));
    JsonNode qr = shop.post("/api/v1/invoices/qr", "{\"amount\":\"99.90\"}");
    JsonNode declined =
        shop.post("/api/v1/invoices", "{\"amount\":700,\"phone_number\":\"%s\"}".formatted(PHONE));
    forbid(qr.get("qr_token").asString(), token(bill), token(declined));
    shop.get("/pay/" + token(bill));
    shop.get("/qr/" + token(qr) + ".png");
    shop.get("/pay/" + token(qr) + "x");
    JsonNode paid =
        shop.post("/api/v1/invoices/" + id(bill) + "/simulate-status", "{\"status\":\"paid\"}");
    forbid(paid.get("client_name").asString());
    shop.post("/api/v1/invoices/" + id(qr) + "/simulate-status", "{\"status\":\"paid\"}");
    shop.post("/api/v1/invoices/" + id(declined) + "/cancel", "{}");
    shop.post("/api/v1/invoices/" + id(bill) + "/refund", "{\"reason\":\"%s\"}".formatted(COMMENT));
    shop.get("/api/v1/invoices?search=" + PHONE);
    shop.get("/desk/v1/payer?phone=" + PHONE);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> receiver.events().size() >= 4);

    // What goes wrong says even less.
    shop.post("/api/v1/invoices", "{\"phone_number\":\"" + PHONE + "\", broken");
    shop.post("/api/v1/invoices", "{\"amount\":1,\"phone_number\":\"" + PHONE + "9\"}");
    shop.with(shop.key() + "x").get("/api/v1/me");
    shop.with("kpa_test_" + "z".repeat(40)).get("/api/v1/me");
    forbid("z".repeat(40));
    receiver.answerWith(_ -> 500);
    shop.post("/api/v1/webhook/test", "{}");
  }

  private void forbid(String... words) {
    Stream.of(words).forEach(word -> assertThat(word).hasSizeGreaterThan(4));
    forbidden.addAll(List.of(words));
  }

  private String log() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static long id(JsonNode invoice) {
    return invoice.get("id").asLong();
  }

  private static String token(JsonNode invoice) {
    return invoice.get("payment_url").asString().replaceAll(".*/pay/", "");
  }

  /** A shop's program that does not mind being refused. */
  private record Shop(HttpClient http, String url, String key) {

    Shop with(String other) {
      return new Shop(http, url, other);
    }

    JsonNode post(String path, String body) {
      return send(
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) {
      return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private JsonNode send(HttpRequest.Builder request) {
      try {
        HttpResponse<String> answer =
            http.send(
                request.header("X-API-Key", key).build(), HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Content-Type").orElse("").contains("json")
            ? WireJson.mapper().readTree(answer.body())
            : WireJson.mapper().nullNode();
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
