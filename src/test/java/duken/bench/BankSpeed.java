package duken.bench;

import duken.simulator.BankSimulator;
import duken.simulator.SimulatorOptions;
import duken.webhook.ReceivingShop;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the engine adds to the bank's own time, how soon a payment is known, and how many calls that
 * costs, against the simulator of the cashier session.
 */
final class BankSpeed {

  private static final int[] LATENCIES = {0, 20, 200};
  private static final int[] OPEN = {1, 20, 100, 1000};
  private static final int CREATED = 60;
  private static final int WARM_UP = 150;
  private static final int PAYMENTS = 8;
  private static final String SECRET = "whsec_only_for_benchmarks_0123456789";

  private BankSpeed() {}

  /** Everything; takes half an hour. */
  static void measure() throws Exception {
    create();
    paid();
    calls();
  }

  static void create() throws IOException {
    System.out.println("\n## What the engine adds to the bank's time for a QR, ms\n");
    System.out.println("| the bank takes, ms | answer after, ms | engine's share |\n|---|---|---|");
    try (BankSimulator bank = bank();
        EngineUnderLoad engine = EngineUnderLoad.at(bank)) {
      for (int i = 0; i < WARM_UP; i++) {
        engine.createQr();
      }
      for (int latency : LATENCIES) {
        bank.latency(Duration.ofMillis(latency));
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < CREATED; i++) {
          long begun = System.nanoTime();
          engine.createQr();
          nanos.add(System.nanoTime() - begun);
        }
        Spread spread = Spread.ofNanos(nanos);
        System.out.printf(
            Locale.ROOT, "| %d | %s | %.1f |%n", latency, spread, spread.median() - latency);
      }
    }
  }

  static void paid() throws Exception {
    System.out.println("\n## From paid at the bank to the webhook's arrival, ms\n");
    System.out.println(
        "| open invoices | the bank takes, ms | the QR on the screen | a bill among the open ones"
            + " |\n"
            + "|---|---|---|---|");
    for (int open : new int[] {1, 100, 1000}) {
      try (BankSimulator bank = bank();
          ReceivingShop shop = ReceivingShop.open(SECRET, Clock.systemUTC());
          EngineUnderLoad engine = EngineUnderLoad.at(bank)) {
        engine.post(
            "/webhook/configure",
            "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(shop.url(), SECRET));
        bills(engine, open);
        for (int latency : LATENCIES) {
          bank.latency(Duration.ofMillis(latency));
          Spread qr = delays(bank, shop, engine, true);
          Spread bill = delays(bank, shop, engine, false);
          System.out.printf("| %d | %d | %s | %s |%n", open, latency, qr, bill);
        }
      }
    }
  }

  /** Pays at any moment between two questions. */
  private static Spread delays(
      BankSimulator bank, ReceivingShop shop, EngineUnderLoad engine, boolean qr)
      throws InterruptedException {
    Random random = new Random(1);
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < PAYMENTS; i++) {
      long invoice = qr ? engine.createQr() : engine.createBill();
      CountDownLatch arrived = new CountDownLatch(1);
      shop.answerWith(
          event -> {
            if (event.invoiceId() == invoice) {
              arrived.countDown();
            }
            return 200;
          });
      long operation = bank.latest().id();
      arrived.await(2_000 + random.nextInt(3_000), TimeUnit.MILLISECONDS);
      long begun = System.nanoTime();
      bank.pay(operation);
      arrived.await();
      nanos.add(System.nanoTime() - begun);
    }
    return Spread.ofNanos(nanos);
  }

  static void calls() throws Exception {
    System.out.println("\n## Calls to the bank in a minute, it takes 20 ms\n");
    System.out.println(
        "| open QRs | calls a minute | open bills | calls a minute |\n|---|---|---|---|");
    for (int open : OPEN) {
      int[] calls = new int[2];
      for (int kind = 0; kind < 2; kind++) {
        try (BankSimulator bank = bank();
            EngineUnderLoad engine = EngineUnderLoad.at(bank)) {
          // A QR that lives for an hour is not renewed: only the questions are counted.
          bank.behave("scanSeconds", 3600);
          if (kind == 0) {
            many(open, engine::createQr);
          } else {
            bills(engine, open);
          }
          bank.latency(Duration.ofMillis(20));
          CountDownLatch never = new CountDownLatch(1);
          never.await(20, TimeUnit.SECONDS);
          bank.forget();
          never.await(60, TimeUnit.SECONDS);
          calls[kind] = bank.counts().total();
        }
      }
      System.out.printf("| %d | %d | %d | %d |%n", open, calls[0], open, calls[1]);
    }
  }

  private static void bills(EngineUnderLoad engine, int count) throws InterruptedException {
    many(count, engine::createBill);
  }

  private static void many(int count, Runnable make) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(count);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (left.getAndDecrement() > 0) {
                      make.run();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static BankSimulator bank() throws IOException {
    return BankSimulator.start(SimulatorOptions.standard(), Clock.systemUTC());
  }
}
