package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.engine.invoice.InvoiceService;
import duken.engine.invoice.NewInvoice;
import duken.engine.invoice.SimulatedOutcome;
import duken.engine.runtime.Caller;
import duken.provider.SandboxCustomer.Action;
import duken.provider.SandboxCustomer.SandboxFault;
import duken.store.IdempotentCalls.Call;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sales against the practice bank. */
class TrainingSaleTest {

  private static final Duration LIFE = Duration.ofMinutes(20);

  @TempDir Path ledger;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private InvoiceService invoiceService() {
    return shop.engine.invoiceService();
  }

  @Test
  void aNewQrIsPendingAtTheBankForTwentyMinutes() {
    Invoice invoice = shop.qr();

    assertThat(invoice.state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(invoice.state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(invoice.terms().expiresAt()).isEqualTo(shop.clock.instant().plus(LIFE));
    assertThat(invoice.bank().operationId())
        .isEqualTo(Long.toString(9_000_000_000L + invoice.id()));
    assertThat(invoice.terms().payToken()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(invoice.terms().channel().source()).isEqualTo("Касса 1");
    assertThat(shop.operations(invoice))
        .singleElement()
        .extracting(BankOperation::state)
        .isEqualTo(BankOperation.State.OPEN);
  }

  @Test
  void whatTheCustomerDoesIsSeenStepByStep() {
    Invoice invoice = shop.qr();

    shop.phone.act(invoice.id(), Action.SCAN);
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.SCANNED);

    shop.phone.act(invoice.id(), Action.CONFIRM);
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.CONFIRMING);

    shop.phone.act(invoice.id(), Action.PAY);
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.now(invoice).state().payerName()).isNotBlank();
    assertThat(shop.deliveries(invoice)).hasSize(1);
  }

  @Test
  void aDeclinedPaymentIsCancelledByTheCustomer() {
    Invoice invoice = shop.bill();
    shop.phone.act(invoice.id(), Action.DECLINE);
    shop.passAndRound(Duration.ofSeconds(6));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(shop.now(invoice).state().reason()).isEqualTo(StatusReason.CUSTOMER_CANCELLED);
    assertThat(shop.now(invoice).state().times().cancelledAt()).isNotNull();
  }

