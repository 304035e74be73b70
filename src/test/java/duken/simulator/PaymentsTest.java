package duken.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import duken.simulator.cashier.request.BankRefusal;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A phone signs in and takes money through every endpoint, in both profiles. */
class PaymentsTest {

  private static final String NUMBER = "7001234567";
  private static final String QR =
      "{\"PaymentAmount\":1250.5,\"DeviceInterface\":\"Pos\",\"Latitude\":43.2,\"Longitude\":76.8}";
  private static final String BILL =
      "{\"PhoneNumber\":\"77017654321\",\"Amount\":3799,\"Comment\":\"mark-1\"}";

  private BankSimulator bank;

  @BeforeEach
  void start() throws IOException {
    bank = BankSimulator.start(SimulatorOptions.standard(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    assertThat(bank.breaches()).extracting(BankRefusal::why).isEmpty();
    bank.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XS1", "XS2"})
  void aQrIsScannedPaidAndReturnedInParts(String profile) {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), profile).signIn(NUMBER);
    JsonNode made = phone.post("/v01/qr-token/create", QR).data();
    long id = made.path("QrOperationId").asLong();
    assertThat(made.path("QrToken").asString()).matches("https://qr\\.kaspi\\.kz/\\d{41}");
    assertThat(made.path("QrPaymentBehaviorOptions").path("qrCodeScanWaitTimeout").asInt())
        .isEqualTo(180);
    assertThat(status(phone, id)).isEqualTo("QrTokenCreated");
    bank.scan(id);
    assertThat(status(phone, id)).isEqualTo("Wait");
    bank.pay(id);
    assertThat(status(phone, id)).isEqualTo("Processed");
    assertThat(giveBack(phone, id, "1000").code()).isZero();
    assertThat(giveBack(phone, id, "250.51").code()).isEqualTo(-99_000_020);
    assertThat(giveBack(phone, id, "250.5").code()).isZero();
    JsonNode details =
        phone
            .post(
                "/v01/kaspi-qr/operations/details",
                "{\"Id\":%d,\"OperationMethod\":0}".formatted(id))
            .data();
    assertThat(details.path("Status").asString()).isEqualTo("Processed");
    assertThat(details.path("AvailableReturnAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(details.path("Returns").size()).isEqualTo(2);
    assertThat(bank.counts().qrs()).isEqualTo(1);
    assertThat(bank.counts().returns()).isEqualTo(2);
    assertThat(bank.polls(id)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XS1", "XS2"})
  void aBillIsSentPaidAndFoundInTheHistory(String profile) {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), profile).signIn(NUMBER);
    assertThat(
            phone
                .get("/v01/remote/client-info?phoneNumber=77017654321")
                .data()
                .path("ClientName")
                .asString())
        .isNotEmpty();
    JsonNode made = phone.post("/v01/remote/create", BILL).data();
    assertThat(made.propertyNames()).containsExactly("QrOperationId");
    long id = made.path("QrOperationId").asLong();
    JsonNode open = phone.post("/v01/remote/history", "{\"MaxResult\":20}").data();
    assertThat(open.path("Operations").get(0).path("Comment").asString()).isEqualTo("mark-1");
    bank.pay(id);
    JsonNode details = phone.get("/v02/remote/details?operationId=" + id).data();
    assertThat(details.path("Status").asString()).isEqualTo("Processed");
    assertThat(phone.post("/v01/remote/history", "{\"MaxResult\":20}").data().path("Operations"))
        .isEmpty();
    JsonNode history =
        phone
            .post(
                "/v02/history/operations",
                "{\"EndDate\":\"2026-11-22\",\"LastTransactionDate\":\"\",\"StatementPeriodCode\":2}")
            .data();
    JsonNode row = history.path("DailySets").get(0).path("Operations").get(0);
    assertThat(row.path("Id").asLong()).isEqualTo(id);
    assertThat(row.path("OperationMethod").asInt()).isEqualTo(1);
    assertThat(history.path("Statistic").path("SalesAmount").decimalValue())
        .isEqualByComparingTo("3799");
    assertThat(cancel(phone, id).code()).isEqualTo(-99_000_010);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XS1", "XS2"})
  void aBillIsTakenBack(String profile) {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), profile).signIn(NUMBER);
    long id = phone.post("/v01/remote/create", BILL).data().path("QrOperationId").asLong();
    assertThat(cancel(phone, id).data().path("Status").asString())
        .isEqualTo("RemotePaymentCanceled");
    assertThat(status(phone, id)).isEqualTo("RemotePaymentCanceled");
    assertThat(cancel(phone, id).code()).isEqualTo(-99_000_010);
    assertThat(bank.counts().cancels()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XS1", "XS2"})
  void aTokenIsRenewedWithANewKeyAndWithout(String profile) {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), profile).signIn(NUMBER);
    JsonNode renewed = phone.contextCall("/v03/auth/sign-in-lite").send().data();
    String old = phone.serial;
    phone.serial = renewed.path("TokenSn").asString();
    phone.secret = phone.agree(renewed.path("X509").asString());
    assertThat(phone.serial).isNotEqualTo(old);
    assertThat(phone.context().code()).isZero();
    bank.behave("refresh", "WITHOUT_KEY");
    renewed = phone.contextCall("/v03/auth/sign-in-lite").send().data();
    assertThat(renewed.has("X509")).isFalse();
    phone.serial = renewed.path("TokenSn").asString();
    assertThat(phone.context().code()).isZero();
  }

  @Test
  void aTokenThatRanOutIsGoodForARefreshOnlyAndDeadAfterIt() {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), "XS2").signIn(NUMBER);
    String old = phone.serial;
    byte[] secret = phone.secret;
    assertThat(bank.end(NUMBER)).isTrue();
    assertThat(phone.get("/v02/remote/details?operationId=1").status()).isEqualTo(401);
    assertThat(phone.contextCall("/v08/organizations/org-context-otp").send().status())
        .isEqualTo(401);
    JsonNode renewed = phone.contextCall("/v03/auth/sign-in-lite").send().data();
    phone.serial = renewed.path("TokenSn").asString();
    phone.secret = phone.agree(renewed.path("X509").asString());
    assertThat(phone.get("/v02/remote/details?operationId=1").code()).isEqualTo(-99_000_001);
    phone.serial = old;
    phone.secret = secret;
    assertThat(phone.get("/v02/remote/details?operationId=1").code()).isEqualTo(-101_001);
    assertThat(phone.contextCall("/v03/auth/sign-in-lite").send().code()).isEqualTo(-101_001);
    assertThat(bank.breaches()).isEmpty();
  }

