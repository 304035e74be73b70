package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReply.Accepted;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refunds of scheme r2, step by step (Kaspi Pay sheet, sections 8 and 10). */
class CustomerPresentRefundTest {

  private static final Money SUM = Money.ofTenge(200);
  private static KaspiPayShop shop;
  private static long refunds;

  @BeforeAll
  static void connect() {
    shop = new KaspiPayShop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void moneyGoesBackOnceTheCustomerHasScanned() {
    RefundRequest refund = begun(null);
    assertThat(look(refund)).isInstanceOf(RefundReading.UnderWay.class);

    scanned(refund);
    assertThat(look(refund)).isInstanceOf(RefundReading.Done.class);
    assertThat(returned(refund)).isEqualByComparingTo("200");
  }

  @Test
  void aRefundThatFailedIsRepeatedOnceAfterReadingTheDetails() {
    RefundRequest refund = begun(null);
    scanned(refund);
    failOnce();

    assertThat(look(refund)).isInstanceOf(RefundReading.Done.class);
    assertThat(returned(refund)).isEqualByComparingTo("200");
  }

  @Test
  void aRefundThatFailsTwiceHasFailed() {
    RefundRequest refund = begun(null);
    scanned(refund);
    failOnce();
    failOnce();

    assertThat(look(refund))
        .isInstanceOfSatisfying(
            RefundReading.Failed.class, it -> assertThat(it.code()).isEqualTo("refund_failed"));
    assertThat(returned(refund)).isZero();
  }

  @Test
  void aFailureThatWentThroughAllTheSameIsNotRepeated() {
    RefundRequest refund = begun(null);
    scanned(refund);
    shop.bank.fault(new Fault("/r2/v01/payment/return", true, -99000006));

    assertThat(look(refund)).isInstanceOf(RefundReading.UnderWay.class);
    assertThat(look(refund)).isInstanceOf(RefundReading.Done.class);
    assertThat(returned(refund)).isEqualByComparingTo("200");
  }

  /** The call may be on its way still when the engine was killed behind it. */
  @Test
  void afterARestartItIsSentOnlyWhenTheDetailsDoNotMoveForHalfAMinute() {
    RefundRequest refund = begun(Instant.EPOCH);
    scanned(refund);

    assertThat(look(refund)).isInstanceOf(RefundReading.UnderWay.class);
    assertThat(returned(refund)).isZero();
    shop.later(Duration.ofSeconds(31));
    assertThat(look(refund)).isInstanceOf(RefundReading.Done.class);
    assertThat(returned(refund)).isEqualByComparingTo("200");
  }

  private static RefundRequest begun(Instant sentAt) {
    OpenedPayment opened = shop.open(KaspiPayShop.STANDARD, PaymentKind.QR, SUM);
    shop.bank.set(Long.parseLong(opened.operationId()), "Processed");
    PaymentRef ref = shop.ref(KaspiPayShop.STANDARD, PaymentKind.QR, opened);
    RefundRequest asked = new RefundRequest(ref, ++refunds, SUM, Money.ZERO);
    RefundReceipt receipt = ((Accepted<RefundReceipt>) shop.provider().refund(asked)).value();
    return new RefundRequest(
        ref, asked.refundId(), SUM, Money.ZERO, receipt.refundId(), PaymentDetails.NONE, sentAt);
  }

  private static void scanned(RefundRequest refund) {
    shop.bank.set(Long.parseLong(refund.bankRefundId()), "CustomerIdentityObtained");
  }

  private static void failOnce() {
    shop.bank.fault(new Fault("/r2/v01/payment/return", false, -99000006));
  }

  private static RefundReading look(RefundRequest refund) {
    return shop.provider().readRefund(refund);
  }

  private static BigDecimal returned(RefundRequest refund) {
    long id = Long.parseLong(refund.payment().operationId());
    return shop.bank.purchases().stream()
        .filter(it -> it.id() == id)
        .findFirst()
        .orElseThrow()
        .returned();
  }
}
