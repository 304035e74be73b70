package duken.provider.epay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Waiting;
import duken.provider.account.ConnectOutcome;
import duken.provider.callback.CallbackRequest;
import duken.provider.callback.CallbackVerdict;
import duken.provider.callback.CallbackVerdict.Mismatch;
import duken.provider.callback.CallbackVerdict.Repeated;
import duken.provider.callback.CallbackVerdict.UnknownPayment;
import duken.provider.callback.CallbackVerdict.Unreadable;
import duken.provider.callback.CallbackVerdict.Unverified;
import duken.provider.callback.CallbackVerdict.Verified;
import duken.provider.epay.account.EpaySettings;
import duken.provider.epay.wire.EpayFields;
import duken.security.Digests;
import duken.simulator.epay.EpayOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layer of the ePay sheet, section 6.1, and what the message has to be besides. */
class EpayCallbackVerifierTest {

  private static final Money SUM = Money.parse("2500.5");
  private static final String SECRET = "duken-webhook-secret";

  private final Map<String, Object> message = new LinkedHashMap<>();
  private EpayShop shop = new EpayShop();
  private EpayOperation made;

  @BeforeEach
  void aPaidQr() {
    made = shop.bank.operation(Long.parseLong(shop.open(SUM).operationId()));
    message.put("invoiceId", made.invoiceId());
    message.put("id", "5e0c7c1e-3c5e-4e0e-9a53-2f8f0a6b1d11");
    message.put("billNumber", made.billNumber());
    message.put("status", "PAID");
    message.put("amount", 2500.5);
    message.put("currency", "KZT");
    message.put("terminal", "00000000-0000-0000-0000-000000000001");
    message.put("dateTime", shop.clock().instant().toString());
    message.put("secret_hash", made.callback().secretHash());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theSampleOfTheSheetIsVerified() {
    assertThat(signed())
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> {
              assertThat(verified.reading())
                  .isInstanceOfSatisfying(
                      ProviderReading.Paid.class,
                      paid ->
                          assertThat(paid.details().metadata().get("transaction_id"))
                              .startsWith("5e0c7c1e"));
              assertThat(verified.mustConfirm()).isFalse();
              assertThat(verified.invoiceId()).isEqualTo(42);
            });
    assertThat(shop.payments.newest().names().transactionId()).startsWith("5e0c7c1e");
  }

