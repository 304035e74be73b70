package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People with PINs: the engine itself refuses what a window may not do. */
class StaffTest {

  private static final String DESK = "/desk/v1";
  private static final String STAFF = DESK + "/staff";
  private static final String SESSION = "X-Staff-Session";

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aShopWithoutPeopleNeedsNoPin() {
    assertThat(rename("Дүкен", null).status()).isEqualTo(204);
    assertThat(gateway.get(STAFF, gateway.deskKey).at("/levels/settings")).isEqualTo("owner");
    assertThat(add("Айгуль", "cashier", "1234", null).code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void withAnOwnerSettingsKeysRefundsAnomaliesAndPeopleNeedHisPin() {
    long owner = owner();
    long paid = gateway.paidQr();
    List<Reply> refused =
        List.of(
            rename("Чужая", null),
            post(DESK + "/keys", "{\"name\":\"1C\"}", null),
            post("/api/v1/invoices/" + paid + "/refund", "{}", null),
            post("/api/v1/webhook/configure", "{\"url\":\"https://shop.kz/hook\"}", null),
            post(DESK + "/anomalies/1/resolve", "{\"how\":\"keep\"}", null),
            post(DESK + "/bank-lines/1/refund", "{\"reason\":\"x\"}", null),
            post(DESK + "/sales/" + paid + "/answer", "{\"seen\":\"paid\",\"reason\":\"x\"}", null),
            add("Айгуль", "cashier", "1234", null));
    assertThat(refused).extracting(Reply::code).containsOnly("OWNER_PIN_REQUIRED");
    assertThat(gateway.stored(paid).state().refunds().refunded().isZero()).isTrue();

    String proof = proof(owner, "2580", true);
    assertThat(rename("Дүкен", proof).status()).isEqualTo(204);
    assertThat(
            post("/api/v1/invoices/" + paid + "/refund", "{\"reason\":\"Брак\"}", proof).status())
        .isEqualTo(201);
  }

  @Test
  void theBanksListWantsAnybodysPin() {
    owner();
    assertThat(
            List.of(
                post(DESK + "/reconciliations", "{}", null),
                post(DESK + "/bank-lines/1/link", "{\"invoice_id\":1}", null),
                post(DESK + "/bank-lines/1/accept", "{\"reason\":\"x\"}", null),
                post(DESK + "/own-lines/1/accept", "{\"reason\":\"x\"}", null)))
        .extracting(Reply::code)
        .containsOnly("PIN_REQUIRED");
  }

  @Test
  void aProgramsKeyIsNotAskedForAPin() {
    owner();
    long paid = gateway.paidQr();
    assertThat(gateway.post("/api/v1/invoices/" + paid + "/refund", "{}").status()).isEqualTo(201);
  }

  @Test
  void aCashierMayDoWhatTheOwnerLeavesToEveryPin() {
    String ownersProof = proof(owner(), "2580", true);
    long cashier = id(add("Айгуль", "cashier", "1234", ownersProof));
    String hers = proof(cashier, "1234", false);
    long paid = gateway.paidQr();
    String refund = "/api/v1/invoices/" + paid + "/refund";
    assertThat(post(refund, "{}", hers).code()).isEqualTo("OWNER_PIN_REQUIRED");

    String rules =
        "{\"levels\":{\"refund\":\"anybody\",\"sale\":\"anybody\",\"staff\":\"nobody\"},"
            + "\"lock_after_seconds\":60}";
    Reply put = put(STAFF + "/rules", rules, ownersProof);
    assertThat(put.at("/levels/refund")).isEqualTo("anybody");
    assertThat(put.at("/levels/staff")).isEqualTo("owner");
    assertThat(post("/api/v1/invoices/qr", "{\"amount\":100}", null).code())
        .isEqualTo("PIN_REQUIRED");
    assertThat(post("/api/v1/invoices/qr", "{\"amount\":100}", hers).status()).isEqualTo(201);
    Reply silent = post(refund, "{\"reason\":\" \"}", hers);
    assertThat(silent.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(silent.at("/error/fields/reason/0")).isNotEmpty();
    assertThat(put.at("/refund_reason")).isEqualTo("true");
    String free = rules.replace("60}", "60,\"refund_reason\":false}");
    assertThat(put(STAFF + "/rules", free, ownersProof).at("/refund_reason")).isEqualTo("false");
    assertThat(put(STAFF + "/rules", rules, ownersProof).at("/refund_reason")).isEqualTo("false");
    assertThat(post(refund, "{}", hers).status()).isEqualTo(201);
    assertThat(put(STAFF + "/rules", rules, hers).code()).isEqualTo("OWNER_PIN_REQUIRED");
  }

  @Test
  void theHistoryNamesDeskAndPerson() {
    String proof = proof(owner(), "2580", false);
    long sale = id(post("/api/v1/invoices/qr", "{\"amount\":100}", proof));
    gateway.simulate(sale, "paid");
    post("/api/v1/invoices/" + sale + "/refund", "{\"reason\":\"Брак\"}", proof);
    Reply detail = gateway.get(DESK + "/sales/" + sale, gateway.deskKey);
    assertThat(detail.at("/life/0/desk")).isEqualTo("Касса 1");
    assertThat(detail.at("/life/0/staff")).isEqualTo("Хозяин");
    assertThat(detail.json().at("/life"))
        .anySatisfy(
            line -> {
              assertThat(line.at("/event").asString()).isEqualTo("refund");
              assertThat(line.at("/staff").asString()).isEqualTo("Хозяин");
            })
        .anySatisfy(
            line -> {
              assertThat(line.at("/to").asString()).isEqualTo("paid");
              assertThat(line.at("/staff").isNull()).isTrue();
            });
    Reply actions = gateway.get(STAFF + "/actions", gateway.deskKey);
    assertThat(actions.at("/data/0/permission")).isEqualTo("refund");
    assertThat(actions.at("/data/0/subject")).isEqualTo(Long.toString(sale));
  }

  @Test
  void wrongPinsWaitLongerAndLongerAndARightOneForgivesThem() {
    long owner = owner();
    assertThat(signIn(owner, "0000").code()).isEqualTo("PIN_WRONG");
    assertThat(signIn(owner, "0001").code()).isEqualTo("PIN_WRONG");
    assertThat(signIn(owner, "0002").code()).isEqualTo("PIN_WRONG");
    Reply blocked = signIn(owner, "2580");
    assertThat(blocked.code()).isEqualTo("PIN_BLOCKED");
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(blocked.header("Retry-After")).contains("6");
    assertThat(gateway.get(STAFF, gateway.deskKey).at("/members/0/wait_seconds")).isEqualTo("6");
    gateway.clock.move(Duration.ofSeconds(5));
    assertThat(signIn(owner, "0003").code()).isEqualTo("PIN_WRONG");
    gateway.clock.move(Duration.ofSeconds(5));
    assertThat(signIn(owner, "2580").code()).isEqualTo("PIN_BLOCKED");
    gateway.clock.move(Duration.ofSeconds(10));
    assertThat(signIn(owner, "2580").status()).isEqualTo(201);
    assertThat(signIn(owner, "0000").code()).isEqualTo("PIN_WRONG");
    assertThat(signIn(owner, "2580").status()).isEqualTo(201);
  }

  @Test
  void theWaitSurvivesARestartOfTheEngine() {
    long owner = owner();
    for (int i = 0; i < 3; i++) {
      signIn(owner, "000" + i);
    }
    String body = "{\"member_id\":" + owner + ",\"pin\":\"2580\"}";
    try (GatewayServer restarted = gateway.another()) {
      restarted.start(java.net.InetAddress.getLoopbackAddress(), 0);
      Reply reply = gateway.sendTo(restarted.port(), STAFF + "/sessions", body, gateway.deskKey);
      assertThat(reply.code()).isEqualTo("PIN_BLOCKED");
    }
  }

  @Test
  void aProofHoldsForItsDeskAndItsTimeOnly() {
    long owner = owner();
    String approval = proof(owner, "2580", true);
    String other =
        gateway
            .shopAccess
            .createKey(gateway.shop.id(), "Касса 2", Mode.TEST, ApiKey.Role.DESK)
            .text()
            .whole();
    assertThat(gateway.post(DESK + "/keys", "{\"name\":\"1C\"}", other, SESSION, approval).code())
        .isEqualTo("OWNER_PIN_REQUIRED");
    gateway.clock.move(Duration.ofMinutes(2));
    assertThat(rename("Дүкен", approval).code()).isEqualTo("OWNER_PIN_REQUIRED");
    String shift = proof(owner, "2580", false);
    assertThat(delete(STAFF + "/session", shift).status()).isEqualTo(204);
    assertThat(rename("Дүкен", shift).code()).isEqualTo("OWNER_PIN_REQUIRED");
  }

  @Test
  void aNewPinEndsOldSessionsAndTheLastOwnerLeavesLast() {
    long owner = owner();
    String proof = proof(owner, "2580", false);
    long cashier = id(add("Айгуль", "cashier", "1234", proof));
    assertThat(add("Айгуль", "cashier", "4321", proof).status()).isEqualTo(422);
    assertThat(delete(STAFF + "/members/" + owner, proof).code()).isEqualTo("INVALID_TRANSITION");
    put(STAFF + "/members/" + owner, "{\"pin\":\"999999\"}", proof);
    assertThat(delete(STAFF + "/members/" + cashier, proof).code()).isEqualTo("OWNER_PIN_REQUIRED");
    String fresh = proof(owner, "999999", false);
    assertThat(delete(STAFF + "/members/" + cashier, fresh).status()).isEqualTo(204);
    assertThat(delete(STAFF + "/members/" + owner, fresh).status()).isEqualTo(204);
    assertThat(rename("Дүкен", null).status()).isEqualTo(204);
  }

  @Test
  void theOwnerOfTheFolderForgetsForgottenPins() {
    owner();
    Reply reply =
        gateway.send(
            gateway
                .bare(DESK + "/admin/tenants/" + gateway.shop.id() + "/staff")
                .header("X-API-Key", RunningGateway.ADMIN_KEY)
                .DELETE());
    assertThat(reply.status()).isEqualTo(204);
    assertThat(rename("Дүкен", null).status()).isEqualTo(204);
  }

  private long owner() {
    return id(add("Хозяин", "owner", "2580", null));
  }

  private Reply add(String name, String role, String pin, String proof) {
    String body = "{\"name\":\"%s\",\"role\":\"%s\",\"pin\":\"%s\"}".formatted(name, role, pin);
    return post(STAFF + "/members", body, proof);
  }

  private Reply signIn(long member, String pin) {
    return post(
        STAFF + "/sessions", "{\"member_id\":%d,\"pin\":\"%s\"}".formatted(member, pin), null);
  }

  private String proof(long member, String pin, boolean approval) {
    return post(
            STAFF + "/sessions",
            "{\"member_id\":%d,\"pin\":\"%s\",\"approval\":%s}".formatted(member, pin, approval),
            null)
        .at("/session");
  }

  private static long id(Reply made) {
    assertThat(made.status()).isEqualTo(201);
    return made.json().at("/id").asLong();
  }

  private Reply rename(String name, String proof) {
    return put(DESK + "/shop", "{\"name\":\"" + name + "\"}", proof);
  }

  private Reply post(String path, String body, String proof) {
    return proof == null
        ? gateway.post(path, body, gateway.deskKey)
        : gateway.post(path, body, gateway.deskKey, SESSION, proof);
  }

  private Reply put(String path, String body, String proof) {
    var request =
        gateway
            .bare(path)
            .header("X-API-Key", gateway.deskKey)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body));
    return gateway.send(proof == null ? request : request.header(SESSION, proof));
  }

  private Reply delete(String path, String proof) {
    return gateway.send(
        gateway.bare(path).header("X-API-Key", gateway.deskKey).header(SESSION, proof).DELETE());
  }
}
