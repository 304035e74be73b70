package duken.provider.epay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.GatewayWord;
import duken.provider.ProviderReading;
import duken.provider.epay.wire.EpayFields;
import duken.provider.epay.wire.StatusAnswer;
import duken.provider.epay.wire.StatusAnswer.Result;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row what the tables of the ePay sheet say: statuses (5), result codes and shapes (4). */
class EpaySheetTablesTest {

  private static final Money SUM = Money.ofTenge(200);

  private static EpayShop shop;

  @BeforeAll
  static void connect() {
    shop = new EpayShop();
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
          NEW      | 0  | pending    | pending:waiting pending
          SCANNED  | 0  | pending    | pending:scanned pending
          BLOCKED  | 0  | pending    | pending:confirming pending
          PAID     | 0  | pending    | paid completed
          paid     | 0  | pending    | paid completed
          ' Paid ' | 0  | pending    | paid completed
          PAID     | 0  | cancelling | paid completed
          REJECTED | 0  | pending    | expired/payment_rejected failed
          REJECTED | 20 | pending    | expired/ttl_expired failed
          REJECTED | 0  | cancelling | cancelled/merchant_cancelled failed
          CLOSED   | 0  | pending    | cancelled/customer_closed_session failed
          RETURN   | 0  | pending    | cancelled/customer_closed_session failed
          HOPPING  | 0  | pending    | pending:waiting pending
          """)
  void aStatus(String word, long minutes, String status, String means) {
    var opened = shop.open(SUM);
    var ref = shop.ref(opened);
    shop.bank.set(Long.parseLong(opened.operationId()), word);
    shop.later(Duration.ofMinutes(minutes));

    ProviderReading reading = shop.provider().read(ref);

    assertThat(
            GatewayWord.of(
                reading, PaymentKind.QR, status, minutes == 0, false, shop.clock().instant()))
        .isEqualTo(means);
  }

  @ParameterizedTest
  @CsvSource({
    "100,FOUND",
    "101,REJECTED",
    "102,NOT_FOUND",
    "103,RETRY",
    "104,MISCONFIGURED",
    "107,RETRY",
    "109,MISCONFIGURED",
    "555,RETRY"
  })
  void aResultCode(String code, Result means) {
    assertThat(answer("{\"resultCode\":" + code + "}").result()).isEqualTo(means);
    assertThat(answer("{\"resultCode\":\"" + code + "\"}").result()).isEqualTo(means);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"status":"PAID","id":"a","amount":200}                                    | PAID | a | 200.00
          {"paymentStatus":"PAID","ID":"a","amount":"200"}                           | PAID | a | 200.00
          {"transactionStatus":"PAID","TransactionID":"a","amount":200.0}            | PAID | a | 200.00
          {"result":{"status":"PAID"},"operationId":"a","amount":200}                | PAID | a | 200.00
          {"transaction":{"status":"PAID","id":"a","amount":200}}                    | PAID | a | 200.00
          {"transaction":{"statusName":"CHARGE","paymentId":"a","amount":200}}       | CHARGE | a | 200.00
          [{"status":"PAID","id":"a","amount":200},{"status":"NEW"}]                 | PAID | a | 200.00
          {"transactions":[{"status":"PAID","transactionId":"a","amount":200}]}      | PAID | a | 200.00
          """)
  void aShape(String json, String word, String id, String amount) {
    StatusAnswer said = answer(json);
    assertThat(said.word()).isEqualTo(word);
    assertThat(said.transactionId()).isEqualTo(id);
    assertThat(said.amount().toWire()).isEqualTo(amount);
    assertThat(said.status()).hasValueSatisfying(it -> assertThat(it.isPaid()).isTrue());
  }

  private static StatusAnswer answer(String json) {
    return StatusAnswer.of(EpayFields.JSON.readTree(json));
  }
}