  @Test
  void theSignatureIsThatOfTheVeryBytes() {
    byte[] body = ("  " + text() + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(verify(body, signature(body))).isInstanceOf(Verified.class);
    assertThat(verify(body, signature(text().getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Unverified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha256=00", "md5=ffff", "no signature"})
  void anythingElseIsNoSignature(String signature) {
    byte[] body = text().getBytes(StandardCharsets.UTF_8);

    assertThat(verify(body, Map.of("x-webhook-signature", List.of(signature))))
        .isInstanceOf(Unverified.class);
    assertThat(verify(body, Map.of())).isInstanceOf(Unverified.class);
  }

  @Test
  void backSignCountsOnlyWhereItIsSwitchedOn() {
    byte[] body = text().getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> backSign =
        Map.of("x-back-sign", List.of(Digests.hmacSha512Hex(bytes(SECRET), body)));
    assertThat(verify(body, backSign)).isInstanceOf(Unverified.class);

    again(setting("epay.back-sign", "yes"), Map.of());
    byte[] second = text().getBytes(StandardCharsets.UTF_8);
    String right = Digests.hmacSha512Hex(bytes(SECRET), second);
    assertThat(verify(second, Map.of("x-back-sign", List.of(right)))).isInstanceOf(Verified.class);
    assertThat(verify(second, Map.of("x-back-sign", List.of(right.replace('a', 'b')))))
        .isInstanceOf(Unverified.class);
  }

  @Test
  void theFixedTokenAloneIsEnoughWhereThereIsNoSecret() {
    again(
        EpaySettings.standard(),
        Map.of("KASPI_WEBHOOK_SECRET", "", "KASPI_CALLBACK_BEARER", "callback-token"));
    byte[] body = text().getBytes(StandardCharsets.UTF_8);

    assertThat(verify(body, Map.of("authorization", List.of("Bearer callback-token"))))
        .isInstanceOf(Verified.class);
    assertThat(verify(body, Map.of("authorization", List.of("Bearer callback-tokem"))))
        .isInstanceOf(Unverified.class);
    assertThat(verify(body, Map.of())).isInstanceOf(Unverified.class);
  }

  @Test
  void everyLayerThatIsOnHasToHold() {
    again(EpaySettings.standard(), Map.of("KASPI_CALLBACK_BEARER", "callback-token"));
    byte[] body = text().getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> both = new LinkedHashMap<>(signature(body));
    assertThat(verify(body, both)).isInstanceOf(Unverified.class);

    both.put("authorization", List.of("Bearer callback-token"));
    assertThat(verify(body, both)).isInstanceOf(Verified.class);
  }

  @Test
  void anAddressThatIsNotOnTheListIsRefused() {
    again(
        EpaySettings.standard(), Map.of("KASPI_CALLBACK_ALLOWED_IPS", "203.0.113.0/24, 10.1.1.1"));
    byte[] body = text().getBytes(StandardCharsets.UTF_8);

    assertThat(verify(body, signature(body), "203.0.113.9")).isInstanceOf(Verified.class);
    assertThat(verify(body, signature(body), "203.0.114.9")).isInstanceOf(Unverified.class);
  }

  @Test
  void aSecretHashOfAnotherPaymentIsRefusedAndAMissingOneIsNot() {
    message.put("secret_hash", "b1f0");
    assertThat(signed()).isInstanceOf(Unverified.class);

    message.remove("secret_hash");
    assertThat(signed()).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @CsvSource({"-86400,true", "-86401,false", "300,true", "301,false"})
  void theTimeOfAMessageMayDifferThisMuch(long seconds, boolean taken) {
    message.put("dateTime", shop.clock().instant().plusSeconds(seconds).toString());

    assertThat(signed() instanceof Verified).isEqualTo(taken);
  }

  @Test
  void theWindowIsASetting() {
    again(setting("epay.callback-window-hours", "48"), Map.of());
    message.put("dateTime", shop.clock().instant().minus(Duration.ofHours(47)).toString());

    assertThat(signed()).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28T15:00:00+05:00",
        "2026-11-28T15:00:00+05",
        "2026-11-28T15:00:00.123+0500",
        "2026-11-28T15:00:00.123",
        "2026-11-28 15:00:00",
        "1795860000",
        "1795860000000"
      })
  void timesAreReadInEveryForm(String time) {
    message.put("dateTime", time);

    assertThat(signed())
        .isInstanceOfSatisfying(
            Verified.class, verified -> assertThat(verified.mustConfirm()).isFalse());
  }

  @Test
  void withoutATimeOrAnAmountTheProviderHasToBeAsked() {
    message.remove("dateTime");
    assertThat(signed())
        .isInstanceOfSatisfying(
            Verified.class, verified -> assertThat(verified.mustConfirm()).isTrue());

    message.put("dateTime", shop.clock().instant().toString());
    message.remove("amount");
    assertThat(signed())
        .isInstanceOfSatisfying(
            Verified.class, verified -> assertThat(verified.mustConfirm()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "amount,2500.51",
    "amount,2500.505",
    "amount,much",
    "currency,USD",
    "terminal,00000000-0000-0000-0000-000000000002",
    "billNumber,700000999"
  })
  void whatDoesNotFitThePaymentIsAMismatch(String field, String value) {
    message.put(field, value);

    assertThat(signed()).isInstanceOf(Mismatch.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "[1]", "\"PAID\"", "{", "{\"a\":1,\"a\":2}", "", "   "})
  void whatIsNoMessageIsUnreadable(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);

    assertThat(verify(body, signature(body))).isInstanceOf(Unreadable.class);
    assertThat(verify(body, Map.of())).isInstanceOf(Unverified.class);
  }

  @Test
  void aFormIsReadToo() {
    byte[] body =
        ("invoiceID=" + made.invoiceId() + "&status=PAID&amount=2500.50&currency=KZT")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(verify(body, signature(body))).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ok,success,Paid",
    "OK,Success,Paid",
    "error,rejected,Ended",
    "ok,pending,Waiting",
    "hm,,Waiting"
  })
  void withoutAStatusWordTheCodeTells(String code, String reason, String meaning) {
    message.remove("status");
    message.put("code", code);
    if (reason != null) {
      message.put("reason", reason);
    }

    assertThat(((Verified) signed()).reading().getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void aStatusWordWinsOverTheCode() {
    message.put("code", "ok");
    message.put("reason", "success");
    message.put("status", "BLOCKED");
    assertThat(((Verified) signed()).reading())
        .isInstanceOfSatisfying(Waiting.class, waiting -> assertThat(waiting.held()).isTrue());

    message.put("status", "rejected");
    assertThat(((Verified) signed()).reading()).isInstanceOf(Ended.class);
  }

  @Test
  void anIdentifierOfNobodysIsUnknown() {
    message.put("invoiceId", "KASPI_1778769000000_Q7W2E9R");

    assertThat(signed()).isInstanceOf(UnknownPayment.class);
  }

  @Test
  void anotherShopsReferenceIsUnknown() {
    byte[] body = text().getBytes(StandardCharsets.UTF_8);
    CallbackRequest elsewhere =
        new CallbackRequest("0".repeat(48), false, signature(body), body, "203.0.113.9");

    assertThat(shop.verifier().verify(elsewhere)).isInstanceOf(UnknownPayment.class);
  }

  @Test
  void theSameBytesAreProcessedOnceInFortyEightHours() {
    Verified verified = (Verified) signed();
    assertThat(signed()).isInstanceOf(Verified.class);

    shop.verifier().processed(verified);
    assertThat(signed()).isInstanceOf(Repeated.class);
    shop.later(Duration.ofHours(48).plusSeconds(1));
    assertThat(signed()).isInstanceOf(Unverified.class);
  }

  private CallbackVerdict signed() {
    byte[] body = text().getBytes(StandardCharsets.UTF_8);
    return verify(body, signature(body));
  }

  private CallbackVerdict verify(byte[] body, Map<String, List<String>> headers) {
    return verify(body, headers, "203.0.113.9");
  }

  private CallbackVerdict verify(byte[] body, Map<String, List<String>> headers, String source) {
    String reference = made.callback().postLink().replaceFirst(".*/epay/([0-9a-f]+)/post", "$1");
    return shop.verifier().verify(new CallbackRequest(reference, false, headers, body, source));
  }

  private void again(EpaySettings settings, Map<String, String> values) {
    shop.close();
    shop = new EpayShop(settings);
    assertThat(shop.connect(values)).isInstanceOf(ConnectOutcome.Connected.class);
    aPaidQr();
  }

  private String text() {
    return EpayFields.JSON.writeValueAsString(message);
  }

  private static EpaySettings setting(String key, String value) {
    return EpaySettings.from(it -> Optional.of(value).filter(_ -> it.equals(key)));
  }

  private static Map<String, List<String>> signature(byte[] body) {
    String hex = Digests.hmacSha256Hex(bytes(SECRET), body);
    return Map.of("x-webhook-signature", List.of("sha256=" + hex));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
