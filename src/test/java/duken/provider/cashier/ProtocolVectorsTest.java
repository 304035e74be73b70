package duken.provider.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.settings.EcKeys;
import duken.provider.cashier.settings.Md5;
import duken.provider.cashier.settings.SignatureProfile;
import duken.provider.cashier.signin.EntranceCookie;
import duken.provider.cashier.signin.FinishData;
import duken.provider.cashier.wire.PayLink;
import duken.provider.cashier.wire.PeerSecret;
import duken.provider.cashier.wire.TokenMac;
import duken.provider.cashier.wire.WireTime;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of the cashier sheet, section 13. */
final class ProtocolVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  @TestFactory
  Stream<DynamicTest> everyVectorOfTheSheetHolds() throws IOException {
    return vectors().stream()
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
        byte[] pkcs8 = Base64.getDecoder().decode(text(vector, "privatePkcs8B64"));
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
      case "aes_gcm_open" -> peerSecret(vector, expect);
      case "finish_signed" -> {
        String json = FinishData.json(text(vector, "installId"), text(vector, "time"));
        assertThat(json).isEqualTo(text(expect, "json"));
        assertThat(FinishData.base64(json)).isEqualTo(text(expect, "dataB64"));
      }
      case "entrance_cookie" -> entranceCookie(vector, expect);
      case "user_token" -> {
        List<String> fields = new ArrayList<>();
        vector.get("setCookie").forEach(field -> fields.add(field.asString()));
        assertThat(EntranceCookie.userToken(fields)).contains(text(expect, "userToken"));
      }
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

  private static void peerSecret(JsonNode vector, JsonNode expect) {
    byte[] key = HEX.parseHex(text(vector, "keyHex"));
    byte[] blob = Base64.getDecoder().decode(text(vector, "blobB64"));
    Optional<String> plain = PeerSecret.open(key, blob).map(HEX::formatHex);
    assertThat(plain.isPresent()).isEqualTo(expect.get("ok").asBoolean());
    plain.ifPresent(hex -> assertThat(hex).isEqualTo(text(expect, "plainHex")));
  }

  private static void entranceCookie(JsonNode vector, JsonNode expect) {
    JsonNode app = vector.get("app");
    Map<String, String> set =
        Map.of(
            "cashier.app-version", text(app, "version"),
            "cashier.app-build", text(app, "build"),
            "cashier.platform", text(app, "platform"),
            "cashier.platform-version", text(app, "platformVer"),
            "cashier.locale", text(app, "locale"));
    CashierSettings settings = CashierSettings.from(key -> Optional.ofNullable(set.get(key)));
    JsonNode device = vector.get("device");
    DeviceIdentity identity =
        new DeviceIdentity(
            text(device, "deviceId"),
            text(device, "installId"),
            "",
            "",
            spki(Base64.getDecoder().decode(text(device, "pk"))));
    assertThat(identity.pkTag()).isEqualTo(text(device, "pkTag"));
    assertThat(EntranceCookie.of(settings, identity, null)).isEqualTo(text(expect, "cookie"));
  }

  /** The point with the head that every P-256 key of this form has. */
  private static String spki(byte[] point) {
    byte[] head = HEX.parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    byte[] whole = Arrays.copyOf(head, head.length + point.length);
    System.arraycopy(point, 0, whole, head.length, point.length);
    return Base64.getEncoder().encodeToString(whole);
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
