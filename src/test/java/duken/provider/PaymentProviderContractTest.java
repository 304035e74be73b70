package duken.provider;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Capability;
import duken.domain.Money;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on with every provider, tried on its own loopback bank. A provider that
 * passes may be trusted with settlement; what is special to it has tests of its own.
 */
public abstract class PaymentProviderContractTest {

  private BankBehindProvider bank;
  private PaymentProvider provider;

  /** A bank with nothing in its books and a shop that is connected. */
  protected abstract BankBehindProvider open();

  @BeforeEach
  void begin() {
    bank = open();
    provider = bank.provider();
  }

  @AfterEach
  void end() {
    bank.close();
  }

  @Test
  void aConnectedShopSaysSoAndItsProviderHasAName() {
    assertThat(provider.connection(bank.tenant())).isEqualTo(Connection.CONNECTED);
    assertThat(provider.name()).matches("[a-z][a-z-]*");
    assertThat(provider.capabilities(bank.tenant())).isSubsetOf(provider.capabilities());
    assertThat(provider.pace().parallelCalls()).isPositive();
  }

  @Test
  void whatWasOpenedWaitsAndIsOneAtTheBank() {
    OpenedPayment opened = opened(bank.request(2500));

    assertThat(opened.operationId()).isNotBlank();
    assertThat(read(opened)).isInstanceOf(ProviderReading.Waiting.class);
    assertThat(bank.payments()).isOne();
  }

  @Test
  void whatWasPaidIsToldWithItsSumAndStaysPaid() {
    PaymentRequest request = bank.request(2500);
    OpenedPayment opened = opened(request);
    bank.pay(request, opened);

    for (int i = 0; i < 2; i++) {
      assertThat(read(opened))
          .isInstanceOfSatisfying(
              ProviderReading.Paid.class,
              paid -> assertThat(paid.amount()).isIn(null, Money.ofTenge(2500)));
    }
  }

  @Test
  void whatTheCustomerRefusedEndsWithoutMoney() {
    PaymentRequest request = bank.request(2500);
    OpenedPayment opened = opened(request);
    bank.refuse(request, opened);

    assertThat(read(opened)).isInstanceOf(ProviderReading.Ended.class);
  }

  @Test
  void aPaymentTheBankDoesNotKnowIsNeverPaidNorWaiting() {
    OpenedPayment stranger = new OpenedPayment("987654321", null, null, null);

    assertThat(read(stranger))
        .isNotInstanceOfAny(ProviderReading.Paid.class, ProviderReading.Waiting.class);
  }

  @Test
  void aLostAnswerToAnOpeningIsUnknownAndIsNotLookedUpToANewPayment() {
    PaymentRequest request = bank.request(2500);
    bank.loseAnswerToOpen();

    assertThat(provider.open(request)).isInstanceOf(Unknown.class);
    assertThat(bank.payments()).isOne();
    Lookup lookup = provider.find(request);
    assertThat(bank.payments()).as("a question makes no payment").isOne();
    if (lookup instanceof Lookup.Found(OpenedPayment found)) {
      bank.pay(request, found);
      assertThat(read(found)).isInstanceOf(ProviderReading.Paid.class);
    } else if (lookup instanceof Lookup.Absent) {
      assertThat(bank.kind().isHandedOverByUs())
          .as(
              "only what the customer has not been shown may be called absent though the bank has"
                  + " it")
          .isTrue();
    }
  }

  @Test
  void aSilentBankSaysNothingAndLosesNothing() {
    PaymentRequest request = bank.request(2500);
    OpenedPayment opened = opened(request);
    bank.silence();

    assertThat(read(opened)).isInstanceOf(ProviderReading.Silent.class);
    assertThat(provider.open(bank.request(100))).isNotInstanceOf(Accepted.class);
    bank.speak();
    bank.pay(request, opened);
    assertThat(read(opened)).isInstanceOf(ProviderReading.Paid.class);
  }

