package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the status table and of the error table (cashier sheet, sections 7 and 9). */
class CashierStatusTest {

  @TempDir Path ledger;
  private CashierShop till;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of()).signedIn();
  }

  @AfterEach
  void close() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "QR, QrTokenCreated, pending,",
    "QR, QrTokenScanned, pending,",
    "QR, Wait, pending,",
    "QR, PaymentConfirmation, pending,",
    "PHONE, RemotePaymentCreated, pending,",
    "PHONE, WaitForRemotePayment, pending,",
    "PHONE, WaitingForPayment, pending,",
    "PHONE, RemotePaymentWait, pending,",
    "PHONE, RemotePaymentNew, pending,",
    "QR, Processed, paid,",
    "PHONE, Processed, paid,",
    "QR, Paid, paid,",
    "PHONE, RemotePaymentPaid, paid,",
    "PHONE, RemotePaymentProcessed, paid,",
    "PHONE, Expired, expired, ttl_expired",
    "PHONE, RemotePaymentExpired, expired, ttl_expired",
    "QR, CancelledByUser, cancelled, customer_cancelled",
    "QR, NotConfirmedByUser, cancelled, customer_closed_session",
    "PHONE, RemotePaymentRejected, cancelled, customer_cancelled",
    "PHONE, RemotePaymentCanceled, cancelled, merchant_cancelled",
    "PHONE, RemotePaymentCancelled, cancelled, merchant_cancelled",
    "QR, CancelledByExternalSource, cancelled,",
    "QR, ProcessingFailed, expired, payment_rejected",
    "QR, Rejected, expired, payment_rejected",
    "QR, InsufficientFunds, expired, payment_rejected",
    "QR, InsufficientFundsError, expired, payment_rejected",
    "PHONE, RemotePaymentDeclined, expired, payment_rejected",
    "PHONE, RemotePaymentFailed, expired, payment_rejected",
    "QR, Error, expired, provider_error",
    "PHONE, RemotePaymentError, expired, provider_error",
    "QR, IrisSrcBlockCode1, expired, payment_rejected",
    "QR, IrisSrcBlockCode3, expired, payment_rejected",
    "QR, IrisSrcBlockCode9, expired, payment_rejected",
    "QR, IrisDestBlockCode3, expired, payment_rejected",
    "QR, IrisDestBlockCode5, expired, payment_rejected",
    "QR, IrisDestBlockCode7, expired, payment_rejected",
    "QR, IrisDestBlockCode10, expired, payment_rejected",
    "QR, SomethingNobodyKnows, pending,",
    "PHONE, SomethingNobodyKnows, pending,"
  })
  void aWordOfTheBankMeans(PaymentKind kind, String word, String status, String reason) {
    Invoice invoice = kind == PaymentKind.QR ? till.qr() : till.bill();
    till.bank.status(till.atBank(kind).id(), word);
    till.shop.passAndRound(Duration.ofSeconds(6));
    Invoice.State state = till.shop.now(invoice).state();
    assertThat(state.status().wire()).isEqualTo(status);
    StatusReason why = state.status().hasMoney() ? null : state.reason();
    assertThat(why == null ? null : why.wire()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"QrTokenDiscarded", "Expired"})
  void aQrThatRanOutIsRenewedWhileItsInvoiceLives(String word) {
    Invoice invoice = till.qr();
    till.bank.status(till.atBank(PaymentKind.QR).id(), word);
    till.shop.passAndRound(Duration.ofSeconds(6));
    assertThat(till.status(invoice).wire()).isEqualTo("pending");
    assertThat(till.shop.operations(invoice)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS_CODE, -101001, signed_out",
    "HTTP_STATUS, 401, signed_out",
    "HTTP_STATUS, 403, signed_out",
    "STATUS_CODE, -10001, connected",
    "STATUS_CODE, -99000001, connected",
    "STATUS_CODE, -999, connected",
    "STATUS_CODE, 12345, connected",
    "HTTP_STATUS, 429, connected",
    "HTTP_STATUS, 500, connected",
    "HTTP_STATUS, 503, connected",
    "BROKEN_JSON, 0, connected",
    "HTML, 0, connected",
    "HALF, 0, connected"
  })
  void anErrorOfTheBankLeavesTheInvoicePending(Fault.Kind kind, int number, String connection) {
    Invoice invoice = till.qr();
    till.bank.fault(CashierPaths.QR_STATUS, new Fault(kind, false, number, "", 0), 1);
    till.shop.clock.pass(Duration.ofSeconds(4));
    till.shop.engine.poller().round();
    assertThat(till.shop.engine.poller().awaitQuiet(Duration.ofSeconds(60))).isTrue();
    assertThat(till.status(invoice).wire()).isEqualTo("pending");
    assertThat(till.shop.engine.accounts().standing(till.tenant()).connection())
        .isEqualTo(connection);
    if ("connected".equals(connection)) {
      till.bank.pay(till.atBank(PaymentKind.QR).id());
      till.live(Duration.ofSeconds(20), Duration.ofSeconds(4));
      assertThat(till.status(invoice).wire()).isEqualTo("paid");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, connected", "2, signed_out"})
  void aRefusedOneTimeCodeIsRepeatedOnceAndThenTheSessionIsDead(int times, String connection) {
    Invoice invoice = till.qr();
    till.bank.fault(CashierPaths.QR_STATUS, Fault.statusCode(-10001), times);
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice).wire()).isEqualTo("pending");
    assertThat(till.shop.engine.accounts().standing(till.tenant()).connection())
        .isEqualTo(connection);
  }

  @ParameterizedTest
  @CsvSource({"25", "-40", "600"})
  void aClockThatIsWrongIsCorrectedByTheBanksAndTold(long seconds) {
    till.bank.skew(Duration.ofSeconds(seconds));
    till.shop.engine.accounts().probe(till.tenant());
    till.shop.engine.accounts().probe(till.tenant());
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice).wire()).isEqualTo("paid");
    assertThat(till.shop.engine.accounts().standing(till.tenant()).line().clockSkew().toSeconds())
        .isBetween(seconds - 2, seconds + 2);
    till.bank.forget();
  }
}
