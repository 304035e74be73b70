package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.problem.ProblemTexts;
import duken.provider.GatewayWord;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Declined;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row what the tables of the Kaspi Pay sheet say: statuses (6, 7) and StatusCodes (8). */
class SheetTablesTest {

  private static final Money SUM = Money.ofTenge(200);

  /** Said at the field of the request, in its own words. */
  private static final Set<String> AT_A_FIELD = Set.of("amount_refused", "phone_refused");

  /** Answers of the gateway of their own, in its own words. */
  private static final Set<String> ANSWERS = Set.of("refund_amount_exceeded", "not_refundable");

  private static KaspiPayShop shop;

  @BeforeAll
  static void connect() {
    shop = new KaspiPayShop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QrTokenCreated        | QR    | false | 0   | pending    | true  | pending:waiting pending
          QrTokenCreated        | LINK  | false | 0   | pending    | true  | pending:waiting pending
          RemotePaymentCreated  | PHONE | false | 0   | pending    | true  | pending:waiting pending
          Wait                  | QR    | false | 0   | pending    | true  | pending:scanned pending
          Wait                  | QR    | false | 0   | cancelling | true  | cancelling:scanned pending
          Processed             | QR    | false | 0   | pending    | true  | paid completed
          Processed             | LINK  | true  | 0   | pending    | true  | paid completed
          Processed             | PHONE | false | 0   | pending    | true  | paid completed
          Processed             | QR    | false | 0   | cancelling | true  | paid completed
          Refunded              | QR    | false | 0   | pending    | true  | paid completed
          Returned              | QR    | false | 0   | pending    | true  | paid completed
          Error                 | QR    | false | 181 | pending    | true  | renewed pending
          Error                 | LINK  | false | 181 | pending    | true  | renewed pending
          Error                 | QR    | false | 181 | pending    | false | expired/ttl_expired failed
          Error                 | QR    | true  | 66  | pending    | true  | cancelled/customer_closed_session failed
          Error                 | QR    | true  | 64  | pending    | true  | cancelled/customer_closed_session failed
          Error                 | QR    | false | 5   | pending    | true  | expired/payment_rejected failed
          Error                 | QR    | true  | 5   | pending    | true  | expired/payment_rejected failed
          Error                 | QR    | false | 5   | cancelling | true  | cancelled/merchant_cancelled failed
          Error                 | QR    | false | 181 | cancelling | true  | cancelled/merchant_cancelled failed
          Error                 | QR    | true  | 66  | cancelling | true  | cancelled/merchant_cancelled failed
          RemotePaymentCanceled | PHONE | false | 0   | pending    | true  | cancelled/merchant_cancelled failed
          RemotePaymentCanceled | PHONE | false | 0   | cancelling | true  | cancelled/merchant_cancelled failed
          RemotePaymentExpired  | PHONE | false | 0   | pending    | false | expired/ttl_expired failed
          RemotePaymentRejected | PHONE | false | 0   | pending    | true  | cancelled/customer_cancelled failed
          RemotePaymentDeclined | PHONE | false | 0   | pending    | true  | expired/payment_rejected failed
          IrisSrcBlockCode1     | QR    | false | 0   | pending    | true  | expired/payment_rejected failed
          IrisDestBlockCode10   | QR    | false | 0   | pending    | true  | expired/payment_rejected failed
          Hopping               | QR    | false | 0   | pending    | true  | pending:waiting pending
          ''                    | QR    | false | 0   | pending    | true  | pending:waiting pending
          """)
  void aStatus(
      String word,
      PaymentKind kind,
      boolean scannedBefore,
      long seconds,
      String status,
      boolean left,
      String means) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, kind, SUM);
    PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, kind, opened);
    long id = Long.parseLong(opened.operationId());
    if (scannedBefore) {
      shop.bank.set(id, "Wait");
      shop.provider().read(ref);
    }
    shop.later(Duration.ofSeconds(seconds));
    shop.bank.set(id, word);

    ProviderReading reading = shop.provider().read(ref);

    assertThat(GatewayWord.of(reading, kind, status, left, true, Instant.now())).isEqualTo(means);
  }

  /** When it was opened is known until a restart only; that it was is stored with the invoice. */
  @ParameterizedTest
  @CsvSource({
    "5,   expired/payment_rejected failed",
    "66,  cancelled/customer_closed_session failed",
    "181, cancelled/customer_closed_session failed"
  })
  void anErrorOfWhatWasOpenedBeforeARestart(long seconds, String means) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
    PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened);
    PaymentRef stored =
        new PaymentRef(ref.tenantId(), ref.kind(), ref.operationId(), ref.openedAt(), false, true);
    shop.later(Duration.ofSeconds(seconds));
    shop.bank.set(Long.parseLong(opened.operationId()), "Error");

    ProviderReading reading = shop.provider().read(stored);

    assertThat(GatewayWord.of(reading, PaymentKind.QR, "pending", true, true, Instant.now()))
        .isEqualTo(means);
  }

  /** The code, by which calls it may come, and what is made of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -999      | qr/create,qr/create-link,remote/create,payment/return | bank_busy                  | false
          -10000    | qr/create,qr/create-link,remote/create,payment/return | credentials_refused        | true
          -1401     | remote/create                                         | bank_code_minus_1401       | false
          -1404     | remote/create                                         | bank_code_minus_1404       | false
          -1502     | qr/create,qr/create-link,remote/create,payment/return | device_off                 | false
          -1503     | qr/create                                             | device_elsewhere           | false
          -1601     | payment/return                                        | purchase_not_found         | false
          -14000002 | qr/create                                             | no_trade_points            | false
          -99000001 | payment/return                                        | purchase_not_found         | false
          -99000002 | qr/create,qr/create-link,remote/create,payment/return | trade_point_not_found      | false
          -99000003 | payment/return                                        | purchase_elsewhere         | false
          -99000005 | payment/return                                        | refund_amount_exceeded     | false
          -99000011 | payment/return                                        | not_refundable             | false
          -99000020 | payment/return                                        | partial_refund_impossible  | false
          99000010  | remote/create                                         | bank_code_99000010         | false
          990000018 | qr/create,qr/create-link,remote/create,payment/return | trade_point_off            | false
          990000026 | qr/create,qr/create-link                              | no_qr_here                 | false
          990000028 | qr/create,qr/create-link,remote/create                | amount_refused             | false
          990000029 | remote/create                                         | phone_refused              | false
          990000031 | remote/create                                         | phone_refused              | false
          990000032 | remote/create                                         | phone_refused              | false
          990000033 | qr/create,qr/create-link                              | no_payment_methods         | false
          -990000028| qr/create                                             | bank_code_minus_990000028  | false
          1601      | payment/return                                        | bank_code_1601             | false
          12345     | qr/create,remote/create,payment/return                | bank_code_12345            | false
          """)
  void aCode(long code, String calls, String word, boolean connectAgain) {
    for (String call : calls.split(",", -1)) {
      Declined<?> declined = (Declined<?>) answer(call.strip(), code);
      assertThat(declined.code()).as(call).isEqualTo(word);
      assertThat(declined.why() == ProviderReply.Why.SIGNED_OUT).isEqualTo(connectAgain);
      assertThat(declined.message() != null || code == -999 || code == -10000).isTrue();
    }
    for (AnswerLanguage language : AnswerLanguage.values()) {
      String said = ProblemTexts.problems().ofBank(language, word, "Отказ", null);
      assertThat(said).contains("Отказ");
      boolean known =
          !word.startsWith("bank_code") && !AT_A_FIELD.contains(word) && !ANSWERS.contains(word);
      assertThat(said.length() > "Отказ".length()).as(word + " " + language).isEqualTo(known);
    }
  }

