package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.store.WebhookConfigs.Config;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gateway contract, section 12. */
class WebhookRoutesTest {

  private static final String PATH = "/api/v1/webhook/configure";
  private static final String HOOK = "http://127.0.0.1:8080/hook";
  private static final List<String> CLOUD_METADATA =
      List.of(
          "https://metadata.google.internal/computeMetadata/v1/",
          "https://METADATA.Google.Internal/",
          "https://metadata.google.internal./",
          "https://METADATA.GOOGLE.INTERNAL.:443/",
          "http://metadata.google.internal/",
          "https://shop.metadata.google.internal/",
          "https://metadata.goog/",
          "https://metadata/",
          "https://instance-data.ec2.internal/latest/meta-data",
          "https://Metadata.Azure.Internal./",
          "https://metadata.tencentyun.com/",
          "https://metadata.packet.net/",
          "https://rancher-metadata/");

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void beforeAnyConfigurationThereIsNothing() {
    assertThat(gateway.get(PATH).text())
        .isEqualTo(
            """
            {"url":null,"enabled":false,"events":["invoice.status_changed"],"secret_set":false,\
            "updated_at":null}\
            """);
    Reply test = gateway.post("/api/v1/webhook/test", "");
    assertThat(test.status()).isEqualTo(400);
    assertThat(test.code()).isEqualTo("WEBHOOK_NOT_CONFIGURED");
  }

