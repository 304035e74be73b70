package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.store.Outbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a window asks. */
class DeskRoutesTest {

  private static final String DESK = "/desk/v1";

  private final RunningGateway gateway = new RunningGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void onlyAWindowsKeyOpensTheDesk() {
    Reply api = gateway.get(DESK + "/state", gateway.key);
    assertThat(api.status()).isEqualTo(403);
    assertThat(api.code()).isEqualTo("FORBIDDEN");
    assertThat(gateway.send(gateway.bare(DESK + "/state").GET()).status()).isEqualTo(401);
    assertThat(gateway.get(DESK + "/nowhere", gateway.deskKey).status()).isEqualTo(404);
    gateway.shopAccess.suspend(gateway.shop.id(), true);
    assertThat(desk("/state").status()).isEqualTo(403);
  }

  @Test
  void theStateTellsShopBankAndWhereChangesBegin() {
    assertThat(desk("/state").text())
        .isEqualTo(
            """
            {"shop":"Кофейня на Абая","training":true,"provider":"sandbox",\
            "connection":"connected","capabilities":["qr","phone","terminal","link","cancel","refund",\
            "partial_refund","payer_lookup"],"bank_reachable":true,"open_anomalies":0,\
            "parked_deliveries":0,"cursor":0,"public_url":"http://localhost:3000",\
            "version":"1.0.0","bank":{"provider":null,"connection":"not_configured",\
            "trouble":null,"organization":null,"phone":null,"connected_at":null,\
            "reachable":true,"clock_skew_seconds":0,"owners_number":false,"notice_accepted":false,\
            "code_awaited":false,"sms_wait_seconds":0,"latitude":null,"longitude":null},\
            "orders":{"connected":false,"trouble":null,"merchant_uid":null,"new_orders":0,\
            "newest_at":null,"imported_from":null,"progress":null},"providers":[]}\
            """);
    long live = gateway.get("/api/v1/invoices", gateway.liveKey).status();
    assertThat(live).isEqualTo(200);
    String liveDesk = gateway.newKey(gateway.shop, Mode.LIVE, ApiKey.Role.DESK);
    assertThat(gateway.get(DESK + "/state", liveDesk).at("/provider")).isEqualTo("livebank");
  }

  @Test
  void aShopIsRenamedUnlessTheNameIsTaken() {
    assertThat(put("/shop", "{\"name\":\" Дүкен \"}").status()).isEqualTo(204);
    assertThat(desk("/state").at("/shop")).isEqualTo("Дүкен");
    gateway.shopAccess.tenantNamed("Другой");
    assertThat(put("/shop", "{\"name\":\"Другой\"}").code()).isEqualTo("NAME_TAKEN");
    assertThat(put("/shop", "{\"name\":\"  \"}").status()).isEqualTo(422);
    assertThat(put("/shop", "{}").status()).isEqualTo(422);
  }

  @Test
  void aSaleIsShownWithItsQrItsTimeAndItsLife() {
    long id = qrAtDesk();
    gateway.clock.move(Duration.ofMinutes(1));
    Reply reply = desk("/sales/" + id);
    assertThat(reply.at("/sale/invoice/id")).isEqualTo(Long.toString(id));
    assertThat(reply.at("/sale/qr_text")).startsWith("http://localhost:3000/pay/");
    assertThat(reply.at("/sale/progress")).isEqualTo("waiting");
    assertThat(reply.at("/sale/millis_left")).isEqualTo(Long.toString(19 * 60_000));
    assertThat(reply.json().at("/sale/from_desk").asBoolean()).isTrue();
    assertThat(reply.json().at("/sale/checking").asBoolean()).isFalse();
    assertThat(reply.at("/life/0/event")).isEqualTo("created");
    assertThat(reply.json().at("/refunds").size()).isZero();
    assertThat(desk("/sales/999999").status()).isEqualTo(404);
  }

