package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Cash beside the bank: what a drawer should hold, and what can be given back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CashTest {

  private static final String CASH = "/desk/v1/cash";
  private static final String SHIFT = "/desk/v1/shift";

  private RunningGateway gateway;
  private String key;

  @BeforeAll
  void start() {
    gateway = new RunningGateway(RunningGateway.unlimited());
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  /** Each test has a shop of its own. */
  @BeforeEach
  void freshShop() {
    key =
        gateway.newKey(
            gateway.shopAccess.tenantNamed("Лавка " + UUID.randomUUID()),
            Mode.TEST,
            ApiKey.Role.DESK);
    settings(true, false);
  }

  @Test
  void withoutTheSettingNothingIsTakenAndNothingShows() {
    settings(false, false);
    assertThat(gateway.get(CASH, key).at("/settings/enabled")).isEqualTo("false");
    assertThat(note("/sales", "{\"amount\":\"10\"}").status()).isEqualTo(400);
    assertThat(mixed("500", "500").status()).isEqualTo(400);
    assertThat(gateway.post(SHIFT + "/open", "{\"counted\":\"5\"}", key).status()).isEqualTo(400);
    assertThat(gateway.post(SHIFT + "/open", "{}", key).at("/cash")).isEqualTo("null");
  }

  @Test
  void aSaleGivesChangeAndIsNumberedOnce() {
    Reply first = note("/sales", "{\"amount\":\"1850.50\",\"tendered\":\"2000\"}", "key-of-sale-1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.at("/change")).isEqualTo("149.50");
    assertThat(first.at("/number")).isEqualTo("1");
    Reply again = note("/sales", "{\"amount\":\"1850.50\",\"tendered\":\"2000\"}", "key-of-sale-1");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(note("/sales", "{\"amount\":\"1\"}", "key-of-sale-1").code())
        .isEqualTo("DUPLICATE_IDEMPOTENCY_KEY");
    assertThat(note("/sales", "{\"amount\":\"7\"}").at("/number")).isEqualTo("2");
    assertThat(note("/sales", "{\"amount\":\"7\",\"tendered\":\"6.99\"}").status()).isEqualTo(422);
    assertThat(gateway.post(CASH + "/sales", "{\"amount\":\"7\"}", key).status()).isEqualTo(400);
    assertThat(expected()).isEqualTo("1857.50");
  }

  @Test
  void aCartIsSoldWholeAndOnce() {
    Reply kept =
        gateway.send(
            gateway
                .bare("/desk/v1/cart")
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"lines":[{"key":1,"name":"Хлеб","unit_id":1,"price":"180.50","thousandths":2000},
                          {"key":2,"name":"Чай","unit_id":1,"price":"1200","thousandths":1000}]}\
                        """)));
    String cart =
        ",\"till_cart\":{\"id\":%s,\"version\":%s}}".formatted(kept.at("/id"), kept.at("/version"));
    Reply dear = note("/sales", "{\"amount\":\"1561.01\"" + cart);
    assertThat(dear.status()).as("not what the cart comes to").isEqualTo(422);
    assertThat(gateway.get("/desk/v1/cart", key).at("/cart/id")).isEqualTo(kept.at("/id"));

    String wish = "{\"amount\":\"1561\",\"tendered\":\"2000\"" + cart;
    Reply sold = note("/sales", wish, "key-of-cart-1");
    assertThat(sold.status()).as(sold.text()).isEqualTo(201);
    assertThat(sold.at("/change")).isEqualTo("439.00");
    assertThat(sold.at("/lines/0/name")).isEqualTo("Хлеб");
    assertThat(sold.at("/lines/0/price")).isEqualTo("180.50");
    assertThat(sold.at("/lines/0/count")).isEqualTo("2");
    assertThat(sold.at("/lines/1/name")).isEqualTo("Чай");
    assertThat(gateway.get("/desk/v1/cart", key).at("/cart")).isEqualTo("null");
    assertThat(note("/sales", wish, "key-of-cart-1").text()).isEqualTo(sold.text());
    assertThat(note("/sales", wish).status()).as("it is sold").isEqualTo(422);
    assertThat(gateway.get(CASH + "/operations", key).at("/data/0/lines/1/name")).isEqualTo("Чай");
    assertThat(expected()).isEqualTo("1561.00");
    assertThat(refund(sold.at("/id"), "1561").status()).isEqualTo(201);
    assertThat(refund(sold.at("/id"), "0.01").code()).isEqualTo("REFUND_AMOUNT_EXCEEDED");
  }

  @Test
  void noMoreIsGivenBackThanWasTaken() {
    String sale = note("/sales", "{\"amount\":\"1000\"}").at("/id");
    assertThat(refund(sale, "600").status()).isEqualTo(201);
    assertThat(refund(sale, "400.01").code()).isEqualTo("REFUND_AMOUNT_EXCEEDED");
    assertThat(refund(sale, "400").status()).isEqualTo(201);
    assertThat(refund(sale, "0.01").code()).isEqualTo("REFUND_AMOUNT_EXCEEDED");
    assertThat(expected()).isEqualTo("0.00");
    String refunded = gateway.get(CASH + "/operations", key).at("/data/0/id");
    assertThat(refund(refunded, "1").status()).isEqualTo(404);
  }

  @Test
  void aDayIsCountedAgainstWhatShouldBeThere() {
    JsonNode opened =
        gateway.post(SHIFT + "/open", "{\"counted\":\"10000\"}", key).json().at("/cash");
    assertThat(opened.at("/opening").asString()).isEqualTo("10000.00");
    String sale = note("/sales", "{\"amount\":\"2500.50\",\"tendered\":\"3000\"}").at("/id");
    refund(sale, "500.50");
    note("/in", "{\"amount\":\"300\",\"reason\":\"размен\"}");
    note("/out", "{\"amount\":\"5000\",\"reason\":\"инкассация\"}");
    assertThat(note("/out", "{\"amount\":\"1\"}").status()).as("without a reason").isEqualTo(422);
    assertThat(expected()).isEqualTo("7300.00");
    String counted =
        "{\"number\":1,\"banknotes\":[{\"note\":5000,\"count\":1},{\"note\":1000,\"count\":2}],"
            + "\"coins\":\"250.50\"}";
    JsonNode closed = gateway.post(SHIFT + "/close", counted, key).json().at("/shift");
    JsonNode cash = closed.at("/cash");
    assertThat(cash.at("/counted").asString()).isEqualTo("7250.50");
    assertThat(cash.at("/difference").asString()).isEqualTo("-49.50");
    assertThat(cash.at("/banknotes").asString()).isEqualTo("5000x1 1000x2 coins 250.50");
    assertThat(closed.at("/by_way/0/name").asString()).isEqualTo("cash");
    assertThat(closed.at("/by_way/0/sums/sales_sum").asString()).isEqualTo("2500.50");
    assertThat(closed.at("/by_way/0/sums/refunds_sum").asString()).isEqualTo("500.50");
    note("/sales", "{\"amount\":\"99\"}");
    assertThat(gateway.get("/desk/v1/shifts/" + closed.at("/id").asString(), key).json())
        .as("closed for ever")
        .isEqualTo(closed);
    Reply next = gateway.post(SHIFT + "/open", "{}", key);
    assertThat(next.at("/cash/opening")).as("what was counted").isEqualTo("7250.50");
    assertThat(next.at("/cash/expected")).isEqualTo("7349.50");
  }

  @Test
  void aBlindCountTellsNothingBefore() {
    settings(true, true);
    gateway.post(SHIFT + "/open", "{\"counted\":\"0\"}", key);
    note("/sales", "{\"amount\":\"100\"}");
    assertThat(gateway.get(SHIFT, key).at("/shift/cash/expected")).isEqualTo("null");
    JsonNode closed =
        gateway.post(SHIFT + "/close", "{\"number\":1,\"counted\":\"90\"}", key).json();
    assertThat(closed.at("/shift/cash/expected").asString()).isEqualTo("90.00");
    assertThat(closed.at("/shift/cash/difference").asString()).isEqualTo("-10.00");
  }

  @Test
  void theCashOfAMixedPaymentIsASaleOnceTheRestIsPaid() {
    gateway.post(SHIFT + "/open", "{}", key);
    long invoice = mixed("1500.50", "2000").json().at("/id").asLong();
    assertThat(gateway.get(CASH + "/invoices/" + invoice, key).at("/part/tendered"))
        .isEqualTo("2000.00");
    assertThat(back(invoice).code()).as("still asked for").isEqualTo("INVALID_TRANSITION");
    JsonNode waiting = gateway.get(SHIFT, key).json().at("/shift");
    assertThat(waiting.at("/whole/sales").asInt()).isZero();
    assertThat(waiting.at("/cash/expected").asString()).isEqualTo("1500.50");
    assertThat(waiting.at("/cash/unsettled").asString()).isEqualTo("1500.50");
    String part = gateway.get(CASH + "/invoices/" + invoice, key).at("/part/id");
    assertThat(refund(part, "1").code()).isEqualTo("INVOICE_NOT_REFUNDABLE");
    gateway.post("/api/v1/invoices/" + invoice + "/simulate-status", "{\"status\":\"paid\"}", key);
    JsonNode paid = gateway.get(SHIFT, key).json().at("/shift");
    assertThat(paid.at("/whole/sales_sum").asString()).isEqualTo("2000.50");
    assertThat(names(paid)).containsExactly("cash", "qr");
    assertThat(paid.at("/cash/unsettled").asString()).isEqualTo("0.00");
    assertThat(back(invoice).code()).isEqualTo("INVALID_TRANSITION");
    assertThat(refund(part, "1500.51").code()).isEqualTo("REFUND_AMOUNT_EXCEEDED");
    assertThat(refund(part, "1500.50").status()).isEqualTo(201);
  }

  @Test
  void theCashOfAMixedPaymentGoesBackWhenTheRestIsNeverPaid() {
    gateway.post(SHIFT + "/open", "{}", key);
    long invoice = mixed("1000", "1000").json().at("/id").asLong();
    gateway.post("/api/v1/invoices/" + invoice + "/cancel", "{}", key);
    assertThat(gateway.get(CASH, key).at("/unsettled/0/to_return")).isEqualTo("true");
    Reply back = back(invoice);
    assertThat(back.at("/amount")).isEqualTo("1000.00");
    assertThat(back(invoice).text()).as("once").isEqualTo(back.text());
    assertThat(gateway.get(CASH, key).json().at("/unsettled").size()).isZero();
    JsonNode shift = gateway.get(SHIFT, key).json().at("/shift");
    assertThat(shift.at("/cash/expected").asString()).isEqualTo("0.00");
    assertThat(shift.at("/whole/sales").asInt()).isZero();
  }

  @Test
  void programsCannotTakeCashAndAreToldNothing() {
    gateway.send(
        gateway
            .bare("/api/v1/webhooks/config")
            .header("X-API-Key", gateway.key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{}")));
    Reply made =
        gateway.sendLoosely(
            gateway
                .request("/api/v1/invoices/qr")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"amount\":5,\"cash_amount\":\"7\"}")));
    assertThat(made.status()).isEqualTo(201);
    assertThat(gateway.get(CASH + "/invoices/" + made.at("/id"), gateway.deskKey).at("/part"))
        .isEqualTo("null");
    note("/sales", "{\"amount\":\"7\"}");
    assertThat(gateway.get("/api/v1/events", gateway.key).text()).doesNotContain("cash");
    assertThat(gateway.get(CASH, gateway.key).status()).isEqualTo(403);
  }

  @Test
  void programsReadOfCashOnlyWhereTheShopSaysSo() {
    note("/sales", "{\"amount\":\"7\"}");
    assertThat(gateway.get("/desk/v1/events", key).json().at("/data").size()).isZero();
    gateway.send(
        gateway
            .bare(CASH)
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"enabled\":true,\"told\":true}")));
    JsonNode event = gateway.get("/desk/v1/events", key).json().at("/data/0");
    assertThat(event.at("/type").asString()).isEqualTo("cash.noted");
    assertThat(event.at("/reason").asString()).isEqualTo("sale");
    assertThat(event.at("/amount").asString()).isEqualTo("7.00");
  }

  @Test
  void anotherShopSeesAndReturnsNothingOfIt() {
    String sale = note("/sales", "{\"amount\":\"1000\"}").at("/id");
    long invoice = mixed("1000", "1000").json().at("/id").asLong();
    String mine = key;
    freshShop();
    assertThat(refund(sale, "1").status()).isEqualTo(404);
    assertThat(back(invoice).status()).isEqualTo(404);
    assertThat(gateway.get(CASH + "/operations", key).json().at("/data").size()).isZero();
    assertThat(gateway.get(CASH + "/operations", mine).json().at("/data").size()).isEqualTo(2);
  }

  @Test
  void whatIsSensitiveNeedsTheOwnersPin() {
    String sale = note("/sales", "{\"amount\":\"1000\"}").at("/id");
    gateway.post(
        "/desk/v1/staff/members", "{\"name\":\"Хозяин\",\"role\":\"owner\",\"pin\":\"2580\"}", key);
    assertThat(refund(sale, "1").status()).isEqualTo(403);
    assertThat(note("/out", "{\"amount\":\"1\",\"reason\":\"такси\"}").status()).isEqualTo(403);
    assertThat(gateway.post(CASH + "/expected", "{}", key).status()).isEqualTo(403);
    assertThat(note("/in", "{\"amount\":\"1\",\"reason\":\"размен\"}").code())
        .isEqualTo("PIN_REQUIRED");
    assertThat(note("/sales", "{\"amount\":\"1000\"}").status()).isEqualTo(201);
  }

  private static List<String> names(JsonNode shift) {
    return List.of(shift.at("/by_way/0/name").asString(), shift.at("/by_way/1/name").asString());
  }

  private String expected() {
    return gateway.post(CASH + "/expected", "{}", key).at("/expected");
  }

  private Reply refund(String sale, String amount) {
    return note("/refunds", "{\"sale_id\":" + sale + ",\"amount\":\"" + amount + "\"}");
  }

  private Reply back(long invoice) {
    return gateway.post(CASH + "/invoices/" + invoice + "/return", "{}", key);
  }

  private Reply mixed(String cash, String tendered) {
    return gateway.sendLoosely(
        gateway
            .bare("/api/v1/invoices/qr")
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"amount\":\"500\",\"cash_amount\":\"%s\",\"cash_tendered\":\"%s\"}"
                        .formatted(cash, tendered))));
  }

  private Reply note(String path, String body) {
    return note(path, body, UUID.randomUUID().toString());
  }

  private Reply note(String path, String body, String callKey) {
    return gateway.post(CASH + path, body, key, "Idempotency-Key", callKey);
  }

  private void settings(boolean enabled, boolean blind) {
    gateway.send(
        gateway
            .bare(CASH)
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .PUT(
                BodyPublishers.ofString(
                    "{\"enabled\":" + enabled + ",\"blind_count\":" + blind + "}")));
  }
}
