package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.WireJson;
import duken.app.ShopProgram.Plan;
import duken.app.ShopProgram.Wish;
import duken.webhook.ReceivingShop;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the engine again and again while shops work with it, then compares three ledgers that know
 * nothing of each other: the practice bank's, the database's, and the webhook receiver's. Where it
 * is killed differs each time; {@code -Dduken.kills=N} kills more often than a build can wait for.
 */
class CrashTest {

  private static final int KILLS = Integer.getInteger("duken.kills", 12);
  private static final int PROGRAMS = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PLANS_PER_LIFE = 16;
  private static final int CALLS_PER_LIFE = 40;
  private static final int LONGEST_LIFE_SECONDS = 3;
  private static final Set<String> HAS_MONEY = Set.of("paid", "partially_refunded", "refunded");
  private static final String SECRET = "whsec_only_for_this_test_0123456789";

  private final BlockingQueue<Plan> plans = new LinkedBlockingQueue<>();
  private final List<Plan> planned = new ArrayList<>();
  private final Map<String, Long> answered = new ConcurrentHashMap<>();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final Semaphore settled = new Semaphore(0);
  private final AtomicBoolean over = new AtomicBoolean();
  private final Random random = new Random(Long.getLong("duken.seed", System.nanoTime()));

  @TempDir private Path folder;

  @Test
  void whereverItIsKilledNothingIsLostAndNothingIsSettledTwice() throws Exception {
    int port = freePort();
    String url = "http://127.0.0.1:" + port;
    String key = createKey();
    try (ReceivingShop receiver = ReceivingShop.open(SECRET, Clock.systemUTC());
        HttpClient http = HttpClient.newHttpClient();
        ExecutorService shops = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = () -> over.set(true)) {
      try (DukenProcess first = engine(port)) {
        configureWebhook(http, url, key, receiver.url());
        first.kill();
      }
      // A receiver that sometimes fails, so that retries are under way when the engine dies.
      receiver.answerWith(_ -> random.nextInt(10) == 0 ? 500 : 200);
      List<Future<?>> programs = startPrograms(shops, url, key);
      for (int kill = 0; kill < KILLS; kill++) {
        planMore();
        try (DukenProcess engine = engine(port)) {
          // Sometimes while it still recovers, mostly in the middle of its work.
          if (random.nextInt(6) > 0) {
            settled.tryAcquire(
                1 + random.nextInt(CALLS_PER_LIFE), LONGEST_LIFE_SECONDS, TimeUnit.SECONDS);
          }
          engine.kill();
          settled.drainPermits();
        }
      }
      try (DukenProcess _ = engine(port)) {
        programs.forEach(_ -> plans.add(new Plan("", false, Wish.PAID)));
        for (Future<?> program : programs) {
          program.get(1, TimeUnit.MINUTES);
        }
        receiver.answerWith(_ -> 200);
        compare(http, url, key, receiver);
      }
    }
  }

  private void compare(HttpClient http, String url, String key, ReceivingShop receiver) {
    assertThat(interrupted.get()).as("calls that a kill cut off").isPositive();
    // A refund whose bank answer a kill took away is under way until the engine has looked it up.
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> comparePlans(database(http, url, key)));
    Map<String, JsonNode> database = database(http, url, key);
    Map<Long, JsonNode> bank = bank();

    // The bank: one payment for each sale, the same sums, the same money given back. Only a sale
    // that was cancelled before its bank heard of it may be unknown there.
    Set<Long> known = new HashSet<>(bank.keySet());
    for (JsonNode invoice : database.values()) {
      long id = invoice.get("id").asLong();
      String status = invoice.get("status").asString();
      if (!known.remove(id)) {
        assertThat(status).as("the bank knows nothing of %s", invoice).isEqualTo("cancelled");
        continue;
      }
      JsonNode payment = bank.get(id);
      assertThat(payment.get("stage").asString().equals("PAID"))
          .as("%s and %s", invoice, payment)
          .isEqualTo(HAS_MONEY.contains(status));
      assertThat(tiyn(invoice.get("amount"))).isEqualTo(payment.get("amount").asLong());
      assertThat(tiyn(invoice.get("total_refunded"))).isEqualTo(givenBack(payment));
    }
    assertThat(known).as("payments at the bank that the database does not know").isEmpty();