  @Test
  void theHistoryIsSearchedBySumPhoneAndWordsAndSummed() {
    post("/api/v1/invoices", "{\"amount\":1500,\"phone_number\":\"87011234567\"}");
    long paid = qrAtDesk();
    gateway.simulate(paid, "paid");
    gateway.post(
        "/api/v1/invoices/" + paid + "/refund",
        "{\"amount\":500.50,\"reason\":\"Брак\"}",
        gateway.deskKey);
    Reply all = desk("/sales");
    assertThat(all.at("/total")).isEqualTo("2");
    assertThat(all.at("/paid_sum")).isEqualTo("2500.50");
    assertThat(all.at("/refunded_sum")).isEqualTo("500.50");
    assertThat(desk("/sales?search=4567").at("/total")).isEqualTo("1");
    assertThat(desk("/sales?search=%2B7%20(701)%20123-45-67").at("/total")).isEqualTo("1");
    assertThat(desk("/sales?search=1%20500").at("/total")).isEqualTo("1");
    assertThat(desk("/sales?search=2500,50").at("/sales/0/invoice/id"))
        .isEqualTo(Long.toString(paid));
    assertThat(desk("/sales?search=%D1%87%D0%B0%D0%B9").at("/total")).isEqualTo("1");
    String operation = desk("/sales/" + paid).at("/sale/invoice/kaspi_invoice_id");
    assertThat(operation).isNotEmpty();
    assertThat(desk("/sales?search=" + operation).at("/total")).isEqualTo("1");
    assertThat(desk("/sales?search=" + operation).at("/sales/0/invoice/id"))
        .isEqualTo(Long.toString(paid));
    assertThat(desk("/sales?status=partially_refunded&from=2026-05-14&to=2026-05-14").at("/total"))
        .isEqualTo("1");
    assertThat(desk("/sales?status=expired").at("/paid_sum")).isEqualTo("0.00");
    assertThat(desk("/sales?status=nonsense").status()).isEqualTo(422);
  }

  @Test
  void openSalesOfTheDeskAreBroughtBackOldestFirst() {
    long first = qrAtDesk();
    gateway.clock.move(Duration.ofSeconds(1));
    long second = qrAtDesk();
    gateway.createQr();
    Reply open = desk("/open-sales");
    assertThat(ids(open)).containsExactly(first, second);
    gateway.post("/api/v1/invoices/" + first + "/cancel", "", gateway.deskKey);
    assertThat(ids(desk("/open-sales"))).containsExactly(second);
    gateway.clock.move(Duration.ofMinutes(20));
    assertThat(ids(desk("/open-sales"))).isEmpty();
  }

  @Test
  void whatWasPaidUnseenAnnouncesItselfOnce() {
    long id = qrAtDesk();
    gateway.simulate(id, "paid");
    gateway.paidQr();
    assertThat(ids(desk("/unannounced"))).containsExactly(id);
    assertThat(post(DESK + "/sales/" + id + "/announced", "").status()).isEqualTo(204);
    assertThat(post(DESK + "/sales/" + id + "/announced", "").status()).isEqualTo(204);
    assertThat(ids(desk("/unannounced"))).isEmpty();
  }

  @Test
  void changesComeAsTheyHappen() throws Exception {
    long id = qrAtDesk();
    String cursor = desk("/state").at("/cursor");
    assertThat(desk("/changes?after=" + cursor).text())
        .isEqualTo("{\"cursor\":" + cursor + ",\"sales\":[]}");
    CompletableFuture<Reply> waiting =
        CompletableFuture.supplyAsync(() -> desk("/changes?wait=25&after=" + cursor));
    gateway.simulate(id, "paid");
    Reply changes = waiting.get(10, TimeUnit.SECONDS);
    assertThat(changes.at("/sales/0/invoice/id")).isEqualTo(Long.toString(id));
    assertThat(Long.parseLong(changes.at("/cursor"))).isGreaterThan(Long.parseLong(cursor));
    await()
        .untilAsserted(
            () ->
                assertThat(desk("/changes?after=" + cursor).at("/sales/0/invoice/status"))
                    .isEqualTo("paid"));
    assertThat(desk("/changes?after=0").at("/sales/0/invoice/id")).isEqualTo(Long.toString(id));
    assertThat(desk("/changes?after=999999999").at("/cursor"))
        .isEqualTo(desk("/state").at("/cursor"));
    assertThat(desk("/changes?wait=26").status()).isEqualTo(422);
    assertThat(desk("/changes?after=x").status()).isEqualTo(422);
  }

