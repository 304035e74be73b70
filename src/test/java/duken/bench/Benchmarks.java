package duken.bench;

import duken.webhook.ReceivingShop;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The figures of {@code docs/benchmarks.md}. Each argument names one of its sections: {@code
 * create}, {@code webhook}, {@code window}, {@code memory}; without any, these run. {@code images},
 * {@code sale}, {@code bank}, {@code lists} and {@code lists-postgresql} run when named: {@code
 * bank} waits for half an hour, its parts ({@code bank-create}, {@code bank-paid}, {@code
 * bank-calls}) for less; the last two sell half a million times.
 */
public final class Benchmarks {

  private static final int[] CLIENTS = {1, 8, 32};
  private static final int[] OPEN = {1, 100, 1000};
  private static final int CALLS = 1600;
  private static final int WARM_UP = 800;
  private static final int PAYMENTS = 60;
  private static final String SECRET = "whsec_only_for_benchmarks_0123456789";

  private Benchmarks() {}

  /** Runs them and prints tables. */
  public static void main(String[] arguments) throws Exception {
    List<String> wanted =
        arguments.length == 0 || arguments[0].equals("all")
            ? List.of("create", "webhook", "window", "memory")
            : List.of(arguments);
    for (String name : wanted) {
      switch (name) {
        case "create" -> create();
        case "webhook" -> webhook();
        case "window" -> WindowStart.measure();
        case "memory" -> Memory.measure();
        case "images" -> Pictures.measure();
        case "bank" -> BankSpeed.measure();
        case "bank-create" -> BankSpeed.create();
        case "sale" -> SaleCost.measure();
        case "bank-paid" -> BankSpeed.paid();
        case "bank-calls" -> BankSpeed.calls();
        case "lists" -> Lists.measure(false);
        case "lists-postgresql" -> Lists.measure(true);
        default -> throw new IllegalArgumentException("no benchmark is called " + name);
      }
    }
  }

  private static void create() throws IOException, InterruptedException {
    System.out.println("\n## Creating a QR, ms: median (5 % – 95 %)\n");
    System.out.println("| clients | answer after, ms | created per second |\n|---|---|---|");
    try (EngineUnderLoad engine = new EngineUnderLoad()) {
      load(engine, 8, WARM_UP);
      for (int clients : CLIENTS) {
        long begun = System.nanoTime();
        Spread spread = load(engine, clients, CALLS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "| %d | %s | %.0f |%n", clients, spread, CALLS / seconds);
      }
    }
  }

  private static Spread load(EngineUnderLoad engine, int clients, int calls)
      throws InterruptedException {
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    AtomicInteger left = new AtomicInteger(calls);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (left.getAndDecrement() > 0) {
                      long begun = System.nanoTime();
                      engine.createQr();
                      nanos.add(System.nanoTime() - begun);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Spread.ofNanos(List.copyOf(nanos));
  }

  private static void webhook() throws Exception {
    System.out.println("\n## From paid to the webhook's arrival, ms: median (5 % – 95 %)\n");
    System.out.println("| open invoices | ms after the customer paid |\n|---|---|");
    for (int open : OPEN) {
      try (ReceivingShop shop = ReceivingShop.open(SECRET, Clock.systemUTC());
          EngineUnderLoad engine = new EngineUnderLoad()) {
        engine.post(
            "/webhook/configure",
            "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(shop.url(), SECRET));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < open + PAYMENTS; i++) {
          ids.add(engine.createQr());
        }
        System.out.printf("| %d | %s |%n", open, delays(engine, shop, ids));
      }
    }
  }

  /** Pays one invoice after another; the other ones stay open. */
  private static Spread delays(EngineUnderLoad engine, ReceivingShop shop, List<Long> ids)
      throws InterruptedException {
    List<Long> nanos = new ArrayList<>();
    for (long id : ids.subList(ids.size() - PAYMENTS, ids.size())) {
      CountDownLatch arrived = new CountDownLatch(1);
      shop.answerWith(
          event -> {
            if (event.invoiceId() == id) {
              arrived.countDown();
            }
            return 200;
          });
      long begun = System.nanoTime();
      engine.post("/invoices/" + id + "/simulate-status", "{\"status\":\"paid\"}");
      arrived.await();
      nanos.add(System.nanoTime() - begun);
    }
    return Spread.ofNanos(nanos.subList(PAYMENTS / 3, PAYMENTS));
  }
}
