package duken.bench;

import duken.api.WireJson;
import duken.app.DukenProcess;
import duken.store.jdbc.ListPlans;
import duken.store.jdbc.ManySales;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists, searches, counts and sums of a shop that sold a little and of one that sold a lot. */
final class Lists {

  private static final int FEW = 1_000;
  private static final int MANY = 500_000;
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 10;
  private static final int CREATED = 300;

  private final boolean postgres;
  private final Instant now = Instant.now();

  private Lists(boolean postgres) {
    this.postgres = postgres;
  }

  /** Prints a table for one of the databases; plans go to {@code target/plans-….txt}. */
  static void measure(boolean postgres) throws IOException, InterruptedException, SQLException {
    new Lists(postgres).measure();
  }

  private void measure() throws IOException, InterruptedException, SQLException {
    Map<String, Spread> few = of(FEW);
    Map<String, Spread> many = of(MANY);
    System.out.printf(
        "%n## Lists on %s, ms: median (5 %% – 95 %%)%n%n", postgres ? "PostgreSQL" : "H2");
    System.out.printf("| question | of %,d sales | of %,d sales |%n|---|---|---|%n", FEW, MANY);
    few.forEach(
        (name, spread) -> System.out.printf("| %s | %s | %s |%n", name, spread, many.get(name)));
  }

  private Map<String, Spread> of(int sales) throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory("duken-bench");
    String url = postgres ? TestStores.postgresUrl() : "jdbc:h2:file:" + folder.resolve("duken");
    Map<String, String> variables =
        Map.of("DUKEN_RATE_LIMIT_PER_MINUTE", "1000000", "DUKEN_DATABASE_URL", postgres ? url : "");
    String key = key(variables, folder, "api");
    String deskKey = key(variables, folder, "desk");
    long begun = System.nanoTime();
    try (Connection connection =
        postgres
            ? DriverManager.getConnection(url)
            : DriverManager.getConnection(url + ";DB_CLOSE_DELAY=0", "sa", "")) {
      new ManySales(1, sales, now).into(connection);
    }
    System.out.printf(
        "filled with %,d in %d s%n", sales, (System.nanoTime() - begun) / 1_000_000_000);
    Map<String, Spread> figures;
    DukenProcess engine =
        DukenProcess.start(
            variables, List.of("-Xmx512m"), "engine", "--data", folder.toString(), "--port", "0");
    try (HttpClient http = HttpClient.newHttpClient()) {
      figures = asked(new Asked(http, engine.url(), key, deskKey), sales);
    } finally {
      engine.terminate().exitCode();
    }
    if (sales == MANY) {
      System.err.println("explaining");
      Path plans = Path.of("target", "plans-" + (postgres ? "postgresql" : "h2") + ".txt");
      Files.writeString(plans, ListPlans.of(url, postgres ? null : "sa", 1, sales, now));
      System.out.println("plans: " + plans);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return figures;
  }

  private static String key(Map<String, String> variables, Path folder, String role)
      throws IOException {
    try (DukenProcess command =
        DukenProcess.start(
            variables,
            "key",
            "create",
            "--tenant",
            "Bench",
            "--mode",
            "test",
            "--role",
            role,
            "--json",
            "--data",
            folder.toString())) {
      if (command.exitCode() != 0) {
        throw new IOException(command.err());
      }
      return WireJson.mapper().readTree(command.out()).get("key").asString();
    }
  }

  private record Asked(HttpClient http, String url, String key, String desk) {

    String get(String path, String query) {
      return send(path, query, null);
    }