  @Test
  void whoWaitsForChangesComesHomeWhenTheServerStops() throws Exception {
    String cursor = desk("/state").at("/cursor");
    CompletableFuture<Reply> waiting =
        CompletableFuture.supplyAsync(() -> desk("/changes?wait=25&after=" + cursor));
    await().pollDelay(Duration.ofMillis(300)).until(() -> !waiting.isDone());
    assertThat(gateway.server.stop()).isTrue();
    assertThat(waiting.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void anotherShopsChangesAreNotSeen() {
    qrAtDesk();
    String foreign =
        gateway.newKey(gateway.shopAccess.tenantNamed("Другой"), Mode.TEST, ApiKey.Role.DESK);
    assertThat(gateway.get(DESK + "/changes?after=0", foreign).json().at("/sales").size()).isZero();
    assertThat(gateway.get(DESK + "/sales", foreign).at("/total")).isEqualTo("0");
    assertThat(gateway.get(DESK + "/keys", foreign).json().at("/data").size()).isEqualTo(1);
  }

  @Test
  void theCustomersPhoneIsPlayedInTraining() {
    long id = qrAtDesk();
    assertThat(train(id, "scan").status()).isEqualTo(204);
    await().until(() -> desk("/sales/" + id).at("/sale/progress").equals("scanned"));
    assertThat(train(id, "pay").status()).isEqualTo(204);
    await().until(() -> desk("/sales/" + id).at("/sale/invoice/status").equals("paid"));
    assertThat(train(id, "decline").code()).isEqualTo("INVALID_TRANSITION");
    assertThat(train(id, "dance").status()).isEqualTo(422);
    assertThat(train(999_999, "pay").status()).isEqualTo(404);
  }

  @Test
  void moneyThatCameLateIsShownAndKept() {
    long id = qrAtDesk();
    assertThat(train(id, "pay_late").status()).isEqualTo(204);
    await().until(() -> desk("/anomalies").json().at("/data").size() == 1);
    Reply anomalies = desk("/anomalies");
    assertThat(anomalies.at("/data/0/kind")).isEqualTo("paid_late");
    assertThat(anomalies.at("/data/0/amount")).isEqualTo("2500.50");
    assertThat(desk("/state").at("/open_anomalies")).isEqualTo("1");
    assertThat(desk("/sales/" + id).at("/sale/anomalies/0/kind")).isEqualTo("paid_late");
    String path = DESK + "/anomalies/" + anomalies.at("/data/0/id") + "/resolve";
    assertThat(post(path, "{\"how\":\"forget\"}").status()).isEqualTo(422);
    assertThat(post(path, "{\"how\":\"keep\"}").status()).isEqualTo(204);
    assertThat(desk("/anomalies").json().at("/data").size()).isZero();
    assertThat(post(path, "{\"how\":\"keep\"}").status()).isEqualTo(400);
    assertThat(desk("/sales?status=paid").at("/sales/0/invoice/settles_invoice_id"))
        .isEqualTo(Long.toString(id));
  }

  @Test
  void keysAreMadeShownOnceAndRevoked() {
    Reply made = post(DESK + "/keys", "{\"name\":\"Сайт\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/key")).startsWith("kpa_test_");
    assertThat(made.at("/info/role")).isEqualTo("api");
    assertThat(gateway.get("/api/v1/me", made.at("/key")).at("/api_key/name")).isEqualTo("Сайт");
    assertThat(desk("/keys").text()).doesNotContain(made.at("/key"));
    String path = DESK + "/keys/" + made.at("/info/id");
    assertThat(delete(path).status()).isEqualTo(204);
    assertThat(delete(path).status()).isEqualTo(404);
    assertThat(gateway.get("/api/v1/me", made.at("/key")).status()).isEqualTo(401);
    assertThat(desk("/keys").json().at("/data").toString()).contains("\"revoked_at\":\"2026");
    assertThat(post(DESK + "/keys", "{\"name\":\"\"}").status()).isEqualTo(422);
  }

  @Test
  void anotherShopsKeyIsNotRevoked() {
    String foreign =
        gateway.newKey(gateway.shopAccess.tenantNamed("Другой"), Mode.TEST, ApiKey.Role.API);
    long id = gateway.shopAccess.allKeys().getLast().id();
    assertThat(delete(DESK + "/keys/" + id).status()).isEqualTo(404);
    assertThat(gateway.get("/api/v1/me", foreign).status()).isEqualTo(200);
  }

  @Test
  void aDeliveryIsMadeDueAgain() {
    gateway.post("/api/v1/webhook/configure", "{\"url\":\"http://127.0.0.1:9/hook\"}");
    long id = qrAtDesk();
    gateway.simulate(id, "paid");
    Reply list = desk("/deliveries");
    assertThat(list.at("/data/0/invoice_id")).isEqualTo(Long.toString(id));
    assertThat(list.at("/data/0/event")).isEqualTo("invoice.status_changed");
    assertThat(list.at("/data/0/state")).isEqualTo("queued");
    gateway.clock.move(Duration.ofMinutes(1));
    String uuid = list.at("/data/0/id");
    assertThat(post(DESK + "/deliveries/" + uuid + "/resend", "").status()).isEqualTo(204);
    Outbox.Delivery due =
        gateway.store.read(tx -> tx.outbox().find(UUID.fromString(uuid))).orElseThrow();
    assertThat(due.progress().dueAt()).isEqualTo(gateway.clock.instant());
    assertThat(post(DESK + "/deliveries/nonsense/resend", "").status()).isEqualTo(404);
    assertThat(post(DESK + "/deliveries/" + UUID.randomUUID() + "/resend", "").status())
        .isEqualTo(404);
  }

  @Test
  void aCustomersNameIsAskedForAtTheBank() {
    Reply reply = desk("/payer?phone=87001234567");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/name")).isNotEmpty();
    assertThat(desk("/payer?phone=12").status()).isEqualTo(422);
    assertThat(desk("/payer").status()).isEqualTo(422);
  }

  private long qrAtDesk() {
    return post("/api/v1/invoices/qr", "{\"amount\":2500.50,\"description\":\"Чай\"}")
        .json()
        .at("/id")
        .asLong();
  }

  private Reply train(long id, String action) {
    return post(DESK + "/training/" + id, "{\"action\":\"" + action + "\"}");
  }

  private Reply desk(String path) {
    return gateway.get(DESK + path, gateway.deskKey);
  }

  private Reply post(String path, String body) {
    return gateway.post(path, body, gateway.deskKey);
  }

  private Reply put(String path, String body) {
    return gateway.send(
        gateway
            .bare(DESK + path)
            .header("X-API-Key", gateway.deskKey)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private Reply delete(String path) {
    return gateway.send(gateway.bare(path).header("X-API-Key", gateway.deskKey).DELETE());
  }

  private static List<Long> ids(Reply sales) {
    return sales
        .json()
        .at("/data")
        .valueStream()
        .map((JsonNode sale) -> sale.at("/invoice/id").asLong())
        .toList();
  }
}
