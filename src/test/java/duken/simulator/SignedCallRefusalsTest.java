package duken.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import duken.simulator.cashier.request.BankRefusal;
import duken.simulator.proof.SignProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything a signed call can get wrong is refused, and the log says what it was. */
class SignedCallRefusalsTest {

  private static final String CREATE = "/v01/qr-token/create";
  private static final String QR = "{\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\"}";

  private final MovableClock clock = new MovableClock();

  private BankSimulator bank;
  private TestPhone phone;

  @BeforeEach
  void start() throws IOException {
    bank = BankSimulator.start(SimulatorOptions.standard(), clock);
    phone = new TestPhone(bank.url(), clock, "XS2").signIn("7001234567");
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  @Test
  void anHonestCallIsGranted() {
    assertThat(phone.sign(create()).send().code()).isZero();
    assertThat(bank.refusals()).isEmpty();
  }

  @Test
  void aBodyThatIsNotTheSignedOneIsRefused() {
    refused("X-Sign", -999, phone.sign(create()).tamperedBody(QR.replace("500", "50")));
  }

  @Test
  void theOldProfileDoesNotCoverTheBody() {
    TestPhone old = new TestPhone(bank.url(), clock, "XS1").signIn("7007654321");
    PhoneCall call = old.sign(old.qrpay("POST", CREATE, QR));
    assertThat(call.tamperedBody(QR.replace("500", "50")).send().code()).isZero();
  }

  @Test
  void aQueryThatIsNotTheSignedOneIsRefused() {
    PhoneCall signed = phone.sign(phone.qrpay("GET", "/v02/remote/details?operationId=1", null));
    PhoneCall other = phone.qrpay("GET", "/v02/remote/details?operationId=2", null);
    refused("X-Sign", -999, other.with("X-Sign", signed.headers().get("X-Sign")));
  }

  @Test
  void anotherPhonesSignatureIsRefused() {
    TestPhone other = new TestPhone(bank.url(), clock, "XS2");
    refused("X-Sign", -999, other.sign(create()));
  }

  @Test
  void aProfileThatIsNotAcceptedIsRefused() {
    bank.behave("profiles", Set.of(SignProfile.XS1));
    refused("X-Sign", -999, phone.sign(create()));
  }

  @Test
  void aSignatureThatIsNoneIsRefused() {
    refused("X-Sign", -999, phone.sign(create()).tampered("X-Sign", "not base64!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"url", "X-Time", "X-SV", "X-Kb-TokenSn", "X-Kb-TokenSnMac", "X-Install-ID"})
  void aListWithoutOneOfTheNeededNamesIsRefused(String name) {
    String list =
        String.join(
            ",",
            Stream.of(TestPhone.QRPAY_XS2.split(",")).filter(one -> !one.equals(name)).toList());
    refused("X-SH", -999, phone.sign(create().with("X-SH", list)));
  }

  @ParameterizedTest
  @ValueSource(strings = {",X-Time", ",x-time", ",X-Unknown", ",X-Sign", ",X-SH", ", X-Call", ","})
  void aListWithANameTwiceOrUnknownIsRefused(String more) {
    refused("X-SH", -999, phone.sign(create().with("X-SH", TestPhone.QRPAY_XS2 + more)));
  }

  @Test
  void theOrderOfTheListIsFree() {
    String list = String.join(",", List.of(TestPhone.QRPAY_XS2.split(",")).reversed());
    assertThat(phone.sign(create().with("X-SH", list)).send().code()).isZero();
  }

  @Test
  void aHeaderThatIsThereTwiceIsRefused() {
    refused("X-SV", -999, phone.sign(create()).twice("X-SV", "2"));
  }

  @Test
  void anOldTimeIsRefusedEvenWithAFreshCode() {
    String old = TestPhone.time(clock.instant().minus(Duration.ofMinutes(5).plusSeconds(1)));
    refused("X-Time", -999, phone.sign(create().with("X-Time", old)));
  }

  @Test
  void aTimeInAnotherFormIsRefused() {
    String withColon = phone.time().replaceFirst("00$", ":00");
    refused("X-Time", -999, phone.sign(create().with("X-Time", withColon)));
  }

  @ParameterizedTest
  @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
  void aCodeIsGoodForOneStepOnEitherSide(int seconds, boolean good) {
    Instant at = clock.instant().plusSeconds(seconds);
    PhoneCall call =
        phone.sign(
            create().with("X-Time", TestPhone.time(at)).with("X-Kb-TokenSnMac", phone.mac(at)));
    if (good) {
      assertThat(call.send().code()).isZero();
    } else {
      refused("MAC", -10_001, call);
    }
  }

  @Test
  void aCodeOfAnotherInstantThanTheTimeIsRefused() {
    Instant before = clock.instant().minusSeconds(30);
    refused("MAC", -10_001, phone.sign(create().with("X-Kb-TokenSnMac", phone.mac(before))));
  }

  @Test
  void aPhoneWhoseClockIsWrongIsToldByTheCode() {
    bank.skew(Duration.ofMinutes(10));
    refused("MAC", -10_001, phone.sign(create()));
  }

  @Test
  void aRequestThatIsSentTwiceIsRefused() {
    PhoneCall call = phone.sign(create());
    assertThat(call.send().code()).isZero();
    refused("X-Request-ID", -999, call);
  }

  @ParameterizedTest
  @CsvSource({
    "X-PI, 1",
    "X-Device-ID, 11111111-2222-4333-8444-555555555555",
    "X-Install-ID, 11111111-2222-4333-8444-555555555555",
    "X-Platform-Type, Android",
    "X-SV, 3",
    "X-Call, connected",
    "X-Request-ID, 11111111-2222-4333-8444-55555555555a",
    "Accept, text/html",
    "Accept-Language, en",
    "User-Agent, okhttp/5",
    "Cookie, a=b",
    "X-SU, bd1db2bf4b06dd7647746dca3377b8d0",
    "X-PkTag, bd1db2bf4b06dd7647746dca3377b8d0",
    "Content-Type, application/json; charset=utf-8"
  })
  void aHeaderWithAnotherValueIsRefused(String name, String value) {
    refused(name, -999, phone.sign(create().with(name, value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Request-ID", "X-App-Ver", "X-Platform-Ver", "X-Locale", "X-Sign"})
  void aHeaderThatIsMissingIsRefused(String name) {
    PhoneCall call = name.equals("X-Sign") ? create() : phone.sign(create().without(name));
    refused(name, -999, call);
  }

  @Test
  void aTokenThatWasNeverGivenIsDead() {
    refused("token", -101_001, phone.sign(create().with("X-Kb-TokenSn", "TSN-INVENTED")));
    assertThat(bank.breaches()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"PaymentAmount\":500,\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\"}",
        "{\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\"} {}",
        "{\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\"",
        "{\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\",\"More\":1}",
        "{\"PaymentAmount\":\"500\",\"DeviceInterface\":\"Pos\"}",
        "{\"PaymentAmount\":0,\"DeviceInterface\":\"Pos\"}",
        "{\"PaymentAmount\":-5,\"DeviceInterface\":\"Pos\"}",
        "{\"PaymentAmount\":0.001,\"DeviceInterface\":\"Pos\"}",
        "{\"PaymentAmount\":500,\"DeviceInterface\":\"Web\"}",
        "{\"PaymentAmount\":500,\"DeviceInterface\":\"Pos\",\"Latitude\":43.2}",
        "[]"
      })
  void aBodyThatIsNotAsWrittenIsRefused(String body) {
    refused("body", -999, phone.sign(phone.qrpay("POST", CREATE, body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"operationId=x", "operationId=1&a=2", "OperationId=1"})
  void aQueryThatIsNotAsWrittenIsRefused(String query) {
    refused("query", -999, phone.sign(phone.qrpay("GET", "/v02/remote/details?" + query, null)));
  }

  @Test
  void aCallThatDoesNotExistIsSaidSo() {
    assertThat(phone.get("/v09/nothing").status()).isEqualTo(404);
    assertThat(phone.get(CREATE).status()).isEqualTo(404);
    assertThat(bank.breaches()).extracting(BankRefusal::check).containsExactly("path", "path");
  }

  @ParameterizedTest
  @CsvSource({
    "X-S, nonsense",
    "X-Kb-Client-Ip, localhost",
    "X-PI, 1",
    "X-SU, bd1db2bf4b06dd7647746dca3377b8d0",
    "X-PkTag, bd1db2bf4b06dd7647746dca3377b8d0"
  })
  void theOrganisationIsNotToldToWhoeverGetsAHeaderWrong(String name, String value) {
    refused(
        name,
        -999,
        phone.sign(phone.contextCall("/v08/organizations/org-context-otp").with(name, value)));
  }

  @Test
  void theOrganisationIsNotToldToAnotherDevice() {
    PhoneCall call = phone.contextCall("/v08/organizations/org-context-otp");
    String body = call.body().replace(phone.deviceId, TestPhone.uuid());
    refused("body", -999, phone.sign(call.body(body)));
    PhoneCall without = phone.contextCall("/v08/organizations/org-context-otp");
    refused(
        "body", -999, phone.sign(without.body(without.body().replace("\"Brand\":\"Apple\",", ""))));
  }

  private PhoneCall create() {
    return phone.qrpay("POST", CREATE, QR);
  }

  private void refused(String check, int code, PhoneCall call) {
    bank.forget();
    assertThat(call.send().code()).isEqualTo(code);
    assertThat(bank.refusals()).extracting(BankRefusal::check).containsExactly(check);
    assertThat(bank.refusals().getFirst().why()).isNotBlank();
    assertThat(bank.counts().qrs()).isZero();
  }
}