  @Test
  void whatIsWithdrawnTakesNoMoneyAnyMore() {
    Assumptions.assumeTrue(
        provider.capabilities(bank.tenant()).contains(Capability.CANCEL),
        "this bank withdraws nothing");
    OpenedPayment opened = opened(bank.request(2500));

    boolean leftToRunOut = provider.renewsQr() || provider.closesLocally();
    if (provider.cancel(bank.ref(opened)) instanceof Accepted && !leftToRunOut) {
      assertThat(read(opened)).isInstanceOf(ProviderReading.Ended.class);
    }
    assertThat(read(opened)).isNotInstanceOf(ProviderReading.Paid.class);
  }

  @Test
  void aRefundGoesBackOnceAndIsTold() {
    RefundRequest refund = refund(paid(2500), 1, 1000);

    ProviderReply<RefundReceipt> reply = provider.refund(refund);

    assertThat(reply).isInstanceOf(Accepted.class);
    RefundReceipt receipt = ((Accepted<RefundReceipt>) reply).value();
    if (receipt.done()) {
      assertThat(bank.returned()).isEqualTo(1000);
    }
  }

  @Test
  void aRefundThatWasTakenOnEndsWhenTheBankSaysSo() {
    RefundRequest refund = refund(paid(2500), 1, 1000);
    ProviderReply<RefundReceipt> reply = provider.refund(refund);
    Assumptions.assumeFalse(
        reply instanceof Accepted<RefundReceipt>(RefundReceipt receipt) && receipt.done(),
        "this bank is done at once");

    assertThat(provider.readRefund(refund)).isNotInstanceOf(RefundReading.NotFound.class);
    bank.confirmRefund();
    assertThat(provider.readRefund(refund)).isInstanceOf(RefundReading.Done.class);
    assertThat(bank.returned()).isEqualTo(1000);
  }

  @Test
  void aRefundWhoseAnswerWasLostIsFoundAndNotRepeated() {
    RefundRequest refund = refund(paid(2500), 1, 1000);
    bank.loseAnswerToRefund();

    assertThat(provider.refund(refund)).isNotInstanceOf(Declined.class);
    assertThat(provider.readRefund(refund)).isNotInstanceOf(RefundReading.NotFound.class);
    assertThat(bank.returned()).isEqualTo(1000);
  }

  @Test
  void moreThanWasPaidIsNotReturned() {
    assertThat(provider.refund(refund(paid(2500), 1, 2501))).isInstanceOf(Declined.class);
    assertThat(bank.returned()).isZero();
  }

  @Test
  void whatTheBankSaysWithinNoSessionIsNoAnswer() {
    long stranger = bank.tenant() + 1_000;
    if (provider.connection(stranger) == Connection.CONNECTED) {
      return;
    }
    OpenedPayment opened = opened(bank.request(2500));
    PaymentRef theirs = bank.ref(opened);

    assertThat(
            provider.read(
                new PaymentRef(stranger, theirs.kind(), theirs.operationId(), theirs.openedAt())))
        .isInstanceOf(ProviderReading.Silent.class);
  }

  private OpenedPayment opened(PaymentRequest request) {
    ProviderReply<OpenedPayment> reply = provider.open(request);
    assertThat(reply).isInstanceOf(Accepted.class);
    return ((Accepted<OpenedPayment>) reply).value();
  }

  private OpenedPayment paid(long tenge) {
    PaymentRequest request = bank.request(tenge);
    OpenedPayment opened = opened(request);
    bank.pay(request, opened);
    assertThat(read(opened)).isInstanceOf(ProviderReading.Paid.class);
    return opened;
  }

  private RefundRequest refund(OpenedPayment of, long id, long tenge) {
    ProviderReading.Paid paid = (ProviderReading.Paid) read(of);
    Money before =
        provider.returned(bank.ref(of)) instanceof ReturnedSum.Told(Money told) ? told : Money.ZERO;
    return new RefundRequest(
        bank.ref(of), id, Money.ofTenge(tenge), before, null, paid.details(), null);
  }

  private ProviderReading read(OpenedPayment opened) {
    return provider.read(bank.ref(opened));
  }
}
