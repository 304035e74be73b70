package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.ShiftJson;
import duken.api.WireJson;
import duken.api.cash.CashJson;
import duken.client.EngineAddress;
import duken.client.HttpEngineClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the engine while a shift is being closed: afterwards it is closed whole or still open. */
class ShiftKillTest {

  private static final int KILLS = Integer.getInteger("duken.kills", 3);
  private static final Duration LONGEST_CLOSING = Duration.ofMillis(25);

  private final Random random = new Random(Long.getLong("duken.seed", System.nanoTime()));

  private static final CashJson.Count COUNT =
      new CashJson.Count(null, List.of(new CashJson.Banknotes(500, 2)), "200.00");

  @TempDir private Path folder;

  @Test
  void aShiftIsClosedWholeOrNotAtAll() throws Exception {
    String key = EpayProcesses.key(folder, "Shop", "test", "desk");
    ShiftJson.Report before = null;
    for (int kill = 0; kill < KILLS; kill++) {
      try (DukenProcess engine = DukenProcess.engineIn(folder);
          EngineApi desk = desk(engine, key)) {
        if (before != null) {
          isWholeOrOpen(desk, before);
        }
        desk.cash().change(new CashJson.Settings(true, false, false));
        desk.shifts().open(new CashJson.Count("1000.00", null, null));
        sell(desk, kill);
        desk.cash().sell(new CashJson.Sale("250.00", "500.00", null), "shift-kill-cash-" + kill);
        before = desk.shifts().current().shift();
        long number = before.number();
        Thread closing = Thread.startVirtualThread(() -> close(desk, number));
        closing.join(Duration.ofNanos(random.nextLong(LONGEST_CLOSING.toNanos())));
        engine.kill();
        closing.join();
      }
    }
    try (DukenProcess engine = DukenProcess.engineIn(folder);
        EngineApi desk = desk(engine, key)) {
      isWholeOrOpen(desk, before);
      comparesWithTheBank(desk);
    }
  }

  /** Fails unless it is closed with all its sums or open; then closes it. */
  private static void isWholeOrOpen(EngineApi desk, ShiftJson.Report before) {
    ShiftJson.Report after = desk.shifts().report(before.id());
    assertThat(after.whole()).isEqualTo(before.whole());
    assertThat(after.byWay()).isEqualTo(before.byWay());
    assertThat(after.byCashier()).isEqualTo(before.byCashier());
    assertThat(desk.shifts().money(before.id())).hasSize(rows(before));
    assertThat(before.cash().expected()).isEqualTo("1250.00");
    // The count is there with the closing, and not without it.
    assertThat(after.cash().difference()).isEqualTo(after.isOpen() ? null : "-50.00");
    assertThat(desk.shifts().current().shift()).isEqualTo(after);
    // A closing whose answer was lost is asked for again.
    assertThat(close(desk, before.number())).isTrue();
    ShiftJson.Report closed = desk.shifts().report(before.id());
    assertThat(closed.whole()).isEqualTo(before.whole());
    assertThat(closed.cash().differences()).as("counted once").isEqualTo("-50.00");
  }

  private static int rows(ShiftJson.Report report) {
    return (int) (report.whole().sales() + report.whole().refunds());
  }

  private static void sell(EngineApi desk, int round) {
    for (int i = 0; i < 2; i++) {
      String name = "shift-kill-" + round + "-" + i;
      String sum = (round + 1) + "00." + (10 + i);
      long id = desk.till().createQr(new NewInvoiceJson(sum, null, null, null), name).id();
      desk.sales().train(id, "pay");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> desk.sales().get(id).sale().invoice().state().status().equals("paid"));
      if (i == 0) {
        desk.sales().refund(id, new NewRefundJson("0.07", "Defect"), name + "-back");
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    desk.sales()
                        .get(id)
                        .sale()
                        .invoice()
                        .state()
                        .status()
                        .equals("partially_refunded"));
      }
    }
  }

  private static boolean close(EngineApi desk, long number) {
    try {
      return desk.shifts().close(new ShiftJson.Close(number, true).with(COUNT)).closed();
    } catch (EngineUnreachable | EngineProblem _) {
      return false;
    }
  }

  /** All shifts together against the practice bank's own books. */
  private void comparesWithTheBank(EngineApi desk) throws IOException {
    BigDecimal came = BigDecimal.ZERO;
    BigDecimal went = BigDecimal.ZERO;
    for (ShiftJson.Row row : desk.shifts().list()) {
      ShiftJson.Report report = desk.shifts().report(row.id());
      for (ShiftJson.Line line : report.byWay()) {
        if (!line.name().equals("cash")) {
          came = came.add(new BigDecimal(line.sums().salesSum()));
          went = went.add(new BigDecimal(line.sums().refundsSum()));
        }
      }
    }
    Map<String, JsonNode> payments = new HashMap<>();
    for (String line :
        Files.readAllLines(folder.resolve("practice-bank").resolve("ledger.jsonl"))) {
      JsonNode payment = WireJson.mapper().readTree(line);
      payments.put(payment.get("operationId").asString(), payment);
    }
    long taken = 0;
    long returned = 0;
    for (JsonNode payment : payments.values()) {
      taken += payment.get("amount").asLong();
      for (JsonNode back : payment.get("returned")) {
        returned += back.get("amount").asLong();
      }
    }
    assertThat(came).isEqualByComparingTo(BigDecimal.valueOf(taken, 2));
    assertThat(went).isEqualByComparingTo(BigDecimal.valueOf(returned, 2));
    assertThat(desk.shifts().list()).extracting(ShiftJson.Row::number).doesNotHaveDuplicates();
  }

  private static EngineApi desk(DukenProcess engine, String key) {
    return new HttpEngineClient(EngineAddress.parse(engine.url()), key, () -> "ru");
  }
}
