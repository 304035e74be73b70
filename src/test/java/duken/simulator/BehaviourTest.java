package duken.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.simulator.cashier.fault.Behaviour;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What can be switched does switch, and what ends by itself ends when its time is over. */
class BehaviourTest {

  private static final String QR =
      "{\"PaymentAmount\":1250.5,\"DeviceInterface\":\"Pos\",\"Latitude\":43.2,\"Longitude\":76.8}";
  private static final String BILL =
      "{\"PhoneNumber\":\"77017654321\",\"Amount\":3799,\"Comment\":\"\"}";

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
    assertThat(bank.breaches()).isEmpty();
    bank.close();
  }

  @Test
  void anUnscannedQrIsDiscarded() {
    long id = qr().path("QrOperationId").asLong();
    bank.advance(Duration.ofSeconds(179));
    assertThat(status(id)).isEqualTo("QrTokenCreated");
    bank.advance(Duration.ofSeconds(1));
    assertThat(status(id)).isEqualTo("QrTokenDiscarded");
  }

  @Test
  void aScannedQrWaitsForItsCustomerAndThenNotAnyMore() {
    long id = qr().path("QrOperationId").asLong();
    clock.move(Duration.ofSeconds(100));
    bank.scan(id);
    clock.move(Duration.ofSeconds(64));
    assertThat(status(id)).isEqualTo("Wait");
    clock.move(Duration.ofSeconds(1));
    assertThat(status(id)).isEqualTo("NotConfirmedByUser");
  }

  @Test
  void aBillRunsOutAfterADay() {
    long id = phone.post("/v01/remote/create", BILL).data().path("QrOperationId").asLong();
    bank.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(status(id)).isEqualTo("RemotePaymentCreated");
    bank.advance(Duration.ofSeconds(1));
    assertThat(status(id)).isEqualTo("Expired");
    bank.pay(id);
    assertThat(status(id)).isEqualTo("Processed");
  }

  @Test
  void nothingEndsByItselfWhenThatIsSwitchedOff() {
    bank.behave("automatic", false);
    long id = qr().path("QrOperationId").asLong();
    bank.advance(Duration.ofDays(2));
    assertThat(status(id)).isEqualTo("QrTokenCreated");
  }

  @ParameterizedTest
  @CsvSource({"OLD, true, false", "NEW, false, true", "BOTH, true, true"})
  void aNewBillIsAnsweredInTheOldShapeTheNewOrBoth(String shape, boolean old, boolean current) {
    bank.behave("remoteCreate", shape);
    JsonNode made = phone.post("/v01/remote/create", BILL).data();
    assertThat(made.has("Id")).isEqualTo(old);
    assertThat(made.has("Status")).isEqualTo(old);
    assertThat(made.has("QrOperationId")).isEqualTo(current);
  }

  @ParameterizedTest
  @CsvSource({
    "OFFSET, 2026-11-21T11:03:07.123+05:00",
    "Z, 2026-11-21T06:03:07.123Z",
    "NONE, 2026-11-21T11:03:07.123",
    "ABSENT, ''"
  })
  void theEndOfAQrIsWrittenInEachForm(String form, String expected) {
    bank.behave("expireDate", form);
    assertThat(qr().path("ExpireDate").asString("")).isEqualTo(expected);
  }

  @Test
  void numbersComeAsTextAndAmountsAsPeopleReadThem() {
    bank.behave("numbersAsText", true);
    bank.behave("idsAsText", true);
    JsonNode made = qr();
    assertThat(made.path("Amount").stringValue()).isEqualTo("1250.5");
    assertThat(made.path("QrOperationId").stringValue()).matches("\\d+");
    bank.behave("amountsAsDisplay", true);
    assertThat(qr().path("Amount").stringValue()).isEqualTo("1\u00a0250,50 ₸");
  }

  @Test
  void theOptionsAreTextMissingUnreadableOrAnything() {
    bank.behave("options", Behaviour.OptionsForm.TEXT);
    assertThat(qr().at("/QrPaymentBehaviorOptions/qrCodeScanWaitTimeout").stringValue())
        .isEqualTo("180");
    bank.behave("announced", Map.of("qrCodeScanWaitTimeout", -7));
    assertThat(qr().at("/QrPaymentBehaviorOptions/qrCodeScanWaitTimeout").asInt()).isEqualTo(-7);
    bank.behave("options", Behaviour.OptionsForm.UNREADABLE);
    assertThat(qr().path("QrPaymentBehaviorOptions").isString()).isTrue();
    bank.behave("options", Behaviour.OptionsForm.MISSING);
    assertThat(qr().has("QrPaymentBehaviorOptions")).isFalse();
  }

  @Test
  void aSuccessMayLackItsCode() {
    bank.behave("omitStatusCode", true);
    PhoneCall.Answer answer = phone.post("/v01/qr-token/create", QR);
    assertThat(answer.json().has("StatusCode")).isFalse();
    assertThat(answer.data().has("QrToken")).isTrue();
  }

  @Test
  void anyWordCanBeSet() {
    long id = qr().path("QrOperationId").asLong();
    bank.status(id, "SomethingNew");
    bank.advance(Duration.ofHours(1));
    assertThat(status(id)).isEqualTo("SomethingNew");
  }

  @Test
  void aBehaviourThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> bank.behave("nothing", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bank.behave("expireDate", "SOON"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bank.behave("code", "12"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecondPhoneWithTheSameNumberKillsTheFirstToken() {
    TestPhone second = new TestPhone(bank.url(), clock, "XS2").signIn("7001234567");
    assertThat(phone.post("/v01/qr-token/create", QR).code()).isEqualTo(-101_001);
    assertThat(phone.get("/v02/remote/details?operationId=1").code()).isEqualTo(-101_001);
    assertThat(second.get("/v02/remote/details?operationId=1").code()).isEqualTo(-99_000_001);
    assertThat(phone.post("/v02/history/operations", history()).code()).isZero();
    bank.behave("deadTokenReadsHistory", false);
    assertThat(phone.post("/v02/history/operations", history()).code()).isEqualTo(-101_001);
    bank.evict("7001234567");
    assertThat(second.post("/v01/qr-token/create", QR).code()).isEqualTo(-101_001);
  }

  @Test
  void aNumberIsNeverGivenTwiceEvenAfterANewStart() throws IOException {
    long first = qr().path("QrOperationId").asLong();
    clock.move(Duration.ofSeconds(1));
    try (BankSimulator next = BankSimulator.start(SimulatorOptions.standard(), clock)) {
      TestPhone again = new TestPhone(next.url(), clock, "XS2").signIn("7001234567");
      assertThat(again.profileId).isEqualTo(phone.profileId);
      again.post("/v01/qr-token/create", QR);
      assertThat(next.latest().id()).isGreaterThan(first);
    }
  }

  @Test
  void operationsOfAnotherNumberDoNotExist() {
    long id = qr().path("QrOperationId").asLong();
    TestPhone other = new TestPhone(bank.url(), clock, "XS2").signIn("7009999999");
    assertThat(other.get("/v02/kaspi-qr/status?qrOperationId=" + id).code()).isEqualTo(-99_000_001);
    assertThat(phone.get("/v02/remote/details?operationId=" + id).code()).isEqualTo(-99_000_001);
  }

  @ParameterizedTest
  @CsvSource({
    "77017654321, 100.5, -99000007",
    "7017654321, 100, -99000005",
    "87017654321, 100, -99000005",
    "77017650000, 100, -99000006"
  })
  void aBillTheBankWouldNotTakeIsDeclined(String number, String amount, int code) {
    String body =
        "{\"PhoneNumber\":\"%s\",\"Amount\":%s,\"Comment\":\"\"}".formatted(number, amount);
    assertThat(phone.post("/v01/remote/create", body).code()).isEqualTo(code);
    assertThat(bank.counts().bills()).isZero();
  }

  @Test
  void aCustomerIsNamedByTheOperator() {
    bank.payer("7017654321", "Тест Тестов");
    assertThat(
            phone
                .get("/v01/remote/client-info?phoneNumber=77017654321")
                .data()
                .path("ClientName")
                .asString())
        .isEqualTo("Тест Тестов");
  }

  @Test
  void moneyThatWentBackInTheMerchantsPhoneIsSeenByReadingAlone() {
    long id = phone.post("/v01/remote/create", BILL).data().path("QrOperationId").asLong();
    bank.pay(id);
    bank.refund(id, 100_000);
    JsonNode bill = phone.get("/v02/remote/details?operationId=" + id).data();
    assertThat(bill.path("Status").asString()).isEqualTo("Processed");
    assertThat(bill.path("TotalReturnsAmount").asInt()).isEqualTo(1000);
    assertThat(bank.counts().returns()).isZero();
    JsonNode rows =
        phone.post("/v02/history/operations", history()).data().at("/DailySets/0/Operations");
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.get(0).path("OperationType").asInt()).isEqualTo(1);
  }

  @Test
  void theHistoryComesInPagesAndNoneIsLost() {
    bank.behave("historyPage", 2);
    for (int i = 0; i < 5; i++) {
      bank.pay(qr().path("QrOperationId").asLong());
      clock.move(Duration.ofSeconds(1));
    }
    int rows = 0;
    String below = "";
    for (int page = 0; page < 3; page++) {
      String body = history().replace("\"\"", "\"" + below + "\"");
      JsonNode shown =
          phone.post("/v02/history/operations", body).data().at("/DailySets/0/Operations");
      rows += shown.size();
      below = shown.get(shown.size() - 1).path("OrderRegDate").asString();
    }
    assertThat(rows).isEqualTo(5);
  }

  private static String history() {
    return "{\"EndDate\":\"2026-11-21\",\"LastTransactionDate\":\"\",\"StatementPeriodCode\":0}";
  }

  private JsonNode qr() {
    return phone.post("/v01/qr-token/create", QR).data();
  }

  private String status(long id) {
    return phone.get("/v02/kaspi-qr/status?qrOperationId=" + id).data().path("Status").asString();
  }
}
