package duken.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  @Test
  void theContractsTestVectorIsReproduced() {
    byte[] body =
        "{\"event\":\"webhook.test\",\"source\":\"test\",\"timestamp\":\"2026-05-14T14:00:00Z\"}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(WebhookSignature.hex("whsec_test_0123456789", body))
        .isEqualTo("sha256=31297a4aad99c7441ff27282f7fd43b3f3432a96eafe142c3defff598f6a34c7");
  }

  @Test
  void theStandardWebhooksTestVectorIsReproduced() {
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            WebhookSignature.standard(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330L,
                body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void anOwnersTextIsTheStandardKeyAsItIs() throws Exception {
    byte[] body = {1, 2, 3};
    for (String secret : new String[] {"our shop's secret", "whsec_test_0123456789"}) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update("id.5.".getBytes(StandardCharsets.UTF_8));

      assertThat(WebhookSignature.standard(secret, "id", 5, body))
          .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)));
    }
  }

  @Test
  void ourSecretsAreBase64InBothAlphabets() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 200; i++) {
      String rest = WebhookSecret.mint(random).substring("whsec_".length());

      assertThat(Base64.getDecoder().decode(rest)).hasSize(32);
      assertThat(Base64.getUrlDecoder().decode(rest)).isEqualTo(Base64.getDecoder().decode(rest));
    }
  }

  @Test
  void anOwnersSecretHas16To128Characters() {
    assertThat(WebhookSecret.isAcceptable("a".repeat(15))).isFalse();
    assertThat(WebhookSecret.isAcceptable("ә".repeat(16))).isTrue();
    assertThat(WebhookSecret.isAcceptable("a".repeat(128))).isTrue();
    assertThat(WebhookSecret.isAcceptable("a".repeat(129))).isFalse();
  }
}