    String send(String path, String query, String body) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path + query))
              .header("X-API-Key", path.startsWith("/desk") ? desk : key);
      if (body != null) {
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
      }
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Map<String, Spread> asked(Asked asked, int sales) {
    String api = "/api/v1/invoices";
    String desk = "/desk/v1/sales";
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    String month = "?from=" + today.minusDays(40) + "&to=" + today.minusDays(10);
    String year = "?from=" + today.minusDays(364) + "&to=" + today;
    String deep = "offset=" + sales / 5;
    String order = "order-%07d".formatted(knownOrder(asked, sales));
    Map<String, Runnable> questions = new LinkedHashMap<>();
    ask(questions, "first page", asked, api, "");
    ask(questions, "page at offset 100,000 (a fifth)", asked, api, "?" + deep);
    ask(questions, "`status=paid`, first page", asked, api, "?status=paid");
    ask(questions, "`status=paid` at that offset", asked, api, "?status=paid&" + deep);
    ask(questions, "`status=pending,cancelling`: none", asked, api, "?status=pending,cancelling");
    ask(questions, "a month, created", asked, api, month);
    ask(questions, "a month, `status=paid`", asked, api, month + "&status=paid");
    ask(questions, "a month, `date_field=paid_at`", asked, api, month + "&date_field=paid_at");
    for (String sort : List.of("id", "amount", "status", "client_name")) {
      ask(questions, "`sort_by=" + sort + "`", asked, api, "?sort_by=" + sort);
    }
    ask(questions, "search: an order number", asked, api, "?search=" + order);
    ask(questions, "search: its last digits", asked, api, "?search=" + order.substring(9));
    ask(
        questions,
        "search: order number and a word",
        asked,
        api,
        "?search=" + text("заказ №" + knownText(asked, sales) + ", "));
    ask(questions, "search: a word in 5 % of all", asked, api, "?search=" + text("кофе"));
    ask(questions, "search: nothing like it", asked, api, "?search=" + text("нетакого"));
    ask(questions, "window: today with sums", asked, desk, "?from=" + today + "&to=" + today);
    ask(questions, "window: the year with sums", asked, desk, year);
    ask(
        questions,
        "window: the year's paid ones",
        asked,
        desk,
        year + "&status=paid,partially_refunded");
    ask(questions, "window: the year at that offset", asked, desk, year + "&" + deep);
    ask(questions, "window: four digits of a phone or sum", asked, desk, year + "&search=4567");
    String goods = "/api/v1/catalog";
    ask(questions, "catalog, an item for ten sales: first page", asked, goods, "");
    ask(questions, "catalog: search in the middle of names", asked, goods, "?search=777");
    ask(questions, "catalog: first letter", asked, goods, "?first_char=" + text("о"));
    Map<String, Spread> figures = new LinkedHashMap<>();
    questions.forEach(
        (name, question) -> {
          figures.put(name, timed(question, ROUNDS));
          System.err.println(name + ": " + figures.get(name));
        });
    figures.put(
        "creating a QR",
        timed(() -> asked.send("/api/v1/invoices/qr", "", "{\"amount\":1500}"), CREATED));
    figures.put(
        "creating a QR with order number and description",
        timed(
            () ->
                asked.send(
                    "/api/v1/invoices/qr",
                    "",
                    "{\"amount\":1500,\"external_order_id\":\"order-%d\",\"description\":\"Заказ №%d, кофе\"}"
                        .formatted(System.nanoTime(), System.nanoTime())),
            CREATED));
    return figures;
  }

  private static void ask(
      Map<String, Runnable> questions, String name, Asked asked, String path, String query) {
    questions.put(name, () -> asked.get(path, query));
  }

  private static long knownOrder(Asked asked, int sales) {
    return known(asked, sales, "external_order_id", "order-");
  }

  private static long knownText(Asked asked, int sales) {
    return known(asked, sales, "description", "Заказ №");
  }

  /** The number of a sale in the middle that has such a text. */
  private static long known(Asked asked, int sales, String field, String before) {
    for (var sale :
        WireJson.mapper()
            .readTree(asked.get("/api/v1/invoices", "?limit=100&offset=" + sales / 2))
            .get("data")) {
      if (!sale.get(field).isNull()) {
        return Long.parseLong(sale.get(field).asString().substring(before.length()).split(",")[0]);
      }
    }
    throw new IllegalStateException("none");
  }

  private static String text(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Spread timed(Runnable question, int rounds) {
    for (int i = 0; i < WARM_UP; i++) {
      question.run();
    }
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long begun = System.nanoTime();
      question.run();
      nanos.add(System.nanoTime() - begun);
    }
    return Spread.ofNanos(nanos);
  }
}
