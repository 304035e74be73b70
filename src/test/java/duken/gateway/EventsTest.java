package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The event log: for programs that missed webhooks. */
class EventsTest {

  private static final String EVENTS = "/api/v1/events";

  private final RunningGateway gateway = new RunningGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aLifeIsReadInOrderByItsCursor() {
    long id = gateway.paidQr();
    gateway.post("/api/v1/invoices/" + id + "/refund", "{\"amount\":500.50}");
    await()
        .until(
            () -> types(gateway.get(EVENTS)).contains("invoice.status_changed:partially_refunded"));

    Reply all = gateway.get(EVENTS);
    assertThat(types(all))
        .startsWith("invoice.created:pending", "invoice.status_changed:paid")
        .contains("refund.changed:completed 500.50");
    assertThat(all.json().at("/has_more").asBoolean()).isFalse();

    List<String> paged = new ArrayList<>();
    long after = 0;
    boolean more = true;
    while (more) {
      Reply page = gateway.get(EVENTS + "?limit=1&after=" + after);
      paged.addAll(types(page));
      after = page.json().at("/next").asLong();
      more = page.json().at("/has_more").asBoolean();
    }
    assertThat(paged).isEqualTo(types(all));
    Reply end = gateway.get(EVENTS + "?after=" + after);
    assertThat(end.json().at("/data").size()).isZero();
    assertThat(end.at("/next")).isEqualTo(Long.toString(after));
  }

  @Test
  void oddMoneyAndWhatWasDecidedAreInTheLog() {
    String id = gateway.post("/api/v1/invoices/qr", "{\"amount\":1}", gateway.deskKey).at("/id");
    gateway.post("/desk/v1/training/" + id, "{\"action\":\"pay_late\"}", gateway.deskKey);
    await().until(() -> types(gateway.get(EVENTS)).contains("anomaly.detected:paid_late"));
    long anomaly =
        gateway.get("/desk/v1/anomalies", gateway.deskKey).json().at("/data/0/id").asLong();
    gateway.post(
        "/desk/v1/anomalies/" + anomaly + "/resolve", "{\"how\":\"keep\"}", gateway.deskKey);
    assertThat(types(gateway.get(EVENTS))).contains("anomaly.resolved:paid_late kept");
  }

  @Test
  void eachShopAndModeReadsItsOwnLogAndAWindowToo() {
    gateway.createQr();
    String others =
        gateway.newKey(gateway.shopAccess.tenantNamed("Другой"), Mode.TEST, ApiKey.Role.API);
    assertThat(gateway.get(EVENTS, others).text())
        .isEqualTo("{\"data\":[],\"next\":0,\"has_more\":false,\"last\":0}");
    assertThat(gateway.get(EVENTS, gateway.liveKey).json().at("/data").size()).isZero();
    assertThat(gateway.get("/desk/v1/events", gateway.deskKey).text())
        .isEqualTo(gateway.get(EVENTS).text());
  }

  @Test
  void aCursorFromBeyondTheLogComesBackToItsEnd() {
    gateway.createQr();
    Reply beyond = gateway.get(EVENTS + "?after=99999999");
    assertThat(beyond.at("/next")).isEqualTo(beyond.at("/last"));
    assertThat(gateway.get(EVENTS + "?after=-1").status()).isEqualTo(422);
    assertThat(gateway.get(EVENTS + "?limit=501").status()).isEqualTo(422);
  }

  private static List<String> types(Reply reply) {
    List<String> types = new ArrayList<>();
    for (JsonNode event : reply.json().at("/data")) {
      String more = event.path("to_status").asString("");
      more = event.has("refund_status") ? event.at("/refund_status").asString() : more;
      more = event.has("amount") ? more + " " + event.at("/amount").asString() : more;
      more = event.has("anomaly") ? event.at("/anomaly").asString() : more;
      more = event.has("resolution") ? more + " " + event.at("/resolution").asString() : more;
      types.add(event.at("/type").asString() + ":" + more);
    }
    return types;
  }
}