  @Test
  void paidInTheLastSecondIsPaidNotExpired() {
    Invoice invoice = shop.qr();
    shop.clock.set(invoice.terms().expiresAt().minusMillis(1));
    shop.phone.act(invoice.id(), Action.PAY);
    shop.passAndRound(Duration.ofSeconds(5));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.anomalies(invoice)).isEmpty();
  }

  @Test
  void expiryIsAppliedByTheSweep() {
    Invoice invoice = shop.qr();
    shop.passAndRound(LIFE);

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(shop.now(invoice).state().reason()).isEqualTo(StatusReason.TTL_EXPIRED);
  }

  @Test
  void expiryIsAppliedOnRead() {
    Invoice invoice = shop.qr();
    shop.clock.pass(LIFE);

    assertThat(invoiceService().read(shop.training, invoice.id()).state().status())
        .isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(invoiceService().freshen(List.of(invoice)).getFirst().state().status())
        .isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void aSilentBankKeepsPendingAfterExpiryAndSettlesWhenItSpeaks() {
    Invoice invoice = shop.qr();
    shop.phone.act(invoice.id(), Action.PAY);
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    shop.clock.set(invoice.terms().expiresAt().plusSeconds(1));
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.engine.providerHealth().isChecking(invoice.id())).isTrue();
    assertThat(shop.engine.providerHealth().isBankReachable(shop.training.scope())).isFalse();

    shop.phone.behave(shop.training.tenantId(), SandboxFault.SPEAK);
    shop.passAndRound(Duration.ofSeconds(61));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.engine.providerHealth().isChecking(invoice.id())).isFalse();
    assertThat(shop.engine.providerHealth().isBankReachable(shop.training.scope())).isTrue();
  }

  @Test
  void aBankThatIsToldToSpeakIsAskedAtOnceHoweverLongItWasSilent() {
    List<Invoice> invoices = List.of(shop.qr(), shop.qr(), shop.qr(), shop.qr());
    shop.phone.act(invoices.getFirst().id(), Action.PAY);
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    for (int second = 0; second < 120; second++) {
      shop.passAndRound(Duration.ofSeconds(1));
    }
    assertThat(shop.status(invoices.getFirst())).isEqualTo(InvoiceStatus.PENDING);

    shop.engine.sandboxControls().act(shop.training, invoices.getFirst().id(), "speak");
    shop.round();

    assertThat(shop.status(invoices.getFirst())).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoices.subList(1, 4))
        .noneMatch(it -> shop.engine.providerHealth().isChecking(it.id()));
  }

  @Test
  void aLatePaymentIsStillMoney() {
    Invoice invoice = shop.qr();
    shop.engine.sandboxControls().act(shop.training, invoice.id(), "pay_late");
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(shop.anomalies(invoice))
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.PAID_LATE);
              assertThat(anomaly.amount()).isEqualTo(Shop.FIFTEEN_THOUSAND);
            });
  }

  @Test
  void aLostAnswerAtCreationIsAdoptedAndNobodyIsBilledTwice() {
    shop.phone.behave(shop.training.tenantId(), SandboxFault.LOSE_NEXT_ANSWER);
    Invoice invoice = shop.bill();

    assertThat(invoice.state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(invoice.bank().operationId()).isNotNull();
    assertThat(shop.operations(invoice)).hasSize(1);
  }

  @Test
  void aBillWaitsForTheRoadAndIsSentWhenItIsBack() {
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    Invoice invoice = shop.bill();
    assertThat(invoice.state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(invoice.state().payerProgress()).isEqualTo(PayerProgress.NOT_SENT);
    assertThat(shop.operations(invoice).getFirst().state()).isEqualTo(BankOperation.State.QUEUED);

    shop.engine.sandboxControls().act(shop.training, invoice.id(), "speak");
    shop.passAndRound(Duration.ofSeconds(5));

    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(shop.now(invoice).bank().errorCode()).isNull();
    assertThat(shop.operations(invoice)).hasSize(1);
  }

  @Test
  void aBillThatWaitsForTheRoadIsWithdrawnAtOnce() {
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    Invoice invoice = shop.bill();

    Invoice cancelled = invoiceService().cancel(shop.training, invoice.id());

    assertThat(cancelled.state().status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(cancelled.state().reason()).isEqualTo(StatusReason.MERCHANT_CANCELLED);
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SPEAK);
    shop.passAndRound(Duration.ofSeconds(61));
    assertThat(shop.phone.act(invoice.id(), Action.PAY)).isEmpty();
  }

  @Test
  void aBillThatNeverReachedTheBankExpiresWithoutIt() {
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    Invoice invoice = shop.bill();
    shop.clock.pass(Duration.ofHours(24));
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);
    shop.passAndRound(Duration.ofSeconds(61));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void aQrThatCannotReachTheBankEndsWithAClearRefusal() {
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);

    assertThatThrownBy(shop::qr)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> {
              assertThat(domainRefusal.reason()).isEqualTo(DomainRefusal.Reason.PROVIDER_TIMEOUT);
              assertThat(domainRefusal.extra()).containsEntry("status", "expired");
            });
    assertThat(shop.store.<Long>read(tx -> tx.invoices().countOpen())).isZero();
  }

  @Test
  void aTrainingInvoiceIsCancelledAtOnce() {
    Invoice invoice = shop.qr();

    Invoice cancelled = invoiceService().cancel(shop.training, invoice.id());

    assertThat(cancelled.state().status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(cancelled.state().reason()).isEqualTo(StatusReason.MERCHANT_CANCELLED);
    assertThat(shop.deliveries(invoice)).hasSize(1);
    assertThat(shop.phone.act(invoice.id(), Action.PAY)).isEmpty();
    assertRefused(
        DomainRefusal.Reason.INVOICE_ALREADY_CANCELLED,
        () -> invoiceService().cancel(shop.training, invoice.id()));
  }

  @Test
  void paymentMayWinTheRaceAgainstACancel() {
    Invoice invoice = shop.qr();
    shop.phone.act(invoice.id(), Action.PAY);

    assertRefused(
        DomainRefusal.Reason.INVOICE_ALREADY_PAID,
        () -> invoiceService().cancel(shop.training, invoice.id()));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aCancelWhileTheBankIsSilentGoesOnWhenItSpeaks() {
    Invoice invoice = shop.qr();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);

    assertThat(invoiceService().cancel(shop.training, invoice.id()).state().status())
        .isEqualTo(InvoiceStatus.CANCELLING);

    shop.phone.behave(shop.training.tenantId(), SandboxFault.SPEAK);
    shop.passAndRound(Duration.ofSeconds(61));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(shop.now(invoice).state().reason()).isEqualTo(StatusReason.MERCHANT_CANCELLED);
  }

  @Test
  void aBodyKeyIsFreeAgainOnceItsInvoiceHasEnded() {
    Invoice first = invoiceService().create(shop.training, Shop.order(PaymentKind.QR, "key-1"));

    assertThatThrownBy(
            () -> invoiceService().create(shop.training, Shop.order(PaymentKind.PHONE, "key-1")))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> {
              assertThat(domainRefusal.reason())
                  .isEqualTo(DomainRefusal.Reason.DUPLICATE_IDEMPOTENCY_KEY);
              assertThat(domainRefusal.extra())
                  .containsEntry("invoice_id", first.id())
                  .containsEntry("status", "pending");
            });

    shop.clock.pass(LIFE);
    Invoice second = invoiceService().create(shop.training, Shop.order(PaymentKind.QR, "key-1"));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(shop.status(first)).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void twentyCreationsWithOneBodyKeyAtOnceMakeOneInvoice() throws InterruptedException {
    Queue<Object> results = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(
                _ ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try {
                                NewInvoice order = Shop.order(PaymentKind.QR, "key-1");
                                results.add(invoiceService().create(shop.training, order).id());
                              } catch (DomainRefusal e) {
                                results.add(e.reason());
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(results).hasSize(20).filteredOn(Long.class::isInstance).hasSize(1);
    assertThat(shop.store.<Long>read(tx -> tx.invoices().countOpen())).isEqualTo(1);
  }

  @Test
  void aRehearsedCustomerPaysByHimself() {
    Invoice invoice =
        invoiceService()
            .create(shop.training, Shop.order(PaymentKind.QR, null), SimulatedOutcome.PAID);
    assertThat(invoice.state().status()).isEqualTo(InvoiceStatus.PENDING);

    shop.passAndRound(Duration.ofSeconds(3));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void simulationsFollowTheContractsTable() {
    assertThat(simulated(SimulatedOutcome.PAID).state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(simulated(SimulatedOutcome.CANCELLED).state().reason())
        .isEqualTo(StatusReason.CUSTOMER_CANCELLED);
    assertThat(simulated(SimulatedOutcome.EXPIRED).state().reason())
        .isEqualTo(StatusReason.TTL_EXPIRED);
    assertThat(simulated(SimulatedOutcome.ERROR).state().reason())
        .isEqualTo(StatusReason.PROVIDER_ERROR);
    Invoice scanned = simulated(SimulatedOutcome.QR_SCANNED);
    assertThat(scanned.state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(scanned.state().payerProgress()).isEqualTo(PayerProgress.SCANNED);
    assertThat(shop.deliveries(scanned)).isEmpty();
  }

  @Test
  void simulatingWhatTheTableForbidsIsRefused() {
    Invoice paid = shop.paidQr();
    Invoice bill = shop.bill();

    assertRefused(
        DomainRefusal.Reason.INVALID_TRANSITION,
        () -> invoiceService().simulate(shop.training, paid.id(), SimulatedOutcome.PAID));
    assertRefused(
        DomainRefusal.Reason.VALIDATION,
        () -> invoiceService().simulate(shop.training, bill.id(), SimulatedOutcome.QR_SCANNED));
    assertRefused(
        DomainRefusal.Reason.NOT_FOUND,
        () -> invoiceService().simulate(shop.live, bill.id(), SimulatedOutcome.PAID));
  }

  @Test
  void aSimulationDoesNotCareWhetherTheBankIsSilent() {
    Invoice invoice = shop.qr();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);

    assertThat(
            invoiceService()
                .simulate(shop.training, invoice.id(), SimulatedOutcome.PAID)
                .state()
                .status())
        .isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void checkingAsksTheBankAndHidesForeignInvoices() {
    Invoice invoice = shop.qr();
    shop.phone.act(invoice.id(), Action.PAY);

    List<Invoice> checked =
        invoiceService().check(shop.training, List.of(invoice.id(), invoice.id(), 4711L));

    assertThat(checked)
        .singleElement()
        .extracting(it -> it.state().status())
        .isEqualTo(InvoiceStatus.PAID);
    assertThat(invoiceService().check(shop.live, List.of(invoice.id()))).isEmpty();
  }

  @Test
  void theCallKeyIsBoundToWhatItMade() {
    Caller once = shop.training.with("call-key");
    shop.store.write(
        tx ->
            tx.idempotentCalls()
                .reserve(
                    new Call("call-key", "digest", null, null, shop.clock.instant(), null),
                    shop.clock.instant().minusSeconds(1)));

    Invoice invoice = invoiceService().create(once, Shop.order(PaymentKind.QR, null));

    assertThat(shop.store.read(tx -> tx.idempotentCalls().find("call-key")).orElseThrow().madeId())
        .isEqualTo(invoice.id());
  }

  private Invoice simulated(SimulatedOutcome simulatedOutcome) {
    return invoiceService().simulate(shop.training, shop.qr().id(), simulatedOutcome);
  }

  private static void assertRefused(DomainRefusal.Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> assertThat(domainRefusal.reason()).isEqualTo(reason));
  }
}