  /** -1501: registered again, and the call is made once more. */
  @ParameterizedTest
  @CsvSource({"qr/create", "qr/create-link", "remote/create", "payment/return"})
  void anUnknownDeviceIsRegisteredAgain(String call) {
    shop.bank.fault(new Fault("/r3/v01/" + call, false, -1501));
    assertThat(answer(call, 0)).isInstanceOf(ProviderReply.Accepted.class);
  }

  /** -99000006: one repeat after reading details. */
  @ParameterizedTest
  @CsvSource({"1,true", "2,false"})
  void aFailedRefundIsRepeatedOnce(int times, boolean done) {
    shop.bank.fault(new Fault("/r3/v01/payment/return", false, -99000006));
    if (times == 2) {
      shop.bank.fault(new Fault("/r3/v01/payment/return", false, -99000006));
    }
    ProviderReply<RefundReceipt> reply = refund(0);
    assertThat(reply instanceof ProviderReply.Accepted).isEqualTo(done);
    if (reply instanceof Declined<RefundReceipt> declined) {
      assertThat(declined.code()).isEqualTo("refund_failed");
    }
  }

  /** A status is never failed by a code: the payment goes on being asked about. */
  @ParameterizedTest
  @CsvSource({"-999", "-10000", "-1601", "-99000001", "12345"})
  void aStatusThatIsRefusedFailsNothing(long code) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
    shop.bank.fault(new Fault("/payment/status", false, code));
    assertThat(shop.provider().read(shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened)))
        .isInstanceOf(ProviderReading.Silent.class);
  }

  private static ProviderReply<?> answer(String call, long code) {
    if (call.equals("payment/return")) {
      return refund(code);
    }
    fault(call, code);
    PaymentKind kind =
        switch (call) {
          case "qr/create" -> PaymentKind.QR;
          case "qr/create-link" -> PaymentKind.LINK;
          default -> PaymentKind.PHONE;
        };
    return shop.provider().open(shop.request(KaspiPayShop.ENHANCED, kind, SUM));
  }

  private static ProviderReply<RefundReceipt> refund(long code) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
    shop.bank.set(Long.parseLong(opened.operationId()), "Processed");
    fault("payment/return", code);
    PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened);
    return shop.provider().refund(new RefundRequest(ref, 7, SUM, Money.ZERO));
  }

  private static void fault(String call, long code) {
    if (code != 0) {
      shop.bank.fault(new Fault("/r3/v01/" + call, false, code));
    }
  }
}
