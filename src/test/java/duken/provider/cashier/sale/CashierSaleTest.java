package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.engine.Shop;
import duken.engine.admin.BankConnectionService;
import duken.provider.Connection;
import duken.provider.SignInOutcome.Trouble;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import duken.simulator.ledger.LedgerOperation;
import duken.store.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sales through a cashier's session, against a bank that judges every call. */
class CashierSaleTest {

  @TempDir Path ledger;
  private CashierShop till;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of()).signedIn();
  }

  @AfterEach
  void theBankHadNothingToComplainOf() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XS1", "XS2"})
  void everyEndpointInEitherSignatureProfile(String profile) throws Exception {
    try (CashierShop other =
        CashierShop.open(
                Files.createTempDirectory(ledger, "p"), Map.of("signature-profile", profile))
            .signedIn()) {
      Invoice qr = other.qr();
      assertThat(qr.bank().qrText()).startsWith("https://qr.kaspi.kz/");
      assertThat(qr.bank().payUrl()).startsWith("https://pay.kaspi.kz/pay/");
      other.bank.pay(other.atBank(PaymentKind.QR).id());
      other.shop.engine.bank().payerName(scope(other), new Phone("7001234567"));
      Invoice bill = other.bill();
      other.bank.pay(other.atBank(PaymentKind.PHONE).id());
      other.shop.passAndRound(Duration.ofSeconds(6));
      assertThat(other.status(qr)).isEqualTo(InvoiceStatus.PAID);
      assertThat(other.status(bill)).isEqualTo(InvoiceStatus.PAID);
      assertThat(other.shop.now(bill).state().payerName()).isNotBlank();
      other
          .shop
          .engine
          .refundService()
          .refund(other.shop.live, qr.id(), Money.ofTenge(1), "Брак", List.of());
      Invoice unwanted = other.bill();
      other.shop.engine.invoiceService().cancel(other.shop.live, unwanted.id());
      other.bank.fault(CashierPaths.BILL_CREATE, Fault.cutAfter());
      Invoice answerLost = other.bill();
      assertThat(other.shop.now(answerLost).bank().operationId()).isNotNull();
      other.live(Duration.ofSeconds(20), Duration.ofSeconds(5));
      assertThat(other.status(unwanted)).isEqualTo(InvoiceStatus.CANCELLED);
      for (String path :
          List.of(
              CashierPaths.STEP,
              CashierPaths.FINISH,
              CashierPaths.ORG_CONTEXT,
              CashierPaths.QR_CREATE,
              CashierPaths.QR_STATUS,
              CashierPaths.CLIENT_INFO,
              CashierPaths.BILL_CREATE,
              CashierPaths.BILL_DETAILS,
              CashierPaths.BILL_CANCEL,
              CashierPaths.BILL_HISTORY,
              CashierPaths.HISTORY,
              CashierPaths.DETAILS,
              CashierPaths.RETURN)) {
        assertThat(other.bank.counts().of(path)).as(path).isPositive();
      }
      assertThat(other.bank.breaches()).isEmpty();
    }
  }

  @Test
  void aPaidQrNamesItsPayerAndIsToldOnce() {
    Invoice invoice = till.qr();
    LedgerOperation operation = till.atBank(PaymentKind.QR);
    till.bank.scan(operation.id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.SCANNED);
    till.bank.pay(operation.id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    till.shop.passAndRound(Duration.ofSeconds(4));
    Invoice paid = till.shop.now(invoice);
    assertThat(paid.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(paid.bank().operationId()).isEqualTo(Long.toString(operation.id()));
    assertThat(till.shop.moves(invoice)).hasSize(1);
    assertThat(till.shop.deliveries(invoice)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OLD", "NEW", "BOTH"})
  void aBillIsFollowedWhateverShapeItsAnswerHas(String shape) {
    till.bank.behave("remoteCreate", shape);
    Invoice bill = till.bill();
    assertThat(till.shop.now(bill).bank().operationId()).isNotNull();
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    till.shop.passAndRound(Duration.ofSeconds(6));
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.PAID);
  }

  @ParameterizedTest
  @CsvSource({
    "numbersAsText, true",
    "amountsAsDisplay, true",
    "idsAsText, true",
    "omitStatusCode, true",
    "expireDate, Z",
    "expireDate, NONE",
    "expireDate, ABSENT",
    "options, TEXT",
    "options, MISSING",
    "options, UNREADABLE"
  })
  void aSaleSurvivesHoweverTheBankWritesItsAnswers(String field, String value) {
    till.bank.behave(field, "true".equals(value) ? Boolean.TRUE : value);
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.shop.anomalies(invoice)).isEmpty();
    refund(invoice, 5_000);
    till.shop.passAndRound(Duration.ofSeconds(3));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
  }

  @Test
  void aBankQrIsRenewedBeneathTheSameInvoice() {
    Invoice invoice = till.qr();
    String picture = till.shop.now(invoice).bank().qrText();
    till.live(Duration.ofSeconds(190), Duration.ofSeconds(5));
    Invoice later = till.shop.now(invoice);
    assertThat(later.state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(later.bank().qrText()).isNotNull().isNotEqualTo(picture);
    assertThat(till.shop.operations(invoice)).hasSize(2);
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(5));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aQrThatNobodyScansExpiresAfterItsTwentyMinutes() {
    Invoice invoice = till.qr();
    till.live(Duration.ofMinutes(19), Duration.ofSeconds(5));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    till.live(Duration.ofMinutes(5), Duration.ofSeconds(5));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(till.bank.counts().qrs()).isBetween(6, 8);
  }

  @Test
  void twoPaidOperationsOfOneInvoiceAreAnAnomaly() {
    Invoice invoice = till.qr();
    LedgerOperation first = till.atBank(PaymentKind.QR);
    till.live(Duration.ofSeconds(190), Duration.ofSeconds(5));
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(5));
    till.bank.pay(first.id());
    till.shop.reconcile();
    till.shop.round();
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.shop.anomalies(invoice)).hasSize(1);
  }

  @Test
  void moneyThatComesAfterTheEndIsFoundInTheHistory() {
    Invoice invoice = till.qr();
    LedgerOperation operation = till.atBank(PaymentKind.QR);
    till.bank.decline(operation.id());
    till.shop.passAndRound(Duration.ofSeconds(5));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    till.bank.pay(operation.id());
    till.shop.passAndRound(Duration.ofMinutes(10));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(till.shop.anomalies(invoice)).isEmpty();
    till.shop.reconcile();
    till.shop.reconcile();
    assertThat(till.shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .containsExactly(Anomaly.Kind.PAID_LATE);
  }

  @Test
  void aRefundMadeInTheMerchantsPhoneIsFound() {
    Invoice untouched = paidQr();
    Invoice invoice = paidQr();
    till.shop.reconcile();
    assertThat(till.shop.anomalies(invoice)).isEmpty();
    till.bank.refund(Long.parseLong(till.shop.now(invoice).bank().operationId()), 300_000);
    till.shop.reconcile();
    till.shop.reconcile();
    assertThat(till.shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .containsExactly(Anomaly.Kind.REFUNDED_AT_BANK);
    assertThat(till.shop.anomalies(untouched)).isEmpty();
  }

  @Test
  void aRefundGoesBackToTheCustomer() {
    Invoice invoice = paidQr();
    refund(invoice, 5_000);
    till.shop.passAndRound(Duration.ofSeconds(3));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
    refund(invoice, 10_000);
    till.shop.passAndRound(Duration.ofSeconds(3));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.REFUNDED);
    assertThat(till.bank.operation(operation(invoice)).returned()).isEqualTo(1_500_000);
  }

  @Test
  void aCancelledBillIsCancelledWhenTheBankSaysSo() {
    Invoice bill = till.bill();
    Invoice asked = till.shop.engine.invoiceService().cancel(till.shop.live, bill.id());
    assertThat(asked.state().status()).isIn(InvoiceStatus.CANCELLING, InvoiceStatus.CANCELLED);
    till.shop.round();
    assertThat(till.status(bill)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(till.bank.counts().cancels()).isOne();
  }

  @Test
  void aCancelledQrWaitsForTheBanksLastWordAndPaymentMayWin() {
    Invoice left = till.qr();
    LedgerOperation leftAtBank = till.atBank(PaymentKind.QR);
    Invoice paid = till.qr();
    till.shop.engine.invoiceService().cancel(till.shop.live, left.id());
    till.shop.engine.invoiceService().cancel(till.shop.live, paid.id());
    till.shop.round();
    assertThat(till.status(left)).isEqualTo(InvoiceStatus.CANCELLING);
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.live(Duration.ofSeconds(200), Duration.ofSeconds(4));
    assertThat(till.status(paid)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.status(left)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(till.bank.operation(leftAtBank.id()).isPaid()).isFalse();
  }

  @Test
  void theCustomersNameIsKnownBeforeABillIsSent() {
    till.bank.payer("77001234567", "Айгүл С.");
    assertThat(till.shop.engine.bank().payerName(scope(till), new Phone("7001234567")))
        .isEqualTo("Айгүл С.");
  }

  @Test
  void aBillWithTiynIsRefusedBeforeTheBankIsAsked() {
    assertThatThrownBy(
            () ->
                till.shop
                    .engine
                    .invoiceService()
                    .create(
                        till.shop.live, Shop.order(PaymentKind.PHONE, null, Money.ofTiyn(150_050))))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal ->
                assertThat(domainRefusal.reason())
                    .isEqualTo(DomainRefusal.Reason.AMOUNT_MUST_BE_WHOLE_TENGE));
    assertThat(till.bank.counts().bills()).isZero();
  }

  @Nested
  class WhenAnotherDeviceSignsIn {

    @Test
    void openInvoicesWaitAndGoOnAfterTheNextSignIn() {
      Invoice invoice = till.qr();
      LedgerOperation operation = till.atBank(PaymentKind.QR);
      till.bank.evict(CashierShop.CASHIER.national());
      till.shop.passAndRound(Duration.ofSeconds(5));
      assertThat(till.provider.signIn().account(till.tenant()).connection())
          .isEqualTo(Connection.SIGNED_OUT);
      assertThat(till.provider.signIn().account(till.tenant()).trouble())
          .isEqualTo(Trouble.OTHER_DEVICE);
      assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
      int calls = till.bank.counts().of(CashierPaths.QR_STATUS);
      till.shop.passAndRound(Duration.ofSeconds(60));
      assertThat(till.bank.counts().of(CashierPaths.QR_STATUS)).isEqualTo(calls);
      assertThatThrownBy(till::qr)
          .isInstanceOfSatisfying(
              DomainRefusal.class,
              domainRefusal ->
                  assertThat(domainRefusal.reason())
                      .isEqualTo(DomainRefusal.Reason.PROVIDER_SESSION_INVALID));
      till.bank.pay(operation.id());
      till.shop.clock.pass(Duration.ofSeconds(60));
      BankConnectionService accounts = till.shop.engine.accounts();
      accounts.sendCode(till.tenant(), CashierShop.CASHIER, true);
      accounts.enterCode(till.tenant(), CashierShop.CODE);
      assertThat(till.shop.engine.providerHealth().isBankReachable(scope(till)))
          .as("the bank has just answered")
          .isTrue();
      till.shop.round();
      assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void aProbeFindsItOutBeforeACustomerDoes() {
      till.bank.evict(CashierShop.CASHIER.national());
      assertThat(till.shop.engine.accounts().probe(till.tenant()).connection())
          .isEqualTo("signed_out");
    }
  }

  @Test
  void aRestartKeepsTheSessionAndEveryOpenInvoice() {
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till = till.reopened();
    till.shop.round();
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.bank.counts().sms()).isOne();
  }

  @Test
  void manyOpenInvoicesCostTheBankNoMoreThanAFew() {
    for (int i = 0; i < 150; i++) {
      till.qr();
      till.bill();
    }
    till.shop.clock.pass(Duration.ofSeconds(1));
    Invoice onScreen = till.qr();
    till.shop.passAndRound(Duration.ofSeconds(4));
    till.bank.forget();
    till.live(Duration.ofSeconds(60), Duration.ofSeconds(1));
    int calls = till.bank.counts().total();
    assertThat(calls).isBetween(30, 500);
    assertThat(till.bank.polls(Long.parseLong(till.shop.now(onScreen).bank().operationId())))
        .hasSizeGreaterThan(12);
    List<LedgerOperation> all = till.bank.operations();
    LedgerOperation old = all.getLast();
    till.bank.pay(old.id());
    till.live(Duration.ofSeconds(6), Duration.ofSeconds(1));
    List<Invoice> open = till.shop.store.read(tx -> tx.invoices().open(0, 1000));
    assertThat(open)
        .hasSize(300)
        .noneMatch(it -> Long.toString(old.id()).equals(it.bank().operationId()));
  }

  @Test
  void manyQrsThatFallDueOneByOneCostNoMoreThanThoseThatFallDueTogether() {
    for (int i = 0; i < 100; i++) {
      till.qr();
      till.shop.passAndRound(Duration.ofMillis(30));
    }
    Invoice onScreen = till.qr();
    till.live(Duration.ofSeconds(6), Duration.ofMillis(100));
    till.bank.forget();
    till.live(Duration.ofSeconds(20), Duration.ofMillis(100));
    assertThat(till.bank.counts().total()).isBetween(20, 100);
    assertThat(till.bank.polls(Long.parseLong(till.shop.now(onScreen).bank().operationId())))
        .hasSizeGreaterThan(4);
  }

  private static Scope scope(CashierShop shop) {
    return new Scope(shop.tenant(), Mode.LIVE);
  }

  private Invoice paidQr() {
    Invoice invoice = till.qr();
    till.bank.pay(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    return invoice;
  }

  private long operation(Invoice invoice) {
    return Long.parseLong(till.shop.now(invoice).bank().operationId());
  }

  private void refund(Invoice invoice, long tenge) {
    till.shop
        .engine
        .refundService()
        .refund(till.shop.live, invoice.id(), Money.ofTenge(tenge), "Брак", List.of());
  }
}