  @Test
  void theSecretIsShownOnceWhenItIsMade() {
    Reply made = gateway.post(PATH, "{\"url\":\"" + HOOK + "\"}");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.at("/secret")).matches("whsec_[0-9A-Za-z=_-]{43,44}");
    assertThat(made.text())
        .isEqualTo(
            """
            {"url":"%s","enabled":true,"events":["invoice.status_changed"],"secret_set":true,\
            "secret":"%s","updated_at":"2026-05-14T14:30:00Z"}\
            """
                .formatted(HOOK, made.at("/secret")));
    assertThat(gateway.get(PATH).json().has("secret")).isFalse();
    assertThat(gateway.get(PATH).json().at("/secret_set").asBoolean()).isTrue();
    assertThat(gateway.post(PATH, "{\"enabled\":false}").json().has("secret")).isFalse();
  }

  @Test
  void aNameUnderWhichACloudTellsItsSecretsIsRefusedWhenItIsConfigured() {
    gateway.post(PATH, "{\"url\":\"" + HOOK + "\"}");
    for (String url : CLOUD_METADATA) {
      for (String key : List.of(gateway.key, gateway.liveKey)) {
        Reply refused = gateway.post(PATH, "{\"url\":\"" + url + "\"}", key);
        assertThat(refused.status()).as(url).isEqualTo(422);
        assertThat(refused.at("/error/fields/url/0"))
            .as(url)
            .isEqualTo("На этот адрес отправлять нельзя");
      }
    }
    assertThat(gateway.get(PATH).at("/url")).as("the old one stays").isEqualTo(HOOK);
  }

  @Test
  void absentFieldsStayAsTheyAre() {
    gateway.post(PATH, "{\"url\":\"" + HOOK + "\",\"events\":[]}");
    Reply off = gateway.post(PATH, "{\"enabled\":false}");
    assertThat(off.at("/url")).isEqualTo(HOOK);
    assertThat(off.json().at("/events").size()).isZero();
    Reply events =
        gateway.post(
            PATH, "{\"events\":[\"webhook.test\",\"invoice.status_changed\",\"webhook.test\"]}");
    assertThat(events.json().at("/enabled").asBoolean()).isFalse();
    assertThat(events.json().at("/events").toString())
        .isEqualTo("[\"webhook.test\",\"invoice.status_changed\"]");
  }

  @Test
  void aSecretCanBeRotatedOrBroughtAlong() {
    String first = gateway.post(PATH, "{\"url\":\"" + HOOK + "\"}").at("/secret");
    String second = gateway.post(PATH, "{\"rotate_secret\":true}").at("/secret");
    assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    Reply own = gateway.post(PATH, "{\"secret\":\"my own secret, 24 long\"}");
    assertThat(own.at("/secret")).isEqualTo("my own secret, 24 long");
    assertThat(gateway.post(PATH, "{\"secret\":\"short\"}").at("/error/fields/secret/0"))
        .isEqualTo("От 16 до 128 символов");
    assertThat(gateway.post(PATH, "{\"secret\":\"" + "x".repeat(129) + "\"}").status())
        .isEqualTo(422);
  }

  @Test
  void theSecretIsNotKeptInTheClear() {
    String secret = gateway.post(PATH, "{\"url\":\"" + HOOK + "\"}").at("/secret");
    Config config = gateway.store.read(tx -> tx.webhooks().find(gateway.training())).orElseThrow();
    assertThat(new String(config.sealedSecret(), StandardCharsets.ISO_8859_1))
        .doesNotContain(secret.substring(6));
  }

  @Test
  void anAddressIsNeededToEnable() {
    Reply reply = gateway.post(PATH, "{}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames()).containsExactly("url");
    assertThat(gateway.post(PATH, "{\"enabled\":false}").status()).isEqualTo(200);
  }

  @Test
  void forbiddenAddressesAreRefusedOnTheField() {
    for (String url :
        List.of(
            "ftp://127.0.0.1/x",
            "javascript:alert(1)",
            "http://93.184.216.34/x",
            "http://192.168.1.5/x",
            "https://10.0.0.1/x",
            "http://169.254.169.254/latest",
            "http://0.0.0.0/",
            "https://user:pass@127.0.0.1/",
            "http://[fe80::1]/",
            "http://224.0.0.1/",
            "not a url",
            "/relative",
            "http://2130706433/",
            "https://127.0.0.1/" + "x".repeat(2048))) {
      Reply reply = gateway.post(PATH, "{\"url\":\"" + url + "\"}");
      assertThat(reply.status()).as(url).isEqualTo(422);
      assertThat(reply.json().at("/error/fields").propertyNames()).as(url).containsExactly("url");
      assertThat(reply.text()).doesNotContain("user:pass");
    }
    for (String url :
        List.of("http://127.0.0.1:9/x", "https://[::1]/x", "https://93.184.216.34/")) {
      assertThat(gateway.post(PATH, "{\"url\":\"" + url + "\"}").status()).as(url).isEqualTo(200);
    }
  }

  @Test
  void unknownEventsAndWrongTypesAreRefused() {
    for (String body :
        List.of(
            "{\"events\":[\"invoice.refunded\"]}",
            "{\"events\":\"webhook.test\"}",
            "{\"events\":[5]}",
            "{\"enabled\":\"yes\"}",
            "{\"rotate_secret\":1}",
            "{\"url\":5}")) {
      assertThat(gateway.post(PATH, body).status()).as(body).isEqualTo(422);
    }
  }

  @Test
  void trainingAndLiveHaveTheirOwn() {
    gateway.post(PATH, "{\"url\":\"" + HOOK + "\"}");
    assertThat(gateway.get(PATH, gateway.liveKey).at("/url")).isEqualTo("null");
  }

  @Test
  void aTestIsAlwaysAnsweredWithWhatHappened() {
    gateway.post(PATH, "{\"url\":\"" + HOOK + "\",\"enabled\":false}");
    Reply reply = gateway.post("/api/v1/webhook/test", "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text())
        .isEqualTo(
            """
            {"event":"webhook.test","delivered":false,"status_code":500,"duration_ms":41,\
            "error":"HTTP 500"}\
            """);
  }

  @Test
  void meTellsWhoseKeyItIsWithoutTheKey() {
    Reply me = gateway.get("/api/v1/me");
    assertThat(me.text())
        .isEqualTo(
            """
            {"tenant":{"id":%d,"name":"Кофейня на Абая","timezone":"Asia/Almaty",\
            "created_at":"2026-05-14T14:30:00Z"},"api_key":{"id":%s,"name":"Касса 1",\
            "prefix":"%s","is_sandbox":true,"created_at":"2026-05-14T14:30:00Z",\
            "last_used_at":null},"is_sandbox":true,\
            "provider":{"name":"sandbox","connected":true},\
            "rate_limit":{"limit":100000,"window_seconds":60}}\
            """
                .formatted(gateway.shop.id(), me.at("/api_key/id"), gateway.key.substring(0, 13)));
    assertThat(gateway.get("/api/v1/me").at("/api_key/last_used_at"))
        .isEqualTo("2026-05-14T14:30:00Z");
    assertThat(gateway.get("/api/v1/me", gateway.liveKey).at("/provider/name"))
        .isEqualTo("livebank");
  }
}
