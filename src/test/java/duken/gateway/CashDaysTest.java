package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.engine.Engine;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Random days of two desks that sell by every way: what the shifts come to is what their rows come
 * to, what the practice bank has in its books, and what lies in the drawers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CashDaysTest {

  private static final String DESK = "/desk/v1";

  private final Path folder = RunningGateway.folder();
  private RunningGateway gateway;

  @BeforeAll
  void start() {
    gateway =
        new RunningGateway(
            RunningGateway.unlimited(), TestStores.h2InMemoryOrTempFile(), folder, Engine::start);
    gateway.send(
        gateway
            .bare(DESK + "/cash")
            .header("X-API-Key", gateway.deskKey)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"enabled\":true}")));
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shiftsRowsBankAndDrawersAgree(long seed) throws IOException {
    Random random = new Random(seed);
    Drawer one = new Drawer(newDesk(seed + "a"));
    Drawer two = new Drawer(newDesk(seed + "b"));
    long bankBefore = bank();
    for (Drawer each : List.of(one, two)) {
      each.opens(random);
    }
    for (int step = 0; step < 70; step++) {
      (random.nextBoolean() ? one : two).lives(random);
    }
    long byBank = 0;
    for (Drawer each : List.of(one, two)) {
      each.closes(random);
      each.check();
      byBank += each.byBank;
    }
    assertThat(byBank).as("the bank's own books").isEqualTo(bank() - bankBefore);
  }

  private String newDesk(String name) {
    return gateway
        .shopAccess
        .createKey(gateway.shop.id(), "Касса " + name, Mode.TEST, ApiKey.Role.DESK)
        .text()
        .whole();
  }

  /** Everything the practice bank took less what it returned, in tiyn. */
  private long bank() throws IOException {
    Map<String, JsonNode> payments = new HashMap<>();
    Path ledger = folder.resolve("ledger.jsonl");
    for (String line : Files.exists(ledger) ? Files.readAllLines(ledger) : List.<String>of()) {
      JsonNode payment = WireJson.mapper().readTree(line);
      payments.put(payment.get("operationId").asString(), payment);
    }
    long sum = 0;
    for (JsonNode payment : payments.values()) {
      boolean paid = payment.get("stage").asString().equals("PAID");
      sum += paid ? payment.get("amount").asLong() : 0;
      for (JsonNode back : payment.get("returned")) {
        sum -= back.get("amount").asLong();
      }
    }
    return sum;
  }

  /** A desk, and what its cashier knows by heart; all sums in tiyn. */
  private final class Drawer {

    private final String key;
    private final List<Long> shifts = new ArrayList<>();
    private final Map<Long, Long> open = new HashMap<>();
    private final Map<String, Long> cashSales = new HashMap<>();
    private long lies;
    private long cashSold;
    private long cashBack;
    private long byBank;
    private long missing;
    private int calls;

    Drawer(String key) {
      this.key = key;
    }

    void opens(Random random) {
      String body = "{}";
      if (random.nextBoolean()) {
        lies = random.nextInt(50) * 50_000L;
        body = "{\"counted\":\"" + tenge(lies) + "\"}";
      }
      Reply opened = gateway.post(DESK + "/shift/open", body, key);
      assertThat(opened.status()).as(opened.text()).isEqualTo(201);
      shifts.add(opened.json().at("/id").asLong());
    }

    void lives(Random random) {
      long sum = 1 + random.nextInt(500_000);
      switch (random.nextInt(11)) {
        case 0, 1 -> sells(sum);
        case 2 -> byQr(sum, 0);
        case 3, 4 -> byQr(sum, 1 + random.nextInt(300_000));
        case 5, 6 -> ends(random);
        case 7 -> givesBack(random);
        case 8 -> moves(sum, random.nextBoolean());
        case 9 -> paysLate(sum, 1 + random.nextInt(1000), random.nextBoolean());
        default -> {
          closes(random);
          opens(random);
        }
      }
    }

    private void sells(long sum) {
      String id =
          cash("/sales", "{\"amount\":\"%s\",\"tendered\":\"99999\"}".formatted(tenge(sum)))
              .at("/id");
      cashSales.put(id, sum);
      lies += sum;
      cashSold += sum;
    }

    private long byQr(long sum, long cash) {
      String beside = cash == 0 ? "" : ",\"cash_amount\":\"" + tenge(cash) + "\"";
      Reply made =
          gateway.sendLoosely(
              gateway
                  .bare("/api/v1/invoices/qr")
                  .header("X-API-Key", key)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"amount\":" + tenge(sum) + beside + "}")));
      long id = made.json().at("/id").asLong();
      open.put(id, sum);
      lies += cash;
      return id;
    }

    /** An open invoice is paid, or ends and the customer has his cash back. */
    private void ends(Random random) {
      if (open.isEmpty()) {
        return;
      }
      long id = open.keySet().iterator().next();
      long sum = open.remove(id);
      JsonNode part = part(id);
      long cash = part.isNull() ? 0 : tiyn(part.at("/amount").asString());
      boolean paid = random.nextBoolean();
      if (paid) {
        gateway.post(DESK + "/training/" + id, "{\"action\":\"pay\"}", key);
        await()
            .until(() -> gateway.get("/api/v1/invoices/" + id, key).at("/status").equals("paid"));
      } else {
        gateway.post("/api/v1/invoices/" + id + "/cancel", "{}", key);
      }
      if (paid) {
        byBank += sum;
        cashSold += cash;
        if (cash > 0) {
          cashSales.put(part.at("/id").asString(), cash);
        }
      } else if (cash > 0) {
        returnsPart(id, cash);
      }
    }

    private void returnsPart(long id, long cash) {
      Reply back = gateway.post(DESK + "/cash/invoices/" + id + "/return", "{}", key);
      assertThat(back.status()).as(back.text()).isEqualTo(200);
      lies -= cash;
    }

    private void givesBack(Random random) {
      cashSales.entrySet().stream()
          .filter(it -> it.getValue() > 0)
          .findFirst()
          .ifPresent(
              it -> {
                long back = 1 + random.nextLong(it.getValue());
                cash(
                    "/refunds",
                    "{\"sale_id\":%s,\"amount\":\"%s\"}".formatted(it.getKey(), tenge(back)));
                it.setValue(it.getValue() - back);
                lies -= back;
                cashBack += back;
              });
    }

    private void moves(long sum, boolean in) {
      cash(in ? "/in" : "/out", "{\"amount\":\"%s\",\"reason\":\"так\"}".formatted(tenge(sum)));
      lies += in ? sum : -sum;
    }

    /** Money that comes after the end; the cash beside it went back before, or stays. */
    private void paysLate(long sum, long cash, boolean cashWentBack) {
      long id = byQr(sum, cash);
      open.remove(id);
      gateway.post(DESK + "/training/" + id, "{\"action\":\"pay_late\"}", key);
      String anomalies = DESK + "/anomalies";
      await().until(() -> gateway.get(anomalies, key).json().at("/data").size() == 1);
      if (cashWentBack) {
        returnsPart(id, cash);
      }
      String resolve = anomalies + "/" + gateway.get(anomalies, key).at("/data/0/id") + "/resolve";
      assertThat(gateway.post(resolve, "{\"how\":\"keep\"}", key).status()).isEqualTo(204);
      byBank += sum;
      if (!cashWentBack) {
        cashSold += cash;
        cashSales.put(part(id).at("/id").asString(), cash);
      }
    }

    void closes(Random random) {
      JsonNode shift = gateway.get(DESK + "/shift", key).json().at("/shift");
      assertThat(tiyn(shift.at("/cash/expected").asString())).isEqualTo(lies);
      String count = "";
      if (random.nextBoolean() && lies > 1000) {
        long gone = random.nextInt(1000);
        missing += gone;
        lies -= gone;
        count = ",\"counted\":\"" + tenge(lies) + "\"";
      }
      Reply closed =
          gateway.post(
              DESK + "/shift/close",
              "{\"number\":" + shift.at("/number").asLong() + ",\"roll_over\":true" + count + "}",
              key);
      assertThat(closed.at("/closed")).as(closed.text()).isEqualTo("true");
    }

    void check() {
      long sold = 0;
      long back = 0;
      long bank = 0;
      long differences = 0;
      for (long id : shifts) {
        JsonNode report = gateway.get(DESK + "/shifts/" + id, key).json();
        Map<String, Long> rows = new HashMap<>();
        for (JsonNode row :
            gateway.get(DESK + "/shifts/" + id + "/money", key).json().at("/data")) {
          rows.merge(
              row.at("/way").asString() + row.at("/refund").asBoolean(),
              tiyn(row.at("/amount").asString()),
              Long::sum);
        }
        for (JsonNode line : report.at("/by_way")) {
          String way = line.at("/name").asString();
          long came = tiyn(line.at("/sums/sales_sum").asString());
          long went = tiyn(line.at("/sums/refunds_sum").asString());
          assertThat(rows.getOrDefault(way + "false", 0L)).isEqualTo(came);
          assertThat(rows.getOrDefault(way + "true", 0L)).isEqualTo(went);
          sold += way.equals("cash") ? came : 0;
          back += way.equals("cash") ? went : 0;
          bank += way.equals("cash") ? 0 : came - went;
        }
        JsonNode cash = report.at("/cash");
        long expected =
            sum(cash, "opening", "sales", "came_in", "differences")
                - sum(cash, "returned", "went_out");
        assertThat(sum(cash, "expected")).isEqualTo(expected);
        differences += sum(cash, "differences");
      }
      assertThat(sold).isEqualTo(cashSold);
      assertThat(back).isEqualTo(cashBack);
      assertThat(bank).isEqualTo(byBank);
      assertThat(differences).isEqualTo(-missing);
    }

    private JsonNode part(long invoice) {
      return gateway.get(DESK + "/cash/invoices/" + invoice, key).json().at("/part");
    }

    private Reply cash(String path, String body) {
      Reply made =
          gateway.post(
              DESK + "/cash" + path, body, key, "Idempotency-Key", key.substring(8) + calls++);
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      return made;
    }

    private static long sum(JsonNode cash, String... names) {
      long sum = 0;
      for (String name : names) {
        sum += tiyn(cash.at("/" + name).asString());
      }
      return sum;
    }

    private static long tiyn(String wire) {
      return new BigDecimal(wire).movePointRight(2).longValueExact();
    }

    private static String tenge(long tiyn) {
      return BigDecimal.valueOf(tiyn, 2).toPlainString();
    }
  }
}
