package duken.provider.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of the cashier sheet, section 13. */
final class ProtocolVectorsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final java.util.Set<String> KNOWN_ELSEWHERE =
      java.util.Set.of("aes_gcm_open", "finish_signed", "entrance_cookie", "user_token");

  @TestFactory
  Stream<DynamicTest> everyVectorOfTheSheetHolds() throws IOException {
    return vectors().stream()
        .filter(vector -> !KNOWN_ELSEWHERE.contains(vector.get("kind").asString()))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.get("id").asString() + " " + vector.get("kind").asString(),
                    () -> check(vector)));
  }

  @Test
  void theSheetWasReadWhole() throws IOException {
    assertThat(vectors()).hasSize(34);
  }

  private static void check(JsonNode vector) {
    JsonNode expect = vector.get("expect");
    switch (vector.get("kind").asString()) {
      case "token_mac" -> tokenMac(vector, expect);
      case "x_su" -> assertThat(Md5.ofUrl(text(vector, "url"))).isEqualTo(text(expect, "xsu"));
      case "pk_tag" -> {
        String pk = EcKeys.pk(EcKeys.readPublic(text(vector, "spkiB64")));
        assertThat(pk).isEqualTo(text(expect, "pk"));
        assertThat(Md5.ofPk(pk)).isEqualTo(text(expect, "pkTag"));
      }
      case "ecdh" -> {
        byte[] pkcs8 = java.util.Base64.getDecoder().decode(text(vector, "privatePkcs8B64"));
        PublicKey peer = EcKeys.readPublic(text(vector, "peerSpkiB64"));
        assertThat(HEX.formatHex(EcKeys.agree(EcKeys.readPrivate(pkcs8), peer)))
            .isEqualTo(text(expect, "secretHex"));
      }
      case "sign_text" -> signText(vector, expect);
      case "ecdsa_verify" -> verify(vector, expect);
      case "x_time" ->
          assertThat(
                  WireTime.xTime(
                      Instant.ofEpochMilli(vector.get("epochMs").asLong()),
                      ZoneOffset.ofTotalSeconds(vector.get("offsetMinutes").asInt() * 60)))
              .isEqualTo(text(expect, "xTime"));
      case "pay_link" ->
          assertThat(
                  PayLink.of(
                      text(vector, "qrToken"), "https://qr.kaspi.kz/", "https://pay.kaspi.kz/pay/"))
              .isEqualTo(text(expect, "payLink"));
      default -> throw new AssertionError("a kind nobody checks: " + vector);
    }
  }

  private static void tokenMac(JsonNode vector, JsonNode expect) {
    byte[] secret =
        vector.get("secretHex").isNull() ? null : HEX.parseHex(text(vector, "secretHex"));
    String serial = text(vector, "tokenSN");
    long millis = vector.get("epochMs").asLong();
    assertThat(TokenMac.compute(serial, secret, millis)).isEqualTo(text(expect, "mac"));
    if (expect.has("dataHex")) {
      byte[] data = TokenMac.data(serial, millis);
      assertThat(HEX.formatHex(data)).isEqualTo(text(expect, "dataHex"));
      assertThat(HEX.formatHex(TokenMac.hmac(secret, data))).isEqualTo(text(expect, "hmacHex"));
    }
  }

  private static void signText(JsonNode vector, JsonNode expect) {
    Map<String, String> headers = new HashMap<>();
    vector
        .get("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().asString()));
    String body = vector.has("body") ? text(vector, "body") : null;
    SignatureProfile profile = SignatureProfile.valueOf(text(vector, "profile"));
    assertThat(
            profile.text(
                text(vector, "url"), List.of(text(vector, "xsh").split(",")), headers, body))
        .isEqualTo(text(expect, "text"));
  }

  private static void verify(JsonNode vector, JsonNode expect) {
    PublicKey key = EcKeys.readPublic(text(vector, "spkiB64"));
    String message = text(vector, "message");
    String signature = text(vector, "signatureB64");
    boolean valid =
        text(vector, "profile").equals("finish")
            ? SignatureProfile.verifyPlain(message, signature, key)
            : SignatureProfile.valueOf(text(vector, "profile")).verify(message, signature, key);
    assertThat(valid).isEqualTo(expect.get("valid").asBoolean());
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static List<JsonNode> vectors() throws IOException {
    try (InputStream in = ProtocolVectorsTest.class.getResourceAsStream("vectors.json")) {
      List<JsonNode> vectors = new ArrayList<>();
      JsonMapper.shared().readTree(in).get("vectors").forEach(vectors::add);
      return vectors;
    }
  }
}