  @Test
  void aTokenThatAnotherPhoneEndedIsNotRenewed() {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), "XS2").signIn(NUMBER);
    bank.evict(NUMBER);
    assertThat(phone.contextCall("/v03/auth/sign-in-lite").send().code()).isEqualTo(-101_001);
  }

  @Test
  void aRefreshIsCheckedAsStrictlyAsEveryCallWithAToken() {
    TestPhone phone = new TestPhone(bank.url(), Clock.systemUTC(), "XS2").signIn(NUMBER);
    String path = "/v03/auth/sign-in-lite";
    assertThat(phone.contextCall(path).with("X-PI", phone.profileId).send().code()).isEqualTo(-999);
    assertThat(phone.contextCall(path).tampered("X-SU", "0").send().code()).isEqualTo(-999);
    assertThat(phone.contextCall(path).tampered("X-PkTag", "0").send().code()).isEqualTo(-999);
    assertThat(phone.contextCall(path).tampered("X-App-Ver", "1").send().code()).isEqualTo(-999);
    assertThat(phone.contextCall(path).tamperedBody("{}").send().code()).isEqualTo(-999);
    assertThat(phone.sign(phone.contextCall(path).with("X-Kb-TokenSnMac", "1")).send().code())
        .isEqualTo(-10_001);
    assertThat(phone.context().code()).as("the token was left as it was").isZero();
    bank.forget();
  }

  private static String status(TestPhone phone, long id) {
    return phone.get("/v02/kaspi-qr/status?qrOperationId=" + id).data().path("Status").asString();
  }

  private static PhoneCall.Answer cancel(TestPhone phone, long id) {
    return phone.post("/v01/remote/cancel", "{\"qrOperationId\":" + id + "}");
  }

  private static PhoneCall.Answer giveBack(TestPhone phone, long id, String amount) {
    return phone.post(
        "/v01/kaspi-qr/history-pos-return",
        "{\"ReturnAmount\":%s,\"QrOperationId\":%d,\"DeviceInterface\":\"Pos\"}"
            .formatted(amount, id));
  }
}
