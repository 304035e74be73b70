package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Kind;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bank's history tells: on which days, in how many pages, and of whose returns. */
class CashierHistoryTest extends CashierTill {

  @Test
  void eachOfTwoReturnsOfOneSaleIsFoundOnceAlsoAfterARestart() {
    Invoice invoice = paid();
    till.bank.refund(operation(invoice), 300_000);
    till.shop.reconcile();
    till.shop.passAndRound(Duration.ofMinutes(10));
    till.bank.refund(operation(invoice), 300_000);
    till.shop.reconcile();
    till = till.reopened();
    till.shop.reconcile();

    assertThat(foundAtBank(invoice)).containsExactly(Money.ofTenge(3_000), Money.ofTenge(3_000));
  }

  @Test
  void aReturnIsFoundWhenTheFirstQuestionsAboutItWereNotAnswered() {
    Invoice invoice = paid();
    till.bank.refund(operation(invoice), FIVE);
    till.bank.fault(CashierPaths.DETAILS, Fault.http(503), 3);
    till.shop.reconcile();
    assertThat(foundAtBank(invoice)).isEmpty();
    till.bank.clearFaults();

    till.shop.passAndRound(Duration.ofMinutes(10));
    till.shop.reconcile();

    assertThat(foundAtBank(invoice)).containsExactly(Money.ofTenge(5_000));
  }

  @Test
  void returnsOfAFewAmongTwoHundredSalesOfTheSameSumAreFound() {
    List<Invoice> sales = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sales.add(till.qr());
      till.bank.pay(till.atBank(PaymentKind.QR).id());
    }
    till.live(Duration.ofSeconds(12), Duration.ofSeconds(4));
    assertThat(sales).allMatch(it -> till.status(it) == InvoiceStatus.PAID);
    Invoice refunded = sales.get(100);
    refund(refunded, 15_000);
    List<Invoice> returned = List.of(sales.get(3), sales.get(90), sales.get(199));
    returned.forEach(it -> till.bank.refund(operation(it), 1_500_000));

    till.shop.reconcile();
    till.shop.reconcile();

    assertThat(sales)
        .filteredOn(it -> !foundAtBank(it).isEmpty())
        .containsExactlyElementsOf(returned);
    till.bank.forget();
    till.shop.passAndRound(Duration.ofMinutes(10));
    till.shop.reconcile();
    assertThat(till.bank.counts().of(CashierPaths.DETAILS)).as("nobody is asked again").isZero();
  }

  @Test
  void aReturnMadeDuringADayOfSilenceIsFound() {
    Invoice invoice = paid();
    till.shop.reconcile();
    till.shop.clock.pass(Duration.ofHours(2));
    till.bank.refund(operation(invoice), FIVE);
    till.shop.clock.pass(Duration.ofDays(3));

    till = till.reopened();
    till.shop.reconcile();

    assertThat(foundAtBank(invoice)).containsExactly(Money.ofTenge(5_000));
  }

  /** The bank has it, and we do not know. */
  private Invoice billWithoutAnswer() {
    till.bank.fault(CashierPaths.BILL_CREATE, Fault.cutAfter());
    till.bank.fault(CashierPaths.BILL_HISTORY, Fault.http(503), Fault.FOREVER);
    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, till::bill);
    return till.shop.store.read(tx -> tx.invoices().open(0, 10)).getFirst();
  }

  @Test
  void aBillPaidOnSundayNightWhoseAnswerWasLostIsNotBilledAgainOnMonday() {
    till.shop.clock.set(Instant.parse("2026-05-17T18:59:30Z"));
    Invoice bill = billWithoutAnswer();
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    till.shop.clock.set(Instant.parse("2026-05-17T19:01:00Z"));
    till.bank.clearFaults();

    till.live(Duration.ofMinutes(3), Duration.ofSeconds(10));

    assertThat(till.bank.counts().bills()).isOne();
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aBillWithMoreThanOnePageOfSalesSinceIsFoundPaid() {
    till.bank.behave("historyPage", 5);
    Invoice bill = billWithoutAnswer();
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    for (int i = 0; i < 23; i++) {
      till.shop.clock.pass(Duration.ofSeconds(1));
      till.qr();
      till.bank.pay(till.atBank(PaymentKind.QR).id());
    }
    till.bank.clearFaults();

    till.live(Duration.ofMinutes(1), Duration.ofSeconds(10));

    assertThat(till.bank.counts().bills()).isOne();
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aSaleFromSundayNightIsFoundAmongManyOnMonday() {
    till.shop.clock.set(Instant.parse("2026-05-17T18:58:00Z"));
    Invoice sunday = till.bill();
    long operation = till.atBank(PaymentKind.PHONE).id();
    till.shop.engine.invoiceService().cancel(till.shop.live, sunday.id());
    till.shop.round();
    assertThat(till.status(sunday)).isEqualTo(InvoiceStatus.CANCELLED);
    till.bank.pay(operation);
    till.shop.clock.set(Instant.parse("2026-05-17T19:01:00Z"));

    till.shop.reconcile();

    assertThat(till.shop.anomalies(sunday))
        .extracting(Anomaly::kind)
        .containsExactly(Kind.PAID_LATE);
  }
}
