package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What only the owner looks at and changes, over the wire. */
class OwnerRoutesTest {

  private static final RunningGateway GATEWAY = new RunningGateway(RunningGateway.unlimited());
  private static final String TOKEN = "123456789:AAE-right_token_of_the_bot_0123456";
  private static final String NOTICES = "/desk/v1/owner-notices";

  @AfterAll
  static void close() {
    GATEWAY.close();
  }

  @Test
  void whereTheOwnerIsToldIsCheckedAndTheTokenIsNeverShown() {
    assertThat(get(NOTICES).text()).contains("\"enabled\":false").contains("\"token_set\":false");
    Reply wrong = put("{\"token\":\"secret\",\"chat\":\"my phone\",\"language\":\"fr\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("\"token\"").contains("\"chat\"").contains("\"language\"");
    assertThat(put("{\"enabled\":true,\"chat\":\"7\"}").status()).isEqualTo(422);

    Reply saved =
        put(
            "{\"enabled\":true,\"token\":\""
                + TOKEN
                + "\",\"chat\":\"@owner_of_shop\",\"refund_above\":\"5000\",\"silent_minutes\":7}");
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.text())
        .contains("\"enabled\":true")
        .contains("\"token_set\":true")
        .contains("\"chat\":\"@owner_of_shop\"")
        .contains("\"refund_above\":\"5000.00\"")
        .contains("\"silent_minutes\":7")
        .doesNotContain(TOKEN);
    assertThat(put("{\"refund_above\":\"0\"}").text()).contains("\"refund_above\":null");
    assertThat(GATEWAY.post(NOTICES + "/test", "", GATEWAY.deskKey).text())
        .contains("\"problem\":\"unreachable\"");
    assertThat(get(NOTICES).text()).contains("\"problem\":\"unreachable\"");
  }

  @Test
  void whatGoesNextIsTold() {
    assertThat(get("/desk/v1/personal-data").text())
        .contains("\"days\":90")
        .contains("\"next\":[]")
        .contains("\"held\":0");
  }

  private static Reply get(String path) {
    return GATEWAY.get(path, GATEWAY.deskKey);
  }

  private static Reply put(String body) {
    return GATEWAY.send(
        GATEWAY
            .bare(NOTICES)
            .header("X-API-Key", GATEWAY.deskKey)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }
}
