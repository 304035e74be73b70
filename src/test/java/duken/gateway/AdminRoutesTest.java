package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the owner of the data folder may do while the engine runs. */
class AdminRoutesTest {

  private static final String ADMIN = "/desk/v1/admin";

  private final RunningGateway gateway = new RunningGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void onlyTheAdminKeyOpensIt() {
    for (String key : new String[] {gateway.key, gateway.deskKey, "", "admin-key-of-the-test"}) {
      Reply reply = gateway.get(ADMIN + "/keys", key);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("UNAUTHORIZED");
    }
    assertThat(gateway.get("/desk/v1/state", RunningGateway.ADMIN_KEY).status()).isEqualTo(401);
    assertThat(gateway.get("/api/v1/me", RunningGateway.ADMIN_KEY).status()).isEqualTo(401);
  }

  @Test
  void withoutAnAdminKeyItIsClosed() {
    GatewayOptions o = RunningGateway.options();
    try (RunningGateway closed =
        new RunningGateway(
            new GatewayOptions(
                o.publicUrl(), o.hosts(), 60, true, null, o.version(), o.patience()))) {
      assertThat(closed.get(ADMIN + "/keys", "").status()).isEqualTo(401);
      assertThat(closed.send(closed.bare(ADMIN + "/keys").GET()).status()).isEqualTo(401);
    }
  }

  @Test
  void aKeyIsMadeForAShopThatIsMadeToo() {
    Reply made = admin("/keys", "{\"tenant\":\"Аптека\",\"name\":\"1C\",\"mode\":\"live\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/tenant")).isEqualTo("Аптека");
    assertThat(made.at("/key")).startsWith("kpa_live_");
    assertThat(gateway.get("/api/v1/me", made.at("/key")).at("/tenant/name")).isEqualTo("Аптека");
    Reply desk = admin("/keys", "{\"tenant\":\"Аптека\",\"mode\":\"test\",\"role\":\"desk\"}");
    assertThat(gateway.get("/desk/v1/state", desk.at("/key")).at("/shop")).isEqualTo("Аптека");
    Reply list = gateway.get(ADMIN + "/keys", RunningGateway.ADMIN_KEY);
    assertThat(list.text()).doesNotContain(made.at("/key")).doesNotContain("digest");
    assertThat(list.text()).contains("\"tenant\":\"Аптека\",\"name\":\"1C\"");
  }

  @Test
  void wrongWishesAreNamed() {
    Reply reply = admin("/keys", "{\"mode\":\"play\",\"role\":\"king\"}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactlyInAnyOrder("tenant", "mode", "role");
  }

  @Test
  void anyKeyIsRevokedAtOnce() {
    Reply made = admin("/keys", "{\"tenant\":\"Аптека\",\"mode\":\"test\"}");
    String path = ADMIN + "/keys/" + made.at("/id");
    assertThat(delete(path)).isEqualTo(204);
    assertThat(delete(path)).isEqualTo(404);
    assertThat(gateway.get("/api/v1/me", made.at("/key")).status()).isEqualTo(401);
  }

  @Test
  void aShopIsSuspendedAndLetGoOn() {
    Reply shops = gateway.get(ADMIN + "/tenants", RunningGateway.ADMIN_KEY);
    assertThat(shops.at("/data/0/name")).isEqualTo("Кофейня на Абая");
    String path = "/tenants/" + shops.at("/data/0/id") + "/suspend";
    assertThat(admin(path, "").json().at("/suspended").asBoolean()).isTrue();
    assertThat(gateway.get("/api/v1/me").status()).isEqualTo(403);
    assertThat(admin(path, "{\"suspended\":false}").status()).isEqualTo(200);
    assertThat(gateway.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(admin("/tenants", "{\"name\":\"Новый\"}").status()).isEqualTo(201);
    assertThat(admin("/tenants/999/suspend", "").status()).isEqualTo(404);
  }

  @Test
  void aShopIsRenamedAndItsKeysKnowTheNewName() {
    String id = admin("/tenants", "{\"name\":\" Аптека \"}").at("/id");
    Reply renamed = rename(id, "Аптека на Абая");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.at("/name")).isEqualTo("Аптека на Абая");
    admin("/keys", "{\"tenant\":\"Аптека на Абая\",\"mode\":\"test\"}");
    assertThat(gateway.get(ADMIN + "/keys", RunningGateway.ADMIN_KEY).text())
        .contains("\"tenant_id\":" + id + ",\"tenant\":\"Аптека на Абая\"");
    assertThat(rename("999", "Другая").status()).isEqualTo(404);
    assertThat(rename(id, "  ").status()).isEqualTo(422);
  }

  @Test
  void twoShopsNeverHaveOneName() {
    String id = admin("/tenants", "{\"name\":\"Аптека\"}").at("/id");
    assertThat(admin("/tenants", "{\"name\":\"Аптека\"}").code()).isEqualTo("NAME_TAKEN");
    Reply renamed = rename(id, "Кофейня на Абая");
    assertThat(renamed.status()).isEqualTo(409);
    assertThat(renamed.code()).isEqualTo("NAME_TAKEN");
    assertThat(rename(id, "Аптека").status()).as("its own name is not taken").isEqualTo(200);
  }

  @Test
  void theWindowIsBroughtToFront() {
    assertThat(admin("/show-window", "").status()).isEqualTo(204);
    assertThat(gateway.windowShown).hasValue(1);
  }

  private Reply admin(String path, String body) {
    return gateway.post(ADMIN + path, body, RunningGateway.ADMIN_KEY);
  }

  private Reply rename(String id, String name) {
    return gateway.send(
        gateway
            .bare(ADMIN + "/tenants/" + id)
            .header("X-API-Key", RunningGateway.ADMIN_KEY)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"name\":\"" + name + "\"}")));
  }

  private int delete(String path) {
    return gateway
        .send(gateway.bare(path).header("X-API-Key", RunningGateway.ADMIN_KEY).DELETE())
        .status();
  }
}
