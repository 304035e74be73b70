package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.smartpos.TerminalSimulator;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A Smart POS terminal as an owner meets it: real processes, a person at the terminal, kill -9. */
class SmartPosProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private TerminalSimulator terminal;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void openTheTerminal() throws IOException {
    terminal = TerminalSimulator.start(0, Clock.systemUTC());
    Files.writeString(folder.resolve("duken.properties"), "log.level=debug\n");
  }

  @AfterEach
  void closeTheTerminal() {
    http.close();
    terminal.close();
    assertThat(terminal.complaints()).isEmpty();
  }

  private DukenProcess command(String... words) {
    return DukenProcess.start(
        Stream.concat(Stream.of(words), Stream.of("--data", folder.toString()))
            .toArray(String[]::new));
  }

  private JsonNode said(String... words) {
    try (DukenProcess command = command(words)) {
      assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
      return WireJson.mapper().readTree(command.out());
    }
  }

  private HttpResponse<String> call(DukenProcess engine, String key, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(engine.url() + "/api/v1" + path))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json");
    try {
      return http.send(
          (body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body)))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }

  private void awaits(DukenProcess engine, String key, long id, String status) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                WireJson.mapper()
                    .readTree(call(engine, key, "/invoices/" + id, null).body())
                    .get("status")
                    .asString()
                    .equals(status));
  }

  @Test
  void whatWasBegunBeforeAKillEndsAfterItAndNoTokenLiesInTheClear() throws IOException {
    try (DukenProcess pairing =
        command("connect", "smart-pos", "--tenant", "Shop", "--address", terminal.address())) {
      await().atMost(PATIENCE).until(() -> !terminal.asking().isEmpty());
      terminal.press("allow");
      assertThat(pairing.exitCode()).as(pairing.out() + pairing.err()).isZero();
      assertThat(pairing.out()).contains(terminal.fingerprint());
    }
    String key =
        said("key", "create", "--tenant", "Shop", "--mode", "live", "--json").get("key").asString();
    long running;
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      HttpResponse<String> made = call(engine, key, "/invoices/terminal", "{\"amount\":2500}");
      assertThat(made.statusCode()).isEqualTo(201);
      running = WireJson.mapper().readTree(made.body()).get("id").asLong();
      ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
      await().atMost(PATIENCE).until(() -> !engine.isAlive());
    }
    terminal.act("card");
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      awaits(engine, key, running, "paid");
      terminal.fault("payment", "hang-after");
      http.sendAsync(
          HttpRequest.newBuilder(URI.create(engine.url() + "/api/v1/invoices/terminal"))
              .header("X-API-Key", key)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"amount\":700}"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
      await().atMost(PATIENCE).until(() -> terminal.calls().get("payment") == 2);
      ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
      await().atMost(PATIENCE).until(() -> !engine.isAlive());
    }
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      HttpResponse<String> busy = call(engine, key, "/invoices/terminal", "{\"amount\":100}");
      assertThat(busy.statusCode()).isEqualTo(409);
      long unsure = WireJson.mapper().readTree(busy.body()).get("invoice_id").asLong();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  call(engine, key, "/invoices/" + unsure, null).body().contains("start_unknown"));
      try (DukenProcess answer =
          command(
              "terminal",
              "answer",
              Long.toString(unsure),
              "paid",
              "--reason",
              "the slip says so")) {
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
      }
      awaits(engine, key, unsure, "paid");
    }
    assertThat(terminal.calls()).containsEntry("payment", 2);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(terminal.tokens()).isNotEmpty();
      for (Path file : all) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(terminal.tokens()).as("tokens in %s", file).noneMatch(text::contains);
      }
    }
  }
}
