package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Kind;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Refund;
import duken.domain.Refund.Status;
import duken.engine.refund.AnomalyResolution.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A till with a real session at the simulated bank, and what becomes odd about its money. */
abstract class CashierTill {

  static final long FIVE = 500_000;

  @TempDir Path ledger;
  CashierShop till;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of()).signedIn();
  }

  @AfterEach
  void theBankHadNothingToComplainOf() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  Invoice paid() {
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    return invoice;
  }

  Invoice paidLate() {
    Invoice invoice = till.qr();
    long operation = till.atBank(PaymentKind.QR).id();
    till.bank.decline(operation);
    till.shop.passAndRound(Duration.ofSeconds(5));
    till.bank.pay(operation);
    till.shop.reconcile();
    assertThat(till.shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .containsExactly(Kind.PAID_LATE);
    return invoice;
  }

  Invoice paidTwice() {
    Invoice invoice = till.qr();
    long first = till.atBank(PaymentKind.QR).id();
    till.live(Duration.ofSeconds(190), Duration.ofSeconds(5));
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(5));
    till.bank.pay(first);
    till.shop.reconcile();
    assertThat(till.shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .containsExactly(Kind.PAID_TWICE);
    return invoice;
  }

  /** A sale of 15,000 for which the bank took 14,000. */
  Invoice paidShort() {
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id(), 1_400_000);
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.shop.anomalies(invoice))
        .extracting(Anomaly::kind, Anomaly::amount)
        .containsExactly(tuple(Kind.AMOUNT_DIFFERS, Money.ofTenge(14_000)));
    return invoice;
  }

  /** A paid sale that the bank then calls cancelled by somebody else. */
  Invoice cancelledAtBank() {
    Invoice invoice = paid();
    till.bank.status(operation(invoice), "CancelledByExternalSource");
    till.shop.engine.poller().hint(invoice.id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .containsExactly(Kind.CANCELLED_AT_BANK);
    return invoice;
  }

  Anomaly odd(Invoice invoice) {
    return till.shop.anomalies(invoice).getLast();
  }

  Invoice resolve(Invoice invoice, Way way) {
    return till.shop.engine.anomalies().resolve(till.shop.live, odd(invoice).id(), way);
  }

  Refund refund(Invoice invoice, long tenge) {
    return till.shop
        .engine
        .refundService()
        .refund(till.shop.live, invoice.id(), Money.ofTenge(tenge), "Defect", List.of())
        .refund();
  }

  long operation(Invoice invoice) {
    return Long.parseLong(till.shop.now(invoice).bank().operationId());
  }

  long returned(Invoice invoice) {
    return till.bank.operation(operation(invoice)).returned();
  }

  long returnedOf(Anomaly anomaly) {
    return till.bank.operation(Long.parseLong(anomaly.operationId())).returned();
  }

  Status only(Invoice invoice) {
    return till.shop.refunds(invoice).getFirst().state().status();
  }

  List<Money> foundAtBank(Invoice invoice) {
    return till.shop.anomalies(invoice).stream()
        .filter(it -> it.kind() == Kind.REFUNDED_AT_BANK)
        .map(Anomaly::amount)
        .toList();
  }

  static void refused(DomainRefusal.Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> assertThat(domainRefusal.reason()).isEqualTo(reason));
  }
}
