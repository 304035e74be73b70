package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Anomaly.Kind;
import duken.domain.Anomaly.Resolution;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.Refund.Status;
import duken.engine.refund.AnomalyResolution.Way;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that goes back, at a bank that has its own mind about it. */
class CashierMoneyTest extends CashierTill {

  @Test
  void lateMoneyIsGivenBackOnTheFirstPressAndOnlyOnce() {
    Invoice late = paidLate();

    resolve(late, Way.REFUND);

    assertThat(odd(late).resolution()).isEqualTo(Resolution.REFUNDED);
    assertThat(returnedOf(odd(late))).isEqualTo(1_500_000);
    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(late, Way.REFUND));
    assertThat(till.bank.counts().returns()).isOne();
  }

  @Test
  void moneyPaidTwiceIsGivenBackOnceAndTheSaleStays() {
    Invoice twice = paidTwice();

    resolve(twice, Way.REFUND);

    assertThat(returnedOf(odd(twice))).isEqualTo(1_500_000);
    assertThat(returned(twice)).isZero();
    assertThat(till.status(twice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aReturnOfLateMoneyWhoseAnswerIsLostIsNotMadeTwice() {
    Invoice late = paidLate();
    till.bank.fault(CashierPaths.RETURN, Fault.cutAfter());

    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, () -> resolve(late, Way.REFUND));
    resolve(late, Way.REFUND);

    assertThat(till.bank.counts().returns()).isOne();
    assertThat(odd(late).resolution()).isEqualTo(Resolution.REFUNDED);
  }

  @Test
  void aReturnOfLateMoneyThatNeverArrivedIsMadeByALaterPress() {
    Invoice late = paidLate();
    till.bank.fault(CashierPaths.RETURN, Fault.cutBefore());

    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, () -> resolve(late, Way.REFUND));
    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, () -> resolve(late, Way.REFUND));
    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, () -> resolve(late, Way.KEEP));
    assertThat(till.bank.counts().returns()).isZero();
    till.shop.clock.pass(Duration.ofSeconds(31));
    resolve(late, Way.REFUND);

    assertThat(till.bank.counts().returns()).isOne();
    assertThat(returnedOf(odd(late))).isEqualTo(1_500_000);
  }

  @Test
  void lateMoneyThatWasPartlyReturnedInThePhoneIsReturnedToTheRest() {
    Invoice late = paidLate();
    till.bank.refund(Long.parseLong(odd(late).operationId()), FIVE);

    resolve(late, Way.REFUND);

    assertThat(returnedOf(odd(late))).isEqualTo(1_500_000);
    assertThat(odd(late).resolution()).isEqualTo(Resolution.REFUNDED);
  }

  @Test
  void keptLateMoneyIsASaleThatCanBeRefunded() {
    Invoice late = paidLate();

    Invoice booked = resolve(late, Way.KEEP);
    refund(booked, 5_000);

    assertThat(till.status(booked)).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
    assertThat(returnedOf(odd(late))).isEqualTo(FIVE);
    till.shop.reconcile();
    assertThat(foundAtBank(booked)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"REFUND", "KEEP", "RETURNED", "NOT_RETURNED"})
  void aReturnInThePhoneIsOnlyAcknowledged(Way unfit) {
    Invoice invoice = paid();
    till.bank.refund(operation(invoice), FIVE);
    till.shop.reconcile();

    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, unfit));
    resolve(invoice, Way.ACKNOWLEDGE);

    assertThat(odd(invoice).resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    assertThat(till.bank.counts().returns()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"REFUND", "KEEP", "RETURNED", "NOT_RETURNED"})
  void anotherSumAndACancelAtTheBankAreOnlyAcknowledged(Way unfit) {
    for (Invoice invoice : List.of(paidShort(), cancelledAtBank())) {
      refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, unfit));
      assertThat(odd(invoice).resolution()).isNull();
      resolve(invoice, Way.ACKNOWLEDGE);

      assertThat(odd(invoice).resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
      assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
      refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, Way.ACKNOWLEDGE));
    }
    till.shop.reconcile();
    assertThat(till.bank.counts().returns()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"RETURNED", "NOT_RETURNED"})
  void latePaymentsAreNoUnclearRefunds(Way unfit) {
    for (Invoice invoice : List.of(paidLate(), paidTwice())) {
      refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, unfit));
      resolve(invoice, Way.ACKNOWLEDGE);

      assertThat(odd(invoice).resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    }
    assertThat(till.bank.counts().returns()).isZero();
  }

  @Test
  void moneyPaidTwiceCanBeKeptAsASaleOfItsOwn() {
    Invoice twice = paidTwice();

    Invoice booked = resolve(twice, Way.KEEP);

    assertThat(odd(twice).resolution()).isEqualTo(Resolution.KEPT);
    assertThat(booked.id()).isNotEqualTo(twice.id());
    assertThat(till.status(booked)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.status(twice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.bank.counts().returns()).isZero();
  }

  @Test
  void aRefundThatNeverArrivedIsNotTakenForTheOneThatTheOwnerMadeInThePhoneBefore() {
    Invoice invoice = paid();
    till.bank.refund(operation(invoice), FIVE);
    till.bank.fault(CashierPaths.RETURN, Fault.http(504));

    assertThat(refund(invoice, 5_000).state().status()).isEqualTo(Status.PROCESSING);
    till.shop.passAndRound(Duration.ofSeconds(3));
    assertThat(only(invoice)).isEqualTo(Status.PROCESSING);
    till.shop.passAndRound(Duration.ofSeconds(31));
    till.shop.passAndRound(Duration.ofSeconds(31));

    assertThat(only(invoice)).isEqualTo(Status.COMPLETED);
    assertThat(returned(invoice)).isEqualTo(2 * FIVE);
    assertThat(till.bank.counts().returns()).isOne();
  }

  @Test
  void aLostAnswerOfARefundThatWasMadeCompletesItAlsoAfterARestart() {
    Invoice invoice = paid();
    till.bank.refund(operation(invoice), FIVE);
    till.bank.fault(CashierPaths.RETURN, Fault.cutAfter());
    refund(invoice, 5_000);

    till = till.reopened();
    till.shop.passAndRound(Duration.ofSeconds(40));

    assertThat(only(invoice)).isEqualTo(Status.COMPLETED);
    assertThat(till.bank.counts().returns()).isOne();
  }

  private Invoice unclear() {
    Invoice invoice = paid();
    till.bank.fault(CashierPaths.RETURN, Fault.http(504));
    refund(invoice, 5_000);
    till.bank.refund(operation(invoice), 300_000);
    till.shop.passAndRound(Duration.ofSeconds(31));
    till.shop.passAndRound(Duration.ofSeconds(31));
    assertThat(odd(invoice).kind()).isEqualTo(Kind.REFUND_UNCLEAR);
    assertThat(odd(invoice).amount()).isEqualTo(Money.ofTenge(5_000));
    return invoice;
  }

  @Test
  void aSumThatFitsNeitherIsLeftToAPersonAndBlocksNoLaterRefund() {
    Invoice invoice = unclear();

    assertThat(only(invoice)).isEqualTo(Status.PROCESSING);
    assertThat(refund(invoice, 1_000).state().status()).isEqualTo(Status.COMPLETED);
    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, Way.ACKNOWLEDGE));
    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, Way.REFUND));
    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, Way.KEEP));
    resolve(invoice, Way.NOT_RETURNED);

    assertThat(only(invoice)).isEqualTo(Status.FAILED);
    assertThat(odd(invoice).resolution()).isEqualTo(Resolution.NOT_REFUNDED);
    assertThat(till.shop.now(invoice).availableForRefund()).isEqualTo(Money.ofTenge(14_000));
    till.shop.reconcile();
    assertThat(foundAtBank(invoice)).containsExactly(Money.ofTenge(3_000));
  }

  @Test
  void aPersonWhoSeesTheUnclearRefundAtTheBankCompletesIt() {
    Invoice invoice = unclear();

    resolve(invoice, Way.RETURNED);

    assertThat(only(invoice)).isEqualTo(Status.COMPLETED);
    assertThat(odd(invoice).resolution()).isEqualTo(Resolution.REFUNDED);
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
  }
}
