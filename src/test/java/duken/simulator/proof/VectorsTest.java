package duken.simulator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's own proofs against the vectors of the sheet (section 13). */
class VectorsTest {

  private static final JsonNode SHEET = read();

  @TestFactory
  Stream<DynamicTest> theOneTimeCodeIsThatOfTheSheet() {
    return vectors("token_mac")
        .map(
            vector ->
                test(
                    vector,
                    () -> {
                      String hex = vector.path("secretHex").asString("");
                      long step =
                          TokenCode.step(Instant.ofEpochMilli(vector.get("epochMs").asLong()));
                      assertThat(
                              TokenCode.code(
                                  vector.get("tokenSN").asString(),
                                  HexFormat.of().parseHex(hex),
                                  step))
                          .isEqualTo(expected(vector, "mac"));
                    }));
  }

  @Test
  void noSecretAtAllGivesZeros() {
    assertThat(TokenCode.code("TSN-0001-ABCDEF", null, 1)).isEqualTo("000000");
  }

  @TestFactory
  Stream<DynamicTest> theDigestOfAnAddressIsThatOfTheSheet() {
    return vectors("x_su")
        .map(
            vector ->
                test(
                    vector,
                    () ->
                        assertThat(ProtocolDigests.ofAddress(vector.get("url").asString()))
                            .isEqualTo(expected(vector, "xsu"))));
  }

  @TestFactory
  Stream<DynamicTest> theTagOfAKeyIsThatOfTheSheet() {
    return vectors("pk_tag")
        .map(
            vector ->
                test(
                    vector,
                    () -> {
                      String pk = Curve.point(Curve.ofSpki(vector.get("spkiB64").asString()));
                      assertThat(pk).isEqualTo(expected(vector, "pk"));
                      assertThat(ProtocolDigests.pkTag(pk)).isEqualTo(expected(vector, "pkTag"));
                      assertThat(Curve.point(Curve.ofPoint(pk))).isEqualTo(pk);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> bothSidesAgreeOnTheSheetsSecret() {
    return vectors("ecdh")
        .map(
            vector ->
                test(
                    vector,
                    () ->
                        assertThat(
                                Curve.agree(
                                    privateKey(vector.get("privatePkcs8B64").asString()),
                                    Curve.ofSpki(vector.get("peerSpkiB64").asString())))
                            .asHexString()
                            .isEqualToIgnoringCase(expected(vector, "secretHex"))));
  }

  @TestFactory
  Stream<DynamicTest> theWordsOfARequestAreThoseOfTheSheet() {
    return vectors("sign_text")
        .map(
            vector ->
                test(
                    vector,
                    () -> {
                      byte[] words =
                          profile(vector)
                              .words(
                                  vector.get("url").asString(),
                                  List.of(vector.get("xsh").asString().split(",", -1)),
                                  name -> vector.get("headers").path(name).asString(""),
                                  vector
                                      .path("body")
                                      .asString("")
                                      .getBytes(StandardCharsets.UTF_8));
                      assertThat(new String(words, StandardCharsets.UTF_8))
                          .isEqualTo(expected(vector, "text"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> signaturesAreTakenAndRefusedAsOnTheSheet() {
    return vectors("ecdsa_verify")
        .map(
            vector ->
                test(
                    vector,
                    () -> {
                      byte[] message =
                          vector.get("message").asString().getBytes(StandardCharsets.UTF_8);
                      boolean plain = vector.get("profile").asString().equals("finish");
                      assertThat(
                              Curve.hasSigned(
                                  Curve.ofSpki(vector.get("spkiB64").asString()),
                                  plain ? message : profile(vector).signed(message),
                                  vector.get("signatureB64").asString()))
                          .isEqualTo(vector.get("expect").get("valid").asBoolean());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> timesAreReadAsTheSheetWritesThem() {
    return vectors("x_time")
        .map(
            vector ->
                test(
                    vector,
                    () -> {
                      Instant instant = Instant.ofEpochMilli(vector.get("epochMs").asLong());
                      assertThat(WallTime.read(expected(vector, "xTime"))).contains(instant);
                      assertThat(WallTime.write(instant)).isEqualTo(expected(vector, "xTime"));
                    }));
  }

  @Test
  void aTimeInAnotherFormIsNone() {
    assertThat(WallTime.read("2026-01-01T05:00:00.000+05:00")).isEmpty();
    assertThat(WallTime.read("2026-01-01T00:00:00.000Z")).isEmpty();
    assertThat(WallTime.read("2026-01-01T05:00:00+0500")).isEmpty();
    assertThat(WallTime.read("2026-13-01T05:00:00.000+0500")).isEmpty();
  }

  @Test
  void theRootAndABareQuestionMarkAreWrittenAsTheSheetSays() {
    assertThat(xs1("http://127.0.0.1:8080")).isEqualTo("/");
    assertThat(xs1("http://127.0.0.1:8080/a/b?")).isEqualTo("/a/b");
    assertThat(xs1("http://127.0.0.1:8080?A=1")).isEqualTo("/?A=1");
  }

  private static String xs1(String url) {
    return new String(
        SignProfile.XS1.words(url, List.of("url"), _ -> "", new byte[0]), StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> vectors(String kind) {
    List<JsonNode> found =
        SHEET
            .get("vectors")
            .valueStream()
            .filter(vector -> vector.get("kind").asString().equals(kind))
            .toList();
    assertThat(found).as("vectors of kind %s", kind).isNotEmpty();
    return found.stream();
  }

  private static DynamicTest test(JsonNode vector, org.junit.jupiter.api.function.Executable run) {
    return DynamicTest.dynamicTest(vector.get("id").asString(), run);
  }

  private static String expected(JsonNode vector, String field) {
    return vector.get("expect").get(field).asString();
  }

  private static SignProfile profile(JsonNode vector) {
    return SignProfile.valueOf(vector.get("profile").asString());
  }

  private static PrivateKey privateKey(String base64) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static JsonNode read() {
    try (InputStream in =
        VectorsTest.class.getResourceAsStream("/duken/provider/cashier/vectors.json")) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
