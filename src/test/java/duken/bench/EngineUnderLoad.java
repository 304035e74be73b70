package duken.bench;

import duken.api.WireJson;
import duken.app.DukenProcess;
import duken.simulator.BankSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An engine in a process of its own with a key to it, and calls to it. Thread-safe. */
final class EngineUnderLoad implements AutoCloseable {

  private final Path folder;
  private final DukenProcess process;
  private final Calls calls;

  /** In training. */
  EngineUnderLoad() throws IOException {
    this(Files.createTempDirectory("duken-bench"), "test");
  }

  /** Connected to this bank, for real money. */
  static EngineUnderLoad at(BankSimulator bank) throws IOException {
    Path folder = Files.createTempDirectory("duken-bench");
    Files.writeString(
        folder.resolve("duken.properties"),
        "cashier.entrance-url=%1$s\ncashier.mtoken-url=%1$s\ncashier.qrpay-url=%1$s\n"
            .formatted(bank.url()));
    String[] connect = {
      "connect",
      "cashier",
      "--tenant",
      "Bench",
      "--phone",
      "7010000001",
      "--accept-notice",
      "--data",
      folder.toString()
    };
    try (DukenProcess command = DukenProcess.start(connect)) {
      if (command.type(bank.behaviour().code()).hangUp().exitCode() != 0) {
        throw new IOException(command.err());
      }
    }
    return new EngineUnderLoad(folder, "live");
  }

  private EngineUnderLoad(Path folder, String mode) throws IOException {
    this.folder = folder;
    String key;
    try (DukenProcess command =
        DukenProcess.start(
            "key",
            "create",
            "--tenant",
            "Bench",
            "--mode",
            mode,
            "--json",
            "--data",
            folder.toString())) {
      if (command.exitCode() != 0) {
        throw new IOException(command.err());
      }
      key = WireJson.mapper().readTree(command.out()).get("key").asString();
    }
    process =
        DukenProcess.start(
            Map.of("DUKEN_RATE_LIMIT_PER_MINUTE", "1000000"),
            "engine",
            "--data",
            folder.toString(),
            "--port",
            "0");
    calls = new Calls(process.url(), key);
  }

  JsonNode post(String path, String body) {
    return calls.post(path, body);
  }

  long createQr() {
    return calls.createQr();
  }

  Calls calls() {
    return calls;
  }

  /** Of the engine's process. */
  long pid() {
    return process.pid();
  }

  long residentMebibytes() {
    return residentMebibytes(process.pid());
  }

  long createBill() {
    return post("/invoices", "{\"amount\":1500,\"phone_number\":\"87011234567\"}")
        .get("id")
        .asLong();
  }

  /** Calls of a shop's program. */
  record Calls(String url, String key, HttpClient http) {

    Calls(String url, String key) {
      this(url, key, HttpClient.newHttpClient());
    }

    JsonNode post(String path, String body) {
      try {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                    .header("X-API-Key", key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return WireJson.mapper().readTree(answer.body());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Creates a QR invoice; its id. */
    long createQr() {
      return post("/invoices/qr", "{\"amount\":1500}").get("id").asLong();
    }
  }

  /** What a process holds in memory, MiB. */
  static long residentMebibytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.terminate().exitCode();
    calls.http().close();
  }
}
