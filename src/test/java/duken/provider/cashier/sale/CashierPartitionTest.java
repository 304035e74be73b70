package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Refund;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import duken.simulator.ledger.LedgerOperation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that breaks at any moment never makes a double bill and never loses a payment. */
class CashierPartitionTest {

  @TempDir Path ledger;
  private CashierShop till;

  /** How a call goes wrong. */
  private enum Break {
    REFUSED(null),
    RESET(Fault.resetBefore()),
    RESET_AFTER_EXECUTION(Fault.resetAfter()),
    BLACK_HOLE(Fault.blackHole()),
    BLACK_HOLE_AFTER_EXECUTION(Fault.blackHoleAfter()),
    ONE_BYTE_A_SECOND(Fault.slow()),
    ANSWER_LOST(Fault.cutAfter()),
    HALF_AN_ANSWER(Fault.half()),
    HTML_WITH_200(Fault.html()),
    HTML_AFTER_EXECUTION(Fault.html().after()),
    GATEWAY_TIMEOUT(Fault.http(504)),
    GATEWAY_TIMEOUT_AFTER_EXECUTION(Fault.httpAfter(504));

    final Fault fault;

    Break(Fault fault) {
      this.fault = fault;
    }
  }

  static Stream<Arguments> breaks() {
    return Stream.of(Break.values()).map(Arguments::of);
  }

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of()).signedIn();
  }

  @AfterEach
  void close() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  private void broken(Break how, String path, Runnable call) {
    if (how.fault == null) {
      till.bank.refuseConnections();
    } else {
      till.bank.fault(path, how.fault);
    }
    call.run();
    till.bank.release();
    till.bank.clearFaults();
    till.bank.acceptConnections();
  }

  private Optional<Invoice> tried(PaymentKind kind) {
    try {
      return Optional.of(kind == PaymentKind.QR ? till.qr() : till.bill());
    } catch (DomainRefusal domainRefusal) {
      return Optional.ofNullable((Long) domainRefusal.extra().get("invoice_id"))
          .map(id -> till.shop.store.read(tx -> tx.invoices().find(id)).orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void creatingAQr(Break how) {
    Invoice[] made = new Invoice[1];
    broken(how, CashierPaths.QR_CREATE, () -> made[0] = tried(PaymentKind.QR).orElseThrow());
    till.live(Duration.ofSeconds(70), Duration.ofSeconds(5));
    Invoice invoice = till.shop.now(made[0]);
    if (invoice.state().status() == InvoiceStatus.PENDING) {
      LedgerOperation shown = till.bank.operation(Long.parseLong(invoice.bank().operationId()));
      till.bank.pay(shown.id());
      till.shop.passAndRound(Duration.ofSeconds(5));
      assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    } else {
      assertThat(invoice.state().status()).isEqualTo(InvoiceStatus.EXPIRED);
      assertThat(invoice.bank().qrText()).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void creatingABill(Break how) {
    Invoice[] made = new Invoice[1];
    broken(how, CashierPaths.BILL_CREATE, () -> made[0] = tried(PaymentKind.PHONE).orElseThrow());
    till.live(Duration.ofSeconds(90), Duration.ofSeconds(5));
    assertThat(till.status(made[0])).isEqualTo(InvoiceStatus.PENDING);
    assertThat(till.bank.counts().bills()).isOne();
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    till.live(Duration.ofSeconds(20), Duration.ofSeconds(5));
    assertThat(till.status(made[0])).isEqualTo(InvoiceStatus.PAID);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void cancellingABill(Break how) {
    Invoice bill = till.bill();
    broken(
        how,
        CashierPaths.BILL_CANCEL,
        () -> {
          till.shop.engine.invoiceService().cancel(till.shop.live, bill.id());
          till.shop.round();
        });
    till.live(Duration.ofSeconds(90), Duration.ofSeconds(5));
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(till.atBank(PaymentKind.PHONE).status()).isEqualTo("RemotePaymentCanceled");
    assertThat(till.bank.counts().cancels()).isOne();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void cancellingABillThatIsPaidMeanwhile(Break how) {
    Invoice bill = till.bill();
    broken(
        how,
        CashierPaths.BILL_CANCEL,
        () -> {
          till.bank.pay(till.atBank(PaymentKind.PHONE).id());
          till.shop.engine.invoiceService().cancel(till.shop.live, bill.id());
          till.shop.round();
        });
    till.live(Duration.ofSeconds(90), Duration.ofSeconds(5));
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PAID);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void refunding(Break how) {
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    broken(how, CashierPaths.RETURN, () -> refund(invoice, 5_000));
    till.live(Duration.ofMinutes(4), Duration.ofSeconds(5));
    Invoice after = till.shop.now(invoice);
    long atBank = till.atBank(PaymentKind.QR).returned();
    assertThat(after.state().refunds().refunded().tiyn()).isEqualTo(atBank);
    assertThat(atBank).isIn(0L, 500_000L);
    assertThat(till.bank.counts().returns()).isEqualTo(atBank == 0 ? 0 : 1);
    assertThat(till.shop.refunds(invoice))
        .extracting(refund -> refund.state().status())
        .doesNotContain(Refund.Status.PROCESSING);
    assertThat(till.shop.anomalies(invoice)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void askingAboutAPayment(Break how) {
    Invoice qr = till.qr();
    Invoice bill = till.bill();
    if (how.fault == null) {
      till.bank.refuseConnections();
    } else {
      till.bank.fault(CashierPaths.QR_STATUS, how.fault, 3);
      till.bank.fault(CashierPaths.BILL_DETAILS, how.fault, 3);
      till.bank.fault(CashierPaths.HISTORY, how.fault, 3);
      till.bank.fault(CashierPaths.BILL_HISTORY, how.fault, 3);
    }
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    till.live(Duration.ofSeconds(10), Duration.ofSeconds(5));
    assertThat(till.status(qr)).isIn(InvoiceStatus.PENDING, InvoiceStatus.PAID);
    till.bank.release();
    till.bank.clearFaults();
    till.bank.acceptConnections();
    till.live(Duration.ofSeconds(70), Duration.ofSeconds(5));
    assertThat(till.status(qr)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.shop.deliveries(qr)).hasSize(1);
    assertThat(till.shop.deliveries(bill)).hasSize(1);
  }

  @Test
  void twentyMinutesOfADeadBankLoseNothing() {
    Invoice paidMeanwhile = till.qr();
    LedgerOperation atBank = till.atBank(PaymentKind.QR);
    Invoice bill = till.bill();
    LedgerOperation billAtBank = till.atBank(PaymentKind.PHONE);
    till.bank.refuseConnections();
    till.bank.pay(atBank.id());
    till.bank.pay(billAtBank.id());
    Invoice queued = tried(PaymentKind.PHONE).orElseThrow();
    till.live(Duration.ofMinutes(20), Duration.ofSeconds(20));
    assertThat(till.status(paidMeanwhile)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(till.status(queued)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(till.shop.engine.providerHealth().isChecking(paidMeanwhile.id())).isTrue();
    till.bank.acceptConnections();
    till.live(Duration.ofSeconds(130), Duration.ofSeconds(10));
    assertThat(till.status(paidMeanwhile)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.status(queued)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(till.bank.counts().bills()).as("late bills are not sent silently").isOne();
    till.shop.engine.invoiceService().sendLate(till.shop.live, queued.id());
    till.shop.round();
    assertThat(till.bank.counts().bills()).isEqualTo(2);
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    till.live(Duration.ofSeconds(20), Duration.ofSeconds(5));
    assertThat(till.status(queued)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aBillThatWaitsAFewMinutesIsSentByItself() {
    till.bank.refuseConnections();
    Invoice queued = tried(PaymentKind.PHONE).orElseThrow();
    till.live(Duration.ofMinutes(5), Duration.ofSeconds(20));
    till.bank.acceptConnections();
    till.live(Duration.ofSeconds(90), Duration.ofSeconds(10));
    assertThat(till.bank.counts().bills()).isOne();
    assertThat(till.shop.now(queued).bank().operationId()).isNotNull();
  }

  private void refund(Invoice invoice, long tenge) {
    try {
      till.shop
          .engine
          .refundService()
          .refund(till.shop.live, invoice.id(), Money.ofTenge(tenge), "Брак", List.of());
    } catch (DomainRefusal domainRefusal) {
      assertThat(domainRefusal.reason())
          .isIn(DomainRefusal.Reason.PROVIDER_ERROR, DomainRefusal.Reason.PROVIDER_TIMEOUT);
    }
  }
}
