package duken.provider.epay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Waiting;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.epay.account.EpaySettings;
import duken.simulator.epay.EpaySimulator.Fault;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that goes back, and money that the bank holds (ePay sheet, section 8). */
class EpayRefundTest {

  private static final Money SUM = Money.parse("2500.5");

  private final EpayShop shop = new EpayShop();

  @AfterEach
  void nothingOutOfOrder() {
    assertThat(shop.bank.breaches()).isEmpty();
    shop.close();
  }

  @Test
  void aRefundNamesItsTransactionAndCarriesOurId() {
    OpenedPayment opened = paid();

    ProviderReply<RefundReceipt> reply =
        shop.provider()
            .refund(new RefundRequest(shop.ref(opened), 9, Money.ofTenge(500), Money.ZERO));

    assertThat(reply).isEqualTo(new ProviderReply.Accepted<>(new RefundReceipt("9", true)));
    assertThat(shop.bank.operation(bill(opened)).refunds())
        .singleElement()
        .satisfies(
            refund -> {
              assertThat(refund.externalId()).isEqualTo("9");
              assertThat(refund.amount()).isEqualByComparingTo("500");
            });
  }

  @Test
  void lessThanTenTengeIsNotSent() {
    OpenedPayment opened = paid();

    assertThat(
            shop.provider()
                .refund(new RefundRequest(shop.ref(opened), 9, Money.parse("9.99"), Money.ZERO)))
        .isInstanceOf(Declined.class);
    assertThat(shop.bank.operation(bill(opened)).refunds()).isEmpty();
  }

  @Test
  void aLostRefundIsReadAndNotSentAgain() {
    OpenedPayment opened = paid();
    RefundRequest whole = new RefundRequest(shop.ref(opened), 9, SUM, Money.ZERO);
    shop.bank.fault(new Fault("/operation/", true, 0));

    assertThat(shop.provider().refund(whole)).isInstanceOf(Unknown.class);
    assertThat(shop.provider().readRefund(whole)).isInstanceOf(RefundReading.Done.class);
    assertThat(shop.bank.operation(bill(opened)).refunds()).hasSize(1);
  }

  @Test
  void aRefundThatNeverArrivedMayBeSentOnceTheStatusShowsIt() {
    OpenedPayment opened = paid();
    RefundRequest whole = new RefundRequest(shop.ref(opened), 9, SUM, Money.ZERO);
    shop.bank.fault(new Fault("/operation/", false, 0));

    assertThat(shop.provider().refund(whole)).isInstanceOf(Unknown.class);
    assertThat(shop.provider().readRefund(whole)).isInstanceOf(RefundReading.NotFound.class);
  }

  @Test
  void aLostPartIsNeverTakenForOneThatDidNotArrive() {
    OpenedPayment opened = paid();
    RefundRequest part = new RefundRequest(shop.ref(opened), 9, Money.ofTenge(100), Money.ZERO);
    shop.bank.fault(new Fault("/operation/", true, 0));

    assertThat(shop.provider().refund(part)).isInstanceOf(Unknown.class);
    assertThat(shop.provider().readRefund(part)).isInstanceOf(RefundReading.UnderWay.class);
  }

  @Test
  void heldMoneyIsReleasedWhenTheShopCancels() {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), "BLOCKED");
    shop.provider().read(shop.ref(opened));

    assertThat(shop.provider().cancel(shop.ref(opened))).isInstanceOf(ProviderReply.Accepted.class);
    assertThat(shop.bank.operation(bill(opened)).status()).isEqualTo("REJECTED");
  }

  @Test
  void heldMoneyIsConfirmedOnceWhereTheTerminalLeavesThatToUs() {
    try (EpayShop charging =
        new EpayShop(
            EpaySettings.from(
                key -> Optional.of("yes").filter(_ -> key.equals("epay.charge-held"))))) {
      OpenedPayment opened = charging.open(SUM);
      charging.bank.set(bill(opened), "BLOCKED");

      assertThat(charging.provider().read(charging.ref(opened))).isInstanceOf(Waiting.class);
      assertThat(charging.provider().read(charging.ref(opened)))
          .isInstanceOf(ProviderReading.Paid.class);
    }
  }

  @Test
  void heldMoneyOfASaleThatIsBeingCancelledIsNeverConfirmedAndIsReleased() {
    try (EpayShop charging =
        new EpayShop(
            EpaySettings.from(
                key -> Optional.of("yes").filter(_ -> key.equals("epay.charge-held"))))) {
      OpenedPayment first = charging.open(SUM);
      PaymentRef usual = charging.ref(first);
      charging.bank.set(bill(first), "BLOCKED");
      charging.provider().unwanted(usual);
      assertThat(charging.provider().read(usual)).isInstanceOf(Waiting.class);
      assertThat(charging.provider().read(usual)).isInstanceOf(Waiting.class);

      OpenedPayment second = charging.open(SUM);
      PaymentRef unwanted =
          new PaymentRef(
              usual.tenantId(), usual.kind(), second.operationId(), usual.openedAt(), true, false);
      charging.bank.set(bill(second), "BLOCKED");
      assertThat(charging.provider().read(unwanted)).isInstanceOf(Waiting.class);
      assertThat(charging.provider().read(unwanted)).isInstanceOf(Waiting.class);

      assertThat(charging.provider().cancel(unwanted)).isInstanceOf(ProviderReply.Accepted.class);
      assertThat(charging.bank.operation(bill(second)).status()).isEqualTo("REJECTED");
      assertThat(charging.bank.operation(bill(first)).status()).isEqualTo("BLOCKED");
    }
  }

  private OpenedPayment paid() {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), "PAID");
    return opened;
  }

  private static long bill(OpenedPayment opened) {
    return Long.parseLong(opened.operationId());
  }
}
