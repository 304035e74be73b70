package duken.bench;

import duken.webhook.ReceivingShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What engine and window hold in memory, at rest and after a thousand sales. */
final class Memory {

  private static final int SALES = 1000;
  private static final int REST_SECONDS = 10;
  private static final String SECRET = "whsec_only_for_benchmarks_0123456789";

  private Memory() {}

  static void measure() throws IOException, InterruptedException {
    System.out.println("\n## Memory, MiB resident\n");
    System.out.println("| process | at rest | after 1,000 sales |\n|---|---|---|");
    try (ReceivingShop shop = ReceivingShop.open(SECRET, Clock.systemUTC())) {
      Path folder = Files.createTempDirectory("duken-bench");
      long[] engine = held("duken.app.Main", List.of("engine"), folder, shop);
      System.out.printf("| duken engine | %d | %d |%n", engine[0], engine[1]);
      folder = Files.createTempDirectory("duken-bench");
      long[] desk = held("duken.app.Main", List.of("desk"), folder, shop);
      System.out.printf("| duken desk, window and engine in one | %d | %d |%n", desk[0], desk[1]);
    }
  }

  private static long[] held(String main, List<String> command, Path folder, ReceivingShop shop)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(WindowStart.launcher());
    words.addAll(List.of("-classpath", WindowStart.classPath(), main));
    words.addAll(command);
    words.addAll(List.of("--data", folder.toString(), "--port", "0"));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("DUKEN_RATE_LIMIT_PER_MINUTE", "1000000");
    Process process = builder.start();
    Thread.ofVirtual().start(() -> drain(process));
    try {
      JsonNode running = running(folder);
      rest(process);
      long before = EngineUnderLoad.residentMebibytes(process.pid());
      EngineUnderLoad.Calls calls =
          new EngineUnderLoad.Calls(
              running.get("url").asString(), running.get("desk_key").asString());
      calls.post(
          "/webhook/configure", "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(shop.url(), SECRET));
      for (int i = 0; i < SALES; i++) {
        long id = calls.createQr();
        calls.post("/invoices/" + id + "/simulate-status", "{\"status\":\"paid\"}");
      }
      rest(process);
      return new long[] {before, EngineUnderLoad.residentMebibytes(process.pid())};
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static JsonNode running(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("run").resolve("engine.json");
    for (int i = 0; i < 600 && !Files.exists(file); i++) {
      pause(100);
    }
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }

  private static void rest(Process process) throws InterruptedException {
    if (process.waitFor(REST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it ended by itself");
    }
  }

  private static void pause(long millis) throws InterruptedException {
    new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  private static void drain(Process process) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      // Only so that it is never blocked by a full pipe.
      lines.lines().forEach(_ -> {});
    } catch (IOException _) {
      // It was ended.
    }
  }
}
