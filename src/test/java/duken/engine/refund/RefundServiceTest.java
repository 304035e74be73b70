package duken.engine.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.Refund.Status;
import duken.domain.staff.StaffPolicy;
import duken.domain.tenant.ApiKey;
import duken.engine.OddBank;
import duken.engine.Shop;
import duken.engine.runtime.Caller;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.SandboxCustomer.SandboxFault;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundServiceTest {

  private static final Money FIVE = Money.ofTenge(5_000);
  private static final Money TEN = Money.ofTenge(10_000);

  @TempDir Path ledger;
  private final OddBank bank = new OddBank();
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger, bank);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private RefundResult refund(Invoice invoice, Money amount) {
    return shop.engine
        .refundService()
        .refund(shop.training, invoice.id(), amount, "Брак", List.of());
  }

  private RefundResult liveRefund(Invoice invoice, Money amount) {
    return shop.engine.refundService().refund(shop.live, invoice.id(), amount, "Брак", List.of());
  }

  private Invoice livePaid() {
    Invoice invoice = shop.liveQr();
    bank.says.put(invoice.bank().operationId(), OddBank.paid());
    shop.passAndRound(Duration.ofSeconds(2));
    return shop.now(invoice);
  }

  @Test
  void aTrainingRefundIsCompletedAtOnce() {
    Invoice invoice = shop.paidQr();

    RefundResult made = refund(invoice, FIVE);

    assertThat(made.refund().state().status()).isEqualTo(Status.COMPLETED);
    assertThat(made.refund().state().providerRefundId()).isEqualTo("SBX-R-" + made.refund().id());
    assertThat(made.refund().state().completedAt()).isEqualTo(shop.clock.instant());
    assertThat(made.refund().terms().initiatedBy()).isEqualTo(Refund.Initiator.CASHIER);
    assertThat(made.invoice().state().status()).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
    assertThat(made.invoice().availableForRefund()).isEqualTo(TEN);
    assertThat(made.invoice().state().times().paidAt()).isNotNull();
  }

  @Test
  void theRestIsRefundedWhenNoAmountIsGivenAndOnlyRealMovesAreAnnounced() {
    Invoice invoice = shop.paidQr();
    refund(invoice, FIVE);
    refund(invoice, FIVE);
    Invoice after = refund(invoice, null).invoice();

    assertThat(after.state().status()).isEqualTo(InvoiceStatus.REFUNDED);
    assertThat(after.isFullyRefunded()).isTrue();
    assertThat(after.state().refunds().refunding()).isEqualTo(Money.ZERO);
    assertThat(shop.deliveries(invoice).reversed())
        .extracting(
            delivery -> delivery.message().body().replaceAll(".*\"status\":\"(\\w+)\".*", "$1"))
        .containsExactly("paid", "partially_refunded", "refunded");
  }

  @Test
  void whatCannotBeRefundedIsRefused() {
    Invoice pending = shop.qr();
    Invoice paid = shop.paidQr();

    refused(DomainRefusal.Reason.INVOICE_NOT_REFUNDABLE, () -> refund(pending, FIVE));
    refused(
        DomainRefusal.Reason.REFUND_AMOUNT_EXCEEDED, () -> refund(paid, Money.ofTiyn(1_500_001)));
    refused(DomainRefusal.Reason.NOT_FOUND, () -> liveRefund(paid, FIVE));
    refund(paid, null);
    refused(DomainRefusal.Reason.INVOICE_NOT_REFUNDABLE, () -> refund(paid, FIVE));
  }

  @Test
  void twoPartialRefundsAtOnceNeverReturnMoreThanWasPaid() throws InterruptedException {
    Invoice invoice = shop.paidQr();
    Queue<Object> results = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try {
                                results.add(refund(invoice, TEN).refund().state().status());
                              } catch (DomainRefusal e) {
                                results.add(e.reason());
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(results).containsOnlyOnce(Status.COMPLETED).hasSize(8);
    assertThat(shop.now(invoice).state().refunds().refunded()).isEqualTo(TEN);
  }

  @Test
  void aRefusedRefundFreesItsAmount() {
    Invoice invoice = shop.paidQr();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.REFUSE_NEXT_REFUND);

    RefundResult failed = refund(invoice, FIVE);

    assertThat(failed.refund().state().status()).isEqualTo(Status.FAILED);
    assertThat(failed.refund().state().errorCode()).isEqualTo("refund_refused");
    assertThat(failed.invoice().state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(failed.invoice().availableForRefund()).isEqualTo(Shop.FIFTEEN_THOUSAND);
    assertThat(refund(invoice, null).invoice().isFullyRefunded()).isTrue();
  }

  @Test
  void aRefundThatSurelyDidNotReachTheBankFails() {
    Invoice invoice = shop.paidQr();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.SILENCE);

    assertThat(refund(invoice, FIVE).refund().state().status()).isEqualTo(Status.FAILED);
    assertThat(shop.now(invoice).state().refunds().refunding()).isEqualTo(Money.ZERO);
  }

  @Test
  void aLostAnswerKeepsTheRefundProcessingUntilItIsLookedUp() {
    Invoice invoice = shop.paidQr();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.LOSE_NEXT_ANSWER);

    RefundResult lost = refund(invoice, TEN);
    assertThat(lost.refund().state().status()).isEqualTo(Status.PROCESSING);
    assertThat(lost.invoice().availableForRefund()).isEqualTo(FIVE);
    refused(DomainRefusal.Reason.REFUND_IN_PROGRESS, () -> refund(invoice, FIVE));

    shop.passAndRound(Duration.ofSeconds(3));

    assertThat(shop.refunds(invoice))
        .singleElement()
        .extracting(refund -> refund.state().status())
        .isEqualTo(Status.COMPLETED);
    assertThat(shop.now(invoice).state().refunds().refunded()).isEqualTo(TEN);
    assertThat(shop.now(invoice).state().refunds().refunding()).isEqualTo(Money.ZERO);
  }

  @Test
  void anUnknownRefundIsNotSentAgainUntilTheBankSaysItHasNoneForHalfAMinute() {
    Invoice invoice = livePaid();
    bank.onRefund = _ -> new Unknown<>("timeout");
    liveRefund(invoice, FIVE);
    bank.onReadRefund = _ -> new RefundReading.Silent("timeout");
    shop.passAndRound(Duration.ofSeconds(20));
    shop.passAndRound(Duration.ofMinutes(5));
    assertThat(bank.refunds).hasSize(1);

    bank.onReadRefund = _ -> new RefundReading.NotFound();
    bank.onRefund =
        request -> new ProviderReply.Accepted<>(new RefundReceipt("R" + request.refundId(), true));
    shop.passAndRound(Duration.ofMinutes(1));

    assertThat(bank.refunds).hasSize(2);
    assertThat(bank.refunds)
        .extracting("refundId")
        .containsOnly(shop.refunds(invoice).getFirst().id());
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
  }

  @Test
  void aFreshUnknownRefundTheBankDoesNotKnowYetIsNotRepeated() {
    Invoice invoice = livePaid();
    bank.onRefund = _ -> new Unknown<>("timeout");
    liveRefund(invoice, FIVE);
    shop.passAndRound(Duration.ofSeconds(20));

    assertThat(bank.refunds).hasSize(1);
    assertThat(shop.refunds(invoice).getFirst().state().status()).isEqualTo(Status.PROCESSING);
  }

  @Test
  void aRefundUnderWayBlocksASecondOneFromEveryDeskAndProgram() {
    Invoice invoice = livePaid();
    bank.onRefund =
        request -> new ProviderReply.Accepted<>(new RefundReceipt("R" + request.refundId(), false));
    Refund first = liveRefund(invoice, FIVE).refund();
    assertThat(first.state().status()).isEqualTo(Status.PROCESSING);
    Caller live = shop.live;
    List<Caller> callers =
        List.of(
            live,
            new Caller(live.tenantId(), live.mode(), "Касса 2", ApiKey.Role.DESK),
            new Caller(live.tenantId(), live.mode(), "1C", ApiKey.Role.API));
    for (Caller caller : callers) {
      refused(
          DomainRefusal.Reason.REFUND_IN_PROGRESS,
          () -> shop.engine.refundService().refund(caller, invoice.id(), FIVE, "Брак", List.of()));
    }
    bank.onReadRefund = _ -> new RefundReading.UnderWay();
    shop.passAndRound(Duration.ofSeconds(3));
    refused(DomainRefusal.Reason.REFUND_IN_PROGRESS, () -> liveRefund(invoice, null));
    assertThat(bank.refunds).hasSize(1);
    assertThat(shop.refunds(invoice)).hasSize(1);

    bank.onReadRefund = _ -> new RefundReading.Done(new RefundReceipt("R" + first.id(), true));
    shop.passAndRound(Duration.ofSeconds(3));
    Refund second = liveRefund(invoice, null).refund();

    assertThat(second.terms().amount()).isEqualTo(TEN);
    assertThat(bank.refunds).hasSize(2);
    assertThat(bank.refunds.get(1).refundedBefore()).isEqualTo(FIVE);
  }

  @Test
  void aDeskHasToSayWhyUnlessTheShopDoesNotCare() {
    Invoice invoice = livePaid();
    assertThatThrownBy(
            () -> shop.engine.refundService().refund(shop.live, invoice.id(), FIVE, " ", List.of()))
        .isInstanceOfSatisfying(
            DomainRefusal.class, it -> assertThat(it.fields()).containsOnlyKeys("reason"));
    assertThat(shop.refunds(invoice)).isEmpty();
    long tenant = shop.live.tenantId();
    shop.store.write(
        tx -> {
          tx.staff().put(tenant, new StaffPolicy(Map.of(), Duration.ZERO, false));
          return null;
        });
    shop.engine.refundService().refund(shop.live, invoice.id(), FIVE, null, List.of());
    assertThat(shop.refunds(invoice)).hasSize(1);
  }

  @Test
  void partialRefundsNeedTheCapability() {
    Invoice invoice = livePaid();
    bank.can.remove(Capability.PARTIAL_REFUND);

    refused(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER, () -> liveRefund(invoice, FIVE));
    assertThat(liveRefund(invoice, null).invoice().isFullyRefunded()).isTrue();
    bank.can.remove(Capability.REFUND);
    Invoice another = livePaid();
    refused(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER, () -> liveRefund(another, null));
  }

  @Test
  void aDeadSessionFailsTheRefundAndSaysSo() {
    Invoice invoice = livePaid();
    bank.onRefund = _ -> OddBank.no(Why.SIGNED_OUT);

    refused(DomainRefusal.Reason.PROVIDER_SESSION_INVALID, () -> liveRefund(invoice, FIVE));
    assertThat(shop.refunds(invoice).getFirst().state().status()).isEqualTo(Status.FAILED);
    assertThat(shop.now(invoice).state().refunds().refunding()).isEqualTo(Money.ZERO);
  }

  @Test
  void aRefundACrashLeftUnansweredIsFoundAtTheNextStart(@TempDir Path again) {
    Invoice invoice = livePaid();
    bank.onRefund =
        _ -> {
          throw new IllegalStateException("the power fails after the bank took it");
        };
    assertThatThrownBy(() -> liveRefund(invoice, FIVE)).hasMessageContaining("power");
    assertThat(shop.now(invoice).availableForRefund()).isEqualTo(TEN);
    bank.onReadRefund = _ -> new RefundReading.Done(new RefundReceipt("R-1", true));

    shop = Shop.reopen(shop, again, bank);
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
    assertThat(bank.refunds).hasSize(1);
  }

  @Test
  void aBankThatFailsARefundLaterFreesItsAmount() {
    Invoice invoice = livePaid();
    bank.onRefund = _ -> new ProviderReply.Accepted<>(new RefundReceipt("R-1", false));
    liveRefund(invoice, FIVE);
    bank.onReadRefund = _ -> new RefundReading.Failed("too_late", "Поздно");
    shop.passAndRound(Duration.ofSeconds(3));

    assertThat(shop.refunds(invoice).getFirst().state().status()).isEqualTo(Status.FAILED);
    assertThat(shop.now(invoice).availableForRefund()).isEqualTo(Shop.FIFTEEN_THOUSAND);
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  private static void refused(DomainRefusal.Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> assertThat(domainRefusal.reason()).isEqualTo(reason));
  }
}