    // The receiver: told of every change that has a webhook, in order, and of nothing else.
    Map<Long, List<String>> due =
        database.values().stream()
            .filter(i -> !i.get("status").asString().equals("pending"))
            .collect(Collectors.toMap(i -> i.get("id").asLong(), CrashTest::announcements));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(different(due, told(receiver))).isEmpty());
    assertThat(receiver.refusals()).isEmpty();
  }

  /** The database: each sale once, and as far as the shop was told. */
  private void comparePlans(Map<String, JsonNode> database) {
    assertThat(database).hasSize(planned.size());
    for (Plan plan : planned) {
      JsonNode invoice = database.get(plan.name());
      assertThat(invoice.get("id").asLong()).isEqualTo(answered.get(plan.name()));
      assertThat(invoice.get("status").asString())
          .as(() -> plan + ": " + invoice + ", at the bank " + atBank(invoice))
          .isEqualTo(expected(plan));
      assertThat(invoice.get("amount").asString()).isEqualTo(ShopProgram.amountOf(plan));
    }
  }

  private String atBank(JsonNode invoice) {
    return String.valueOf(bank().get(invoice.get("id").asLong()));
  }

  /** What differs between the two, in words, so that a failure can be read. */
  private static List<String> different(Map<Long, List<String>> due, Map<Long, List<String>> told) {
    return Stream.concat(due.keySet().stream(), told.keySet().stream())
        .distinct()
        .filter(id -> !Objects.equals(due.get(id), told.get(id)))
        .map(id -> "invoice " + id + ": due " + due.get(id) + ", told " + told.get(id))
        .toList();
  }

  private static String expected(Plan plan) {
    return switch (plan.wish()) {
      case PAID -> "paid";
      case REFUNDED -> "refunded";
      case CANCELLED -> "cancelled";
      case LEFT_OPEN -> "pending";
    };
  }

  private static List<String> announcements(JsonNode invoice) {
    String status = invoice.get("status").asString();
    return status.equals("refunded") ? List.of("paid", "refunded") : List.of(status);
  }

  /** Statuses by invoice in the order they were accepted, each event once. */
  private static Map<Long, List<String>> told(ReceivingShop receiver) {
    Map<Long, List<String>> told = new HashMap<>();
    receiver
        .events()
        .forEach(
            event ->
                told.computeIfAbsent(event.invoiceId(), _ -> new ArrayList<>())
                    .add(event.status()));
    return told;
  }

  /** The newest line of each payment in the bank's journal, by invoice; more than one fails. */
  private Map<Long, JsonNode> bank() {
    Map<String, JsonNode> byOperation = new LinkedHashMap<>();
    try {
      Files.readString(folder.resolve("practice-bank").resolve("ledger.jsonl"))
          .lines()
          .map(line -> JSON.readTree(line))
          .forEach(payment -> byOperation.put(payment.get("operationId").asString(), payment));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return byOperation.values().stream()
        .collect(Collectors.toMap(payment -> payment.get("invoiceId").asLong(), p -> p));
  }

  private static long givenBack(JsonNode payment) {
    return payment.get("returned").valueStream().mapToLong(r -> r.get("amount").asLong()).sum();
  }

  private static long tiyn(JsonNode decimal) {
    return new BigDecimal(decimal.asString()).movePointRight(2).longValueExact();
  }

  private Map<String, JsonNode> database(HttpClient http, String url, String key) {
    Map<String, JsonNode> byOrder = new LinkedHashMap<>();
    long total = 1;
    for (long offset = 0; offset < total; offset += 100) {
      JsonNode page =
          call(
              http,
              HttpRequest.newBuilder(
                  URI.create(url + "/api/v1/invoices?limit=100&sort=created_at&offset=" + offset)),
              key);
      total = page.get("meta").get("total").asLong();
      for (JsonNode invoice : page.get("data")) {
        assertThat(byOrder.put(invoice.get("external_order_id").asString(), invoice))
            .as("two invoices for one Idempotency-Key: %s", invoice)
            .isNull();
      }
    }
    return byOrder;
  }

  private void configureWebhook(HttpClient http, String url, String key, String receiver) {
    call(
        http,
        HttpRequest.newBuilder(URI.create(url + "/api/v1/webhook/configure"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(receiver, SECRET))),
        key);
  }

  private static JsonNode call(HttpClient http, HttpRequest.Builder request, String key) {
    try {
      HttpResponse<String> answer =
          http.send(request.header("X-API-Key", key).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return WireJson.mapper().readTree(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<Future<?>> startPrograms(ExecutorService shops, String url, String key) {
    return IntStream.range(0, PROGRAMS)
        .<Future<?>>mapToObj(
            _ ->
                shops.submit(
                    new ShopProgram(url, key, plans, answered, interrupted, settled, over)))
        .toList();
  }

  private void planMore() {
    for (int i = 0; i < PLANS_PER_LIFE; i++) {
      Plan plan =
          new Plan(
              "sale-%06d".formatted(planned.size()),
              random.nextBoolean(),
              Wish.values()[random.nextInt(Wish.values().length)]);
      planned.add(plan);
      plans.add(plan);
    }
  }

  private DukenProcess engine(int port) {
    DukenProcess engine =
        DukenProcess.start(
            Map.of("DUKEN_RATE_LIMIT_PER_MINUTE", "1000000"),
            "engine",
            "--data",
            folder.toString(),
            "--port",
            String.valueOf(port));
    engine.url();
    return engine;
  }

  private String createKey() {
    try (DukenProcess command =
        DukenProcess.start(
            "key",
            "create",
            "--tenant",
            "Shop",
            "--mode",
            "test",
            "--json",
            "--data",
            folder.toString())) {
      assertThat(command.exitCode()).as(command.err()).isZero();
      return WireJson.mapper().readTree(command.out()).get("key").asString();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
