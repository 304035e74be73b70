package duken.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Fault;
import duken.simulator.cashier.request.BankRefusal;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything a sign-in can get wrong is refused, and the screens a human must see are shown. */
class SignInRefusalsTest {

  private static final String NUMBER = "7001234567";

  private final MovableClock clock = new MovableClock();

  private BankSimulator bank;
  private TestPhone phone;

  @BeforeEach
  void start() throws IOException {
    bank = BankSimulator.start(SimulatorOptions.standard(), clock);
    phone = new TestPhone(bank.url(), clock, "XS2");
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deviceId",
        "installId",
        "is_mobile_app",
        "locale",
        "ma_bld",
        "ma_platform_type",
        "ma_platform_ver",
        "ma_ver",
        "pk",
        "pkTag",
        "xs"
      })
  void aMissingCookieIsRefused(String name) {
    String cookie =
        phone.cookie().replaceFirst("(^|; )" + name + "=[^;]*", "").replaceFirst("^; ", "");
    refused("cookie", "BadIncomingRequest", phone.initCall().with("Cookie", cookie));
  }

  @ParameterizedTest
  @CsvSource({
    "deviceId=[^;]*, deviceId=abc",
    "ma_bld=\\d+, ma_bld=new",
    "is_mobile_app=true, is_mobile_app=false",
    "locale=, locale=ru-RU; locale=",
    "xs=.*, xs=nothing"
  })
  void aCookieInAnotherFormIsRefused(String part, String instead) {
    refused(
        "cookie",
        "BadIncomingRequest",
        phone.initCall().with("Cookie", phone.cookie().replaceFirst(part, instead)));
  }

  @Test
  void aTagThatDoesNotFitItsKeyIsRefused() {
    String other = new TestPhone(bank.url(), clock, "XS2").pkTag;
    refused(
        "pkTag",
        "KaspiPayCheckSecurityFailed",
        phone.initCall().with("Cookie", phone.cookie().replace(phone.pkTag, other)));
  }

  @Test
  void aKeyThatIsNoPointOfTheCurveIsRefused() {
    String noPoint = "BA" + "A".repeat(85) + "=";
    String cookie =
        phone.cookie().replace(phone.pk, noPoint).replace(phone.pkTag, TestPhone.md5(noPoint));
    refused("pk", "KaspiPayCheckSecurityFailed", phone.initCall().with("Cookie", cookie));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://entrance-pay.kaspi.kz",
    "Accept, */*",
    "Sec-Fetch-Mode, navigate",
    "User-Agent, okhttp/5",
    "Content-Type, application/json; charset=utf-8"
  })
  void aHeaderThatNoBrowserOfTheirsSendsIsRefused(String name, String value) {
    refused(name, "BadIncomingRequest", phone.initCall().with(name, value));
  }

  @Test
  void anotherRefererIsRefused() {
    PhoneCall call = phone.initCall();
    String referer = call.headers().get("Referer");
    refused("Referer", "BadIncomingRequest", call.with("Referer", referer.replace("1115", "1")));
    phone.init();
    PhoneCall later = phone.later("EnterPhoneNumber", "{\"phoneNumber\":\"" + NUMBER + "\"}");
    refused(
        "Referer",
        "BadIncomingRequest",
        later.with("Referer", later.headers().get("Referer").replace("pId=", "pId=x")));
  }

  @Test
  void onlyTheLastUserTokenIsTaken() {
    phone.init();
    String first = phone.userToken;
    phone.phone(NUMBER);
    String second = phone.userToken;
    assertThat(second).isNotEqualTo(first);
    phone.userToken = first;
    refused("user_token", "BadIncomingRequest", phone.codeCall("1234"));
    phone.userToken = null;
    refused("user_token", "BadIncomingRequest", phone.codeCall("1234"));
    phone.userToken = second;
    assertThat(phone.code("1234").error()).isEmpty();
  }

  @Test
  void anAnswerWithoutATokenKeepsTheOld() {
    bank.behave("rotateUserToken", false);
    phone.signIn(NUMBER);
    assertThat(bank.refusals()).isEmpty();
  }

  @Test
  void anotherDeviceCannotGoOn() {
    phone.init();
    TestPhone other = new TestPhone(bank.url(), clock, "XS2");
    other.processId = phone.processId;
    other.userToken = phone.userToken;
    assertThat(other.phone(NUMBER).error()).isEqualTo("KaspiPayCheckSecurityFailed");
    assertThat(bank.counts().sms()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"77001234567", "87001234567", "+77001234567", "1234567890", ""})
  void onlyTenDigitsAreANumber(String number) {
    phone.init();
    assertThat(phone.phone(number).error()).isEqualTo("UserPhoneNumberDoesNotBelongToAnyOperator");
    assertThat(bank.counts().sms()).isZero();
    assertThat(bank.breaches()).isEmpty();
  }

  @Test
  void theThirdWrongCodeEndsTheSignIn() {
    phone.init();
    phone.phone(NUMBER);
    PhoneCall.Answer first = phone.code("0000");
    assertThat(first.error()).isEmpty();
    assertThat(first.json().path("view").path("code").asString()).isEqualTo("EnterOtp");
    assertThat(phone.code("0000").error()).isEqualTo("OtpCodeIsWrong");
    assertThat(phone.code("0000").error()).isEqualTo("EnterOtpAttemptsExceeded");
    assertThat(phone.code("1234").error()).isEqualTo("ContextNotFound");
    assertThat(bank.refusals()).hasSize(4);
    assertThat(bank.breaches()).isEmpty();
  }

  @Test
  void aSignInTimesOutAfterTenMinutes() {
    phone.init();
    phone.phone(NUMBER);
    clock.move(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(phone.code("1234").error()).isEqualTo("ContextNotFound");
  }

  @Test
  void anOldBuildIsToldToUpdate() {
    bank.behave("oldestBuild", 1116);
    assertThat(phone.init().error()).isEqualTo("OldVersionToUpdate");
    phone.build = "1116";
    assertThat(phone.init().error()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ORG_REGISTRATION, MobileOrgRegistration",
    "PASSWORD, ViewEnterLoginPassword",
    "PHOTO, ViewKaspiIdTakePhoto",
    "UNKNOWN, ViewSomethingNew"
  })
  void aScreenForAHumanComesAfterARightCodeAndLeadsNowhere(String screen, String name) {
    bank.behave("screen", screen);
    phone.init();
    phone.phone(NUMBER);
    assertThat(phone.code("1234").json().path("meta").path("sn").asString()).isEqualTo(name);
    assertThat(phone.finish().json().path("success").asBoolean()).isFalse();
    assertThat(bank.counts().signIns()).isZero();
  }

  @Test
  void theRarerNamesOfViewsCanBeShown() {
    bank.behave("otherViews", true);
    assertThat(view(phone.init())).isEqualTo("KPUniversalEnterPhoneNumber");
    assertThat(view(phone.phone(NUMBER))).isEqualTo("KPUniversalEnterOtp");
    assertThat(view(phone.code("1234"))).isEqualTo("KPMobileCall");
    assertThat(phone.finish().json().path("success").asBoolean()).isTrue();
  }

  @Test
  void anErrorOfTheEntranceComesInThreePlaces() {
    String init = CashierPaths.STEP + "#init";
    bank.fault(init, Fault.entranceError("TemporaryBlocked"));
    bank.fault(init, new Fault(Fault.Kind.ENTRANCE_DATA_ERROR, false, 0, "TemporaryBlocked", 0));
    bank.fault(init, new Fault(Fault.Kind.ENTRANCE_ALARM, false, 0, "TemporaryBlocked", 0));
    assertThat(phone.init().error()).isEqualTo("TemporaryBlocked");
    assertThat(phone.init().json().at("/data/error/code").asString()).isEqualTo("TemporaryBlocked");
    assertThat(phone.init().json().at("/view/onOpenAlarm/error/code").asString())
        .isEqualTo("TemporaryBlocked");
    assertThat(phone.init().error()).isEmpty();
  }

  @Test
  void aFinishBeforeTheCodeIsRefused() {
    phone.init();
    phone.phone(NUMBER);
    assertThat(phone.finish().json().path("success").asBoolean()).isFalse();
    assertThat(bank.breaches()).extracting(BankRefusal::check).containsExactly("order");
  }

  @Test
  void aFinishThatProvesNothingIsRefused() {
    toFinish();
    String data = phone.signedData(phone.installId, phone.time());
    finishRefused("signed.sign", phone.finishCall(data, false));
    finishRefused(
        "signed.data", phone.finishCall(phone.signedData(TestPhone.uuid(), phone.time()), true));
    finishRefused(
        "signed.data.time",
        phone.finishCall(
            phone.signedData(phone.installId, TestPhone.time(clock.instant().minusSeconds(301))),
            true));
    finishRefused("body", phone.finishCall(data.replace("[", "").replace("]", ""), true));
    finishRefused("body", phone.finishCall(data.replaceFirst("\"auth.*\\],", ""), true));
    finishRefused(
        "X-Sign",
        phone
            .finishCall(data, true)
            .tampered("X-Time", TestPhone.time(clock.instant().plusMillis(1))));
    finishRefused("X-SU", phone.finishCall(data, true).with("X-SU", "0"));
    finishRefused("X-PkTag", phone.finishCall(data, true).with("X-PkTag", "0"));
    finishRefused("X-Kb-TokenSn", phone.finishCall(data, true).with("X-Kb-TokenSn", "T"));
    finishRefused("Cookie", phone.finishCall(data, true).with("Cookie", "a=b"));
    PhoneCall noPoint = phone.finishCall(data, true);
    String key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" + "A".repeat(86) + "==";
    finishRefused(
        "guard.x509",
        phone.sign(noPoint.body(noPoint.body().replaceFirst("(x509\":\")[^\"]*", "$1" + key))));
    assertThat(phone.finishCall(data, true).send().json().path("success").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"WITHOUT_TOKEN, false, true", "WITHOUT_KEY, true, false"})
  void aFinishCanLackWhatItNeeds(String shape, boolean token, boolean key) {
    bank.behave("finish", shape);
    toFinish();
    String data = phone.signedData(phone.installId, phone.time());
    var answer = phone.finishCall(data, true).send().json().path("data");
    assertThat(answer.has("tokenSN")).isEqualTo(token);
    assertThat(answer.has("x509")).isEqualTo(key);
  }

  @Test
  void aNumberWithoutARoleHasADeadToken() {
    bank.behave("finish", Behaviour.FinishAnswer.NO_ROLES);
    toFinish();
    assertThat(phone.finish().json().path("data").path("roles").size()).isZero();
    assertThat(phone.context().code()).isEqualTo(-101_001);
  }

  private void toFinish() {
    phone.init();
    phone.phone(NUMBER);
    phone.code("1234");
  }

  private static String view(PhoneCall.Answer answer) {
    return answer.json().path("view").path("code").asString();
  }

  private void finishRefused(String check, PhoneCall call) {
    bank.forget();
    assertThat(call.send().json().path("success").asBoolean()).isFalse();
    assertThat(bank.breaches()).extracting(BankRefusal::check).containsExactly(check);
  }

  private void refused(String check, String code, PhoneCall call) {
    bank.forget();
    assertThat(call.send().error()).isEqualTo(code);
    assertThat(bank.breaches()).extracting(BankRefusal::check).containsExactly(check);
  }
}
