package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.smartpos.TerminalSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One engine with six terminals, each at another step of a payment or a refund, killed with all of
 * them at once.
 */
class SmartPosKillTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, TerminalSimulator> terminals = new LinkedHashMap<>();

  @TempDir private Path folder;
  private DukenProcess engine;
  private String apiKey;
  private String deskKey;

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
    http.close();
    terminals.values().forEach(TerminalSimulator::close);
    terminals.forEach((till, it) -> assertThat(it.complaints()).as(till).isEmpty());
  }

  @Test
  void nothingIsStartedTwiceAndNothingIsLostWhicheverStepTheKillFindsItAt() throws IOException {
    engine = DukenProcess.engineIn(folder);
    pairAll();

    begin("asked", 100, "hang");
    begin("begun", 200, "hang-after");
    long running = sold("running", 300);
    long paid = sold("paid", 400);
    long refunding = paid("refund-begun", 500);
    long returning = paid("refund-running", 600);
    terminals.get("paid").fault("status", "hang!");
    terminals.get("paid").act("card");
    terminals.get("refund-begun").fault("refund", "hang-after");
    later("/api/v1/invoices/" + refunding + "/refund", "{\"amount\":50}");
    assertThat(post("/api/v1/invoices/" + returning + "/refund", "{\"amount\":60}").has("refund"))
        .isTrue();
    called("asked", "payment");
    called("begun", "payment");
    called("refund-begun", "refund");
    engine.kill();

    terminals.get("paid").fault("status", "");
    terminals.get("running").act("qr");
    terminals.get("refund-running").act("confirm");
    engine = DukenProcess.engineIn(folder);

    awaits(running, "/status", "paid");
    awaits(paid, "/status", "paid");
    awaits(returning, "/total_refunded", "60.00");
    for (String till : new String[] {"asked", "begun", "refund-begun"}) {
      JsonNode busy = post("/api/v1/invoices/terminal", order(till, 1));
      assertThat(busy.at("/error/code").asString()).as(till).isEqualTo("TERMINAL_BUSY");
    }
    long asked = holder("asked");
    long begun = holder("begun");
    assertThat(holder("refund-begun")).isEqualTo(refunding);
    awaits(asked, "/error_code", "start_unknown");
    awaits(begun, "/error_code", "start_unknown");

    answer(asked, "nothing");
    terminals.get("begun").act("card");
    answer(begun, "paid");
    terminals.get("refund-begun").act("confirm");
    answer(refunding, "paid");
    awaits(begun, "/status", "paid");
    awaits(refunding, "/total_refunded", "50.00");
    awaits(sold("asked", 700), "/status", "pending");
    awaits(asked, "/status", "cancelled");

    terminals.forEach(
        (till, it) ->
            assertThat(it.calls().get("payment"))
                .as("payments at " + till)
                .isEqualTo(till.equals("asked") ? 2 : 1));
    assertThat(terminals.get("refund-begun").calls()).containsEntry("refund", 1);
    assertThat(terminals.get("refund-running").calls()).containsEntry("refund", 1);
  }

  private void pairAll() throws IOException {
    for (String till :
        new String[] {"asked", "begun", "running", "paid", "refund-begun", "refund-running"}) {
      TerminalSimulator it = TerminalSimulator.start(0, Clock.systemUTC());
      it.set("pairing", "allow");
      it.set("serial", till);
      terminals.put(till, it);
    }
    Map.Entry<String, TerminalSimulator> first = terminals.entrySet().iterator().next();
    said("connect", "smart-pos", "--address", first.getValue().address(), "--name", first.getKey());
    apiKey = key("api");
    deskKey = key("desk");
    for (Map.Entry<String, TerminalSimulator> it : terminals.entrySet()) {
      if (it.getKey().equals(first.getKey())) {
        continue;
      }
      String values =
          "{\"values\":{\"address\":\"%s\",\"name\":\"%s\"}}"
              .formatted(it.getValue().address(), it.getKey());
      send("/desk/v1/providers/smart-pos/connect", deskKey, values);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  send("/desk/v1/providers/attempt", deskKey, null)
                      .at("/state")
                      .asString()
                      .equals("connected"));
    }
  }

  private void begin(String till, int tenge, String fault) {
    terminals.get(till).fault("payment", fault);
    later("/api/v1/invoices/terminal", order(till, tenge));
  }

  private long sold(String till, int tenge) {
    JsonNode made = post("/api/v1/invoices/terminal", order(till, tenge));
    assertThat(made.at("/status").asString()).as(made.toString()).isEqualTo("pending");
    return made.get("id").asLong();
  }

  private long paid(String till, int tenge) {
    long sale = sold(till, tenge);
    terminals.get(till).act("card");
    awaits(sale, "/status", "paid");
    return sale;
  }

  private void called(String till, String call) {
    await().atMost(PATIENCE).until(() -> terminals.get(till).calls().containsKey(call));
  }

  /** The invoice that holds the terminal of a till. */
  private long holder(String till) {
    return post("/api/v1/invoices/terminal", order(till, 1)).get("invoice_id").asLong();
  }

  private void answer(long invoice, String seen) {
    send(
        "/desk/v1/sales/" + invoice + "/answer",
        deskKey,
        "{\"seen\":\"%s\",\"reason\":\"looked\",\"confirmed\":true}".formatted(seen));
  }

  private void awaits(long invoice, String field, String value) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(send("/api/v1/invoices/" + invoice, apiKey, null).at(field).asString(""))
                    .isEqualTo(value));
  }

  private static String order(String till, int tenge) {
    return "{\"amount\":%d,\"terminal\":\"%s\"}".formatted(tenge, till);
  }

  private JsonNode post(String path, String body) {
    return send(path, apiKey, body);
  }

  private JsonNode send(String path, String key, String body) {
    try {
      return WireJson.mapper()
          .readTree(http.send(request(path, key, body), BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }

  /** Asks without waiting for the answer. */
  private void later(String path, String body) {
    http.sendAsync(request(path, apiKey, body), BodyHandlers.discarding());
  }

  private HttpRequest request(String path, String key, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(engine.url() + path))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json");
    return (body == null ? request : request.POST(BodyPublishers.ofString(body))).build();
  }

  private String key(String role) {
    String made = said("key", "create", "--mode", "live", "--role", role, "--json");
    return WireJson.mapper().readTree(made).get("key").asString();
  }

  private String said(String... words) {
    String[] whole =
        Stream.concat(Stream.of(words), Stream.of("--tenant", "Shop", "--data", folder.toString()))
            .toArray(String[]::new);
    try (DukenProcess command = DukenProcess.start(whole)) {
      assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
      return command.out();
    }
  }
}
