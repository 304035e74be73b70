package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shifts: what a desk took between opening and closing, to the tiyn. */
class ShiftTest {

  private static final String DESK = "/desk/v1";

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());
  private final Desk one = new Desk(gateway.deskKey);

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aShiftIsNumberedAndHoldsWhatTheDeskTookAndGaveBack() {
    assertThat(one.shift().isNull()).isTrue();
    gateway.simulate(one.sells("1.00"), "paid");
    one.open();
    long sold = one.sells("2500.50");
    gateway.simulate(sold, "paid");
    one.refunds(sold, "500.50");
    gateway.paidQr();
    JsonNode interim = one.shift();
    assertThat(interim.at("/number").asLong()).isEqualTo(1);
    assertThat(interim.at("/closed_at").isNull()).isTrue();
    assertThat(sums(interim)).isEqualTo("1 2500.50 1 500.50");
    assertThat(interim.at("/by_way/0/name").asString()).isEqualTo("qr");

    Reply closed = one.close(1, false);
    assertThat(closed.json().at("/closed").asBoolean()).isTrue();
    assertThat(sums(closed.json().at("/shift"))).isEqualTo("1 2500.50 1 500.50");
    gateway.simulate(one.sells("9.00"), "paid");
    assertThat(one.close(1, false).text()).as("closed once").isEqualTo(closed.text());

    one.open();
    assertThat(one.shift().at("/number").asLong()).isEqualTo(2);
    assertThat(sums(one.shift())).as("what came between").isEqualTo("1 9.00 0 0.00");
    assertThat(gateway.post(DESK + "/shift/open", "{}", one.key).code())
        .isEqualTo("INVALID_TRANSITION");
    assertThat(one.close(1, false).status()).isEqualTo(404);
  }

  @Test
  void openInvoicesAreInTheWayUnlessTheyGoOver() {
    one.open();
    long open = one.sells("700");
    Reply refused = one.close(1, false);
    assertThat(refused.json().at("/closed").asBoolean()).isFalse();
    assertThat(refused.at("/shift/open_invoices")).isEqualTo("1");
    assertThat(refused.json().at("/shift/closed_at").isNull()).isTrue();
    Reply closed = one.close(1, true);
    assertThat(closed.json().at("/closed").asBoolean()).isTrue();
    assertThat(closed.at("/shift/open_invoices")).isEqualTo("1");
    one.open();
    gateway.simulate(open, "paid");
    assertThat(sums(one.shift())).isEqualTo("1 700.00 0 0.00");
  }

  @Test
  void whereThereArePeopleAShiftNeedsAPinAndTellsWhoSold() {
    one.open();
    gateway.simulate(one.sells("100"), "paid");
    String owner = "{\"name\":\"Хозяин\",\"role\":\"owner\",\"pin\":\"2580\"}";
    String id = gateway.post(DESK + "/staff/members", owner, one.key).at("/id");
    assertThat(one.close(1, false).code()).isEqualTo("PIN_REQUIRED");
    String proof =
        gateway
            .post(DESK + "/staff/sessions", "{\"member_id\":" + id + ",\"pin\":\"2580\"}", one.key)
            .at("/session");
    String[] in = {"X-Staff-Session", proof};
    long sale =
        gateway
            .post("/api/v1/invoices/qr", "{\"amount\":250.5}", one.key, in)
            .json()
            .at("/id")
            .asLong();
    gateway.simulate(sale, "paid");
    JsonNode closed =
        gateway.post(DESK + "/shift/close", "{\"number\":1}", one.key, in).json().at("/shift");
    assertThat(closed.at("/opened_by").asString()).isEqualTo("Касса 1");
    assertThat(closed.at("/closed_by").asString()).isEqualTo("Хозяин");
    assertThat(closed.at("/by_cashier/0/name").asString()).isEqualTo("Касса 1");
    assertThat(closed.at("/by_cashier/0/sums/sales_sum").asString()).isEqualTo("100.00");
    assertThat(closed.at("/by_cashier/1/name").asString()).isEqualTo("Хозяин");
    assertThat(closed.at("/by_cashier/1/sums/sales_sum").asString()).isEqualTo("250.50");
  }

  @Test
  void anotherShopSeesNoneOfIt() {
    one.open();
    String id = one.shift().at("/id").asString();
    String foreign =
        gateway.newKey(gateway.shopAccess.tenantNamed("Другой"), Mode.TEST, ApiKey.Role.DESK);
    assertThat(gateway.get(DESK + "/shifts/" + id, foreign).status()).isEqualTo(404);
    assertThat(gateway.get(DESK + "/shifts/" + id + "/money", foreign).status()).isEqualTo(404);
    assertThat(gateway.get(DESK + "/shifts", foreign).json().at("/data").size()).isZero();
    assertThat(gateway.get(DESK + "/shifts", one.key).json().at("/data").size()).isEqualTo(1);
  }

  /** Random days of two desks against a ledger that this test keeps of what the bank took. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyTiynIsInExactlyOneShift(long seed) {
    Random random = new Random(seed);
    Desk two =
        new Desk(
            gateway
                .shopAccess
                .createKey(gateway.shop.id(), "Касса 2", Mode.TEST, ApiKey.Role.DESK)
                .text()
                .whole());
    List<Desk> desks = List.of(one, two);
    desks.forEach(Desk::open);
    for (int step = 0; step < 60; step++) {
      desks.get(random.nextInt(2)).lives(random);
    }
    for (Desk desk : desks) {
      desk.closes();
      desk.check();
    }
  }

  private static String sums(JsonNode shift) {
    JsonNode whole = shift.at("/whole");
    return whole.at("/sales").asString()
        + " "
        + whole.at("/sales_sum").asString()
        + " "
        + whole.at("/refunds").asString()
        + " "
        + whole.at("/refunds_sum").asString();
  }

  private final class Desk {

    final String key;
    private final List<Long> waiting = new ArrayList<>();
    private final Map<Long, Integer> paid = new HashMap<>();
    private final Set<Long> shifts = new HashSet<>();
    private int took;
    private int gave;

    Desk(String key) {
      this.key = key;
    }

    JsonNode shift() {
      return gateway.get(DESK + "/shift", key).json().at("/shift");
    }

    void open() {
      Reply opened = gateway.post(DESK + "/shift/open", "{}", key);
      assertThat(opened.status()).isEqualTo(201);
      shifts.add(opened.json().at("/id").asLong());
    }

    Reply close(long number, boolean rollOver) {
      return gateway.post(
          DESK + "/shift/close", "{\"number\":" + number + ",\"roll_over\":" + rollOver + "}", key);
    }

    long sells(String amount) {
      return gateway
          .post("/api/v1/invoices/qr", "{\"amount\":" + amount + "}", key)
          .json()
          .at("/id")
          .asLong();
    }

    void refunds(long invoice, String amount) {
      Reply made =
          gateway.post(
              "/api/v1/invoices/" + invoice + "/refund",
              "{\"amount\":" + amount + ",\"reason\":\"Брак\"}",
              key);
      assertThat(made.status()).isEqualTo(201);
      String refund = made.at("/refund/id");
      await()
          .until(() -> gateway.get("/api/v1/refunds/" + refund).at("/status").equals("completed"));
    }

    void lives(Random random) {
      int tiyn = 1 + random.nextInt(500_000);
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          long id = sells(tenge(tiyn));
          gateway.simulate(id, "paid");
          paid.put(id, tiyn);
          took += tiyn;
        }
        case 2 -> {
          long id = sells(tenge(tiyn));
          waiting.add(id);
          paid.put(id, tiyn);
        }
        case 3 -> {
          if (!waiting.isEmpty()) {
            long id = waiting.removeFirst();
            gateway.simulate(id, "paid");
            took += paid.get(id);
          }
        }
        case 4 ->
            paid.keySet().stream()
                .filter(id -> !waiting.contains(id) && paid.get(id) > 1)
                .findFirst()
                .ifPresent(
                    id -> {
                      int part = 1 + random.nextInt(paid.get(id) - 1);
                      refunds(id, tenge(part));
                      paid.put(id, paid.get(id) - part);
                      gave += part;
                    });
        case 5 -> paysLate(tiyn, random.nextBoolean());
        default -> {
          closes();
          open();
        }
      }
    }

    /** Money that comes after the end of its invoice counts once somebody keeps it. */
    void paysLate(int tiyn, boolean kept) {
      long id = sells(tenge(tiyn));
      gateway.post(DESK + "/training/" + id, "{\"action\":\"pay_late\"}", key);
      String anomalies = DESK + "/anomalies";
      await().until(() -> gateway.get(anomalies, key).json().at("/data").size() == 1);
      String resolve = anomalies + "/" + gateway.get(anomalies, key).at("/data/0/id") + "/resolve";
      String how = kept ? "keep" : "refund";
      assertThat(gateway.post(resolve, "{\"how\":\"" + how + "\"}", key).status()).isEqualTo(204);
      took += kept ? tiyn : 0;
    }

    void closes() {
      assertThat(close(shift().at("/number").asLong(), true).json().at("/closed").asBoolean())
          .isTrue();
    }

    void check() {
      BigDecimal sales = BigDecimal.ZERO;
      BigDecimal refunds = BigDecimal.ZERO;
      for (long id : shifts) {
        JsonNode report = gateway.get(DESK + "/shifts/" + id, key).json();
        JsonNode whole = report.at("/whole");
        assertThat(added(report.at("/by_cashier")))
            .usingElementComparator(BigDecimal::compareTo)
            .isEqualTo(added(report.at("/by_way")));
        BigDecimal came = BigDecimal.ZERO;
        BigDecimal went = BigDecimal.ZERO;
        for (JsonNode row :
            gateway.get(DESK + "/shifts/" + id + "/money", key).json().at("/data")) {
          BigDecimal amount = new BigDecimal(row.at("/amount").asString());
          boolean refund = row.at("/refund").asBoolean();
          came = came.add(refund ? BigDecimal.ZERO : amount);
          went = went.add(refund ? amount : BigDecimal.ZERO);
        }
        assertThat(added(report.at("/by_way")))
            .usingElementComparator(BigDecimal::compareTo)
            .containsExactly(came, went);
        assertThat(whole.at("/sales_sum").asString()).isEqualTo(came.setScale(2).toPlainString());
        assertThat(whole.at("/refunds_sum").asString()).isEqualTo(went.setScale(2).toPlainString());
        sales = sales.add(came);
        refunds = refunds.add(went);
      }
      assertThat(sales.setScale(2).toPlainString()).isEqualTo(tenge(took));
      assertThat(refunds.setScale(2).toPlainString()).isEqualTo(tenge(gave));
    }

    private static List<BigDecimal> added(JsonNode lines) {
      BigDecimal came = BigDecimal.ZERO;
      BigDecimal went = BigDecimal.ZERO;
      for (JsonNode line : lines) {
        came = came.add(new BigDecimal(line.at("/sums/sales_sum").asString()));
        went = went.add(new BigDecimal(line.at("/sums/refunds_sum").asString()));
      }
      return List.of(came, went);
    }

    private static String tenge(int tiyn) {
      return BigDecimal.valueOf(tiyn, 2).toPlainString();
    }
  }
}
