package duken.bench;

import duken.simulator.BankSimulator;
import duken.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a QR through a cashier's session costs with many others open: time, processor time of the
 * engine's process, and the first one after a start. The bank and the clients are this process.
 */
final class SaleCost {

  private static final int[] OPEN = {0, 1500, 3000};
  private static final int STARTS = 5;

  /** Linux counts processor time in hundredths of a second. */
  private static final double TICK_MILLIS = 10;

  private SaleCost() {}

  static void measure() throws Exception {
    System.out.println("\n## A sale through a cashier's session\n");
    System.out.println(
        "| open | clients | a second | answer after, ms | processor time of one, ms |\n"
            + "|---|---|---|---|---|");
    try (BankSimulator bank = bank();
        EngineUnderLoad engine = EngineUnderLoad.at(bank)) {
      int made = 0;
      for (int open : OPEN) {
        create(engine, 8, open - made);
        made = Math.max(made, open);
        Thread.sleep(Duration.ofSeconds(open == 0 ? 2 : 20));
        made += row(engine, open, 1, 400);
        made += row(engine, open, 8, 600);
      }
    }
    first();
  }

  private static int row(EngineUnderLoad engine, int open, int clients, int calls)
      throws Exception {
    double processor = processorMillis(engine);
    long begun = System.nanoTime();
    Spread spread = create(engine, clients, calls);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %.0f | %s | %.1f |%n",
        open,
        clients,
        calls / seconds,
        spread,
        (processorMillis(engine) - processor) / calls);
    return calls;
  }

  private static void first() throws Exception {
    List<Double> answers = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (BankSimulator bank = bank();
          EngineUnderLoad engine = EngineUnderLoad.at(bank)) {
        Thread.sleep(Duration.ofSeconds(1));
        answers.add(create(engine, 1, 1).median());
        create(engine, 1, 200);
        bank.latency(Duration.ofMillis(50));
        added.add(create(engine, 1, 40).median() - 50);
      }
    }
    System.out.println("\nThe first one after a start, ms: " + of(answers));
    System.out.println("Added to a bank of 50 ms, ms: " + of(added));
  }

  private static Spread of(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Spread create(EngineUnderLoad engine, int clients, int calls)
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
    return nanos.isEmpty() ? null : Spread.ofNanos(List.copyOf(nanos));
  }

  private static double processorMillis(EngineUnderLoad engine) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(engine.pid()), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
  }

  private static BankSimulator bank() throws IOException {
    return BankSimulator.start(SimulatorOptions.standard(), Clock.systemUTC());
  }
}
