package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.engine.admin.BankStatusService;
import duken.provider.Connection;
import duken.provider.Lookup;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live money and a bank that does everything a real one has been seen to do. */
class OddBankTest {

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

  @Test
  void aRefusedCreationEndsTheInvoiceAndFreesItsBodyKey() {
    bank.onOpen = _ -> OddBank.no(Why.REFUSED);
    DomainRefusal domainRefusal =
        refusedCreation(PaymentKind.QR, DomainRefusal.Reason.PROVIDER_ERROR);

    Invoice ended = invoice(domainRefusal);
    assertThat(ended.state().status()).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(ended.state().reason()).isEqualTo(StatusReason.PROVIDER_ERROR);
    assertThat(ended.bank().errorCode()).isEqualTo("odd_no");
    assertThat(ended.bank().errorMessage()).isEqualTo("Нет");
    bank.onOpen = bank::takes;
    assertThat(create(PaymentKind.QR, "key").state().status()).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void anErrorInTheMiddleOfAQuestionLeavesNoInvoiceBeingAskedForEver() {
    Invoice invoice = shop.liveQr();
    bank.onRead =
        _ -> {
          throw new StackOverflowError("in a driver");
        };
    for (int i = 0; i < 2; i++) {
      shop.passAndRound(Duration.ofSeconds(2));
    }
    bank.onRead = _ -> OddBank.paid();

    shop.passAndRound(Duration.ofSeconds(61));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aBankThatTalksTooMuchIsCutShort() {
    String speech = "слово ".repeat(1_000);
    bank.onOpen = _ -> new ProviderReply.Declined<>(speech, speech, Why.REFUSED);
    DomainRefusal domainRefusal =
        refusedCreation(PaymentKind.QR, DomainRefusal.Reason.PROVIDER_ERROR);
    assertThat(invoice(domainRefusal).bank().errorMessage()).hasSize(1_000);

    bank.onOpen = bank::takes;
    Invoice invoice = shop.liveQr();
    bank.says.put("odd-1", new ProviderReading.Paid(null, null, speech, null, speech));
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aSignedOutBankIsSaidBeforeAnythingIsWritten() {
    bank.connection = Connection.SIGNED_OUT;
    refused(DomainRefusal.Reason.PROVIDER_SESSION_INVALID, shop::liveQr);
    bank.connection = Connection.NOT_CONFIGURED;
    refused(DomainRefusal.Reason.PROVIDER_NOT_CONFIGURED, shop::liveQr);
    assertThat(bank.opened).isEmpty();
  }

  @Test
  void aSessionThatDiesAtCreationLeavesNoOpenInvoice() {
    bank.onOpen = _ -> OddBank.no(Why.SIGNED_OUT);
    DomainRefusal domainRefusal =
        refusedCreation(PaymentKind.PHONE, DomainRefusal.Reason.PROVIDER_SESSION_INVALID);
    assertThat(invoice(domainRefusal).state().status()).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void whatTheRoadCannotDoIsRefused() {
    bank.can.remove(Capability.PHONE);
    refused(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER, shop::liveBill);
    bank.takesTiyn = false;
    refused(
        DomainRefusal.Reason.AMOUNT_MUST_BE_WHOLE_TENGE,
        () ->
            shop.engine
                .invoiceService()
                .create(shop.live, Shop.order(PaymentKind.QR, null, Money.ofTiyn(150))));
  }

  @Test
  void anUnknownBillStaysPendingIsLookedUpAndNeverSentTwice() {
    bank.onOpen = _ -> new Unknown<>("timeout");
    bank.onFind = _ -> new Lookup.Unsure("searching");
    DomainRefusal domainRefusal =
        refusedCreation(PaymentKind.PHONE, DomainRefusal.Reason.PROVIDER_TIMEOUT);
    Invoice invoice = invoice(domainRefusal);
    assertThat(invoice.state().status()).isEqualTo(InvoiceStatus.PENDING);
    shop.passAndRound(Duration.ofSeconds(5));
    assertThat(shop.engine.providerHealth().isChecking(invoice.id())).isTrue();

    bank.onFind = _ -> new Lookup.Found(bank.fresh());
    shop.passAndRound(Duration.ofSeconds(61));

    assertThat(shop.now(invoice).bank().operationId()).isEqualTo("odd-1");
    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(bank.opened).hasSize(1);
  }

  @Test
  void anUnknownBillTheBankSurelyDoesNotHaveIsSentAgainWithTheSameMark() {
    bank.onOpen =
        request -> bank.opened.size() == 1 ? new Unknown<>("timeout") : bank.takes(request);

    Invoice invoice = shop.liveBill();

    assertThat(invoice.state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(bank.opened).hasSize(2);
    assertThat(bank.opened.get(0).mark()).isEqualTo(bank.opened.get(1).mark());
    assertThat(shop.operations(invoice)).hasSize(1);
  }

  @Test
  void nobodySawThePictureOfALostQrSoTheNextTakesItsPlace() {
    bank.onOpen =
        request -> bank.opened.size() == 1 ? new Unknown<>("timeout") : bank.takes(request);
    bank.onFind = _ -> new Lookup.Unsure("no_search_for_qr");

    Invoice invoice = shop.liveQr();

    assertThat(invoice.bank().qrText()).isEqualTo("https://qr.example.kz/odd-1");
    assertThat(shop.operations(invoice))
        .extracting(BankOperation::state)
        .containsExactly(BankOperation.State.ENDED, BankOperation.State.OPEN);
  }

  @Test
  void aQrWhoseAnswerWasLostAndWhoseNextTryCouldNotLeaveIsOver() {
    bank.onOpen = _ -> bank.opened.size() == 1 ? new Unknown<>("reset") : OddBank.no(Why.NOT_SENT);
    bank.onFind = _ -> new Lookup.Unsure("no_search_for_qr");

    DomainRefusal domainRefusal =
        refusedCreation(PaymentKind.QR, DomainRefusal.Reason.PROVIDER_TIMEOUT);

    assertThat(invoice(domainRefusal).state().status()).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(shop.operations(invoice(domainRefusal)))
        .extracting(BankOperation::state)
        .containsOnly(BankOperation.State.ENDED);
  }

  @Test
  void whoeverIsToldThatABillHasLeftIsNotToldOfTheSilenceBefore() {
    bank.onOpen = _ -> OddBank.no(Why.NOT_SENT);
    Invoice bill = shop.liveBill();
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.engine.providerHealth().isChecking(bill.id())).isTrue();
    List<Boolean> checking = checkingWhenTold(bill);

    bank.onOpen = bank::takes;
    shop.passAndRound(Duration.ofSeconds(61));

    assertThat(shop.now(bill).state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(checking).isNotEmpty().containsOnly(false);
  }

  @Test
  void whoeverIsToldOfAScanIsNotToldOfTheSilenceBefore() {
    Invoice qr = shop.liveQr();
    bank.says.put("odd-1", OddBank.silent());
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.engine.providerHealth().isChecking(qr.id())).isTrue();
    List<Boolean> checking = checkingWhenTold(qr);

    bank.says.put("odd-1", OddBank.waiting(PayerProgress.SCANNED));
    shop.passAndRound(Duration.ofSeconds(61));

    assertThat(shop.now(qr).state().payerProgress()).isEqualTo(PayerProgress.SCANNED);
    assertThat(checking).isNotEmpty().containsOnly(false);
  }

  /** Whether an invoice was being checked each time the commit signal rang. */
  private List<Boolean> checkingWhenTold(Invoice invoice) {
    List<Boolean> seen = new CopyOnWriteArrayList<>();
    shop.engine
        .commitSignal()
        .onSignal(() -> seen.add(shop.engine.providerHealth().isChecking(invoice.id())));
    return seen;
  }

  @Test
  void anIntentThatACrashLeftUnansweredIsAdoptedAtTheNextStart(@TempDir Path again) {
    bank.onOpen =
        _ -> {
          throw new IllegalStateException("the power fails while the bank is called");
        };
    assertThatThrownBy(shop::liveBill).hasMessageContaining("power");
    Invoice invoice = shop.store.read(tx -> tx.invoices().open(0, 10)).getFirst();

    bank.onFind = _ -> new Lookup.Found(bank.fresh());
    shop = Shop.reopen(shop, again, bank);
    shop.round();
    shop.passAndRound(Duration.ofSeconds(2));

    assertThat(shop.operations(invoice))
        .singleElement()
        .extracting(BankOperation::state)
        .isEqualTo(BankOperation.State.OPEN);
    assertThat(bank.opened).hasSize(1);
  }

  @Test
  void anIntentThatNeverReachedTheBankIsSentAtTheNextStart(@TempDir Path again) {
    bank.onOpen =
        _ -> {
          throw new IllegalStateException("the power fails before the bank is called");
        };
    assertThatThrownBy(shop::liveQr).hasMessageContaining("power");
    Invoice invoice = shop.store.read(tx -> tx.invoices().open(0, 10)).getFirst();
    bank.onOpen = bank::takes;

    shop = Shop.reopen(shop, again, bank);
    shop.round();
    shop.passAndRound(Duration.ofSeconds(2));

    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.WAITING);
    assertThat(shop.now(invoice).bank().operationId()).isEqualTo("odd-1");
  }

  @Test
  void heldMoneyIsNeverExpired() {
    Invoice invoice = shop.liveQr();
    bank.says.put(
        "odd-1", new ProviderReading.Waiting(PayerProgress.CONFIRMING, true, "BLOCKED", null));
    shop.clock.set(invoice.terms().expiresAt().plusSeconds(60));
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.now(invoice).state().held()).isTrue();
    assertThat(bank.cancelled).isEmpty();
    bank.says.put("odd-1", OddBank.paid());
    shop.passAndRound(Duration.ofMinutes(1));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void anOverdueBillIsWithdrawnAtTheBankBeforeItExpires() {
    Invoice invoice = shop.liveBill();
    bank.onCancel =
        _ -> {
          bank.says.put("odd-1", OddBank.ended(Ending.WITHDRAWN));
          return new ProviderReply.Accepted<>(new PaymentProvider.Withdrawn());
        };
    shop.clock.set(invoice.terms().expiresAt());
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(shop.now(invoice).state().reason()).isEqualTo(StatusReason.TTL_EXPIRED);
    assertThat(bank.cancelled).hasSize(1);
  }

  @Test
  void anOverdueQrThatMayStillBePaidStaysPending() {
    bank.can.remove(Capability.CANCEL);
    Invoice invoice = shop.liveQr();
    shop.clock.set(invoice.terms().expiresAt().plusSeconds(1));
    shop.round();
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.engine.providerHealth().isChecking(invoice.id())).isTrue();

    bank.says.put("odd-1", OddBank.ended(Ending.NEVER_OPENED));
    shop.passAndRound(Duration.ofSeconds(16));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void aLiveCancelWaitsForTheBank() {
    Invoice invoice = shop.liveBill();

    Invoice asked = shop.engine.invoiceService().cancel(shop.live, invoice.id());
    assertThat(asked.state().status()).isEqualTo(InvoiceStatus.CANCELLING);
    assertThat(shop.deliveries(invoice)).isEmpty();
    refused(
        DomainRefusal.Reason.INVOICE_NOT_CANCELLABLE,
        () -> shop.engine.invoiceService().cancel(shop.live, invoice.id()));

    bank.onCancel =
        _ -> {
          bank.says.put("odd-1", OddBank.ended(Ending.WITHDRAWN));
          return new ProviderReply.Accepted<>(new PaymentProvider.Withdrawn());
        };
    shop.passAndRound(Duration.ofSeconds(6));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(shop.now(invoice).state().reason()).isEqualTo(StatusReason.MERCHANT_CANCELLED);
    assertThat(shop.deliveries(invoice)).hasSize(1);
  }

  @Test
  void aRefusedCancelMakesABillPayableAgain() {
    Invoice invoice = shop.liveBill();
    bank.onCancel = _ -> OddBank.no(Why.REFUSED);
    shop.engine.invoiceService().cancel(shop.live, invoice.id());
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    bank.says.put("odd-1", OddBank.paid());
    shop.passAndRound(Duration.ofSeconds(6));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void paymentWinsAgainstALiveCancel() {
    Invoice invoice = shop.liveBill();
    bank.onCancel =
        _ -> {
          bank.says.put("odd-1", OddBank.paid());
          return OddBank.no(Why.REFUSED);
        };
    shop.engine.invoiceService().cancel(shop.live, invoice.id());
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aCancelThatNobodyAnswersIsGivenUpAfterTenMinutes() {
    Invoice invoice = shop.liveBill();
    bank.onRead = _ -> OddBank.silent();
    shop.engine.invoiceService().cancel(shop.live, invoice.id());
    shop.passAndRound(Duration.ofMinutes(9));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.CANCELLING);
    shop.passAndRound(Duration.ofMinutes(2));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void aBillNobodyCanWithdrawIsNotCancellable() {
    bank.can.remove(Capability.CANCEL);
    Invoice bill = shop.liveBill();
    Invoice qr = shop.liveQr();

    refused(
        DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER,
        () -> shop.engine.invoiceService().cancel(shop.live, bill.id()));
    assertThat(shop.engine.invoiceService().cancel(shop.live, qr.id()).state().status())
        .isEqualTo(InvoiceStatus.CANCELLING);
  }

  @Test
  void aQrThatNobodyCanRevokeIsClosedHereAtItsEndUnlessItsMoneyIsHeld() {
    bank.closesLocally = true;
    Invoice unpaid = shop.liveQr();
    Invoice held = shop.liveQr();
    bank.says.put("odd-1", OddBank.waiting(PayerProgress.SCANNED));
    bank.says.put(
        "odd-2", new ProviderReading.Waiting(PayerProgress.CONFIRMING, true, "BLOCKED", null));
    shop.passAndRound(Duration.ofMinutes(19));
    assertThat(shop.status(unpaid)).isEqualTo(InvoiceStatus.PENDING);

    shop.passAndRound(Duration.ofMinutes(1));
    assertThat(shop.status(unpaid)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(shop.status(held)).isEqualTo(InvoiceStatus.PENDING);

    bank.says.put("odd-2", OddBank.paid());
    shop.passAndRound(Duration.ofMinutes(1));
    assertThat(shop.status(held)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aCancelThatNobodyCanCarryOutWaitsForTheEndOfTheQrAndLetsAPaymentWin() {
    bank.closesLocally = true;
    Invoice ends = shop.liveQr();
    Invoice wins = shop.liveQr();
    bank.says.put("odd-1", OddBank.waiting(PayerProgress.WAITING));
    bank.says.put("odd-2", OddBank.waiting(PayerProgress.WAITING));
    shop.engine.invoiceService().cancel(shop.live, ends.id());
    shop.engine.invoiceService().cancel(shop.live, wins.id());
    shop.passAndRound(Duration.ofMinutes(12));
    assertThat(shop.status(ends)).isEqualTo(InvoiceStatus.CANCELLING);

    bank.says.put("odd-2", OddBank.paid());
    shop.passAndRound(Duration.ofMinutes(1));
    assertThat(shop.status(wins)).isEqualTo(InvoiceStatus.PAID);

    shop.passAndRound(Duration.ofMinutes(7));
    assertThat(shop.status(ends)).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void aQrThatRanOutAtTheBankIsRenewedBeneathItsInvoice() {
    bank.renewsQr = true;
    Invoice invoice = shop.liveQr();
    bank.says.put("odd-1", OddBank.ended(Ending.NEVER_OPENED));
    shop.passAndRound(Duration.ofMinutes(3));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.now(invoice).bank().qrText()).isEqualTo("https://qr.example.kz/odd-2");
    assertThat(shop.operations(invoice))
        .extracting(BankOperation::state)
        .containsExactly(BankOperation.State.ENDED, BankOperation.State.OPEN);
    assertThat(shop.history(invoice, entry -> "renewed".equals(entry.event()))).hasSize(1);

    bank.says.put("odd-2", OddBank.paid());
    shop.passAndRound(Duration.ofSeconds(5));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.now(invoice).bank().operationId()).isEqualTo("odd-2");
  }

  /** A bank that discards each QR at once was asked for 390 of them in twenty minutes. */
  @Test
  void aQrThatTheBankDiscardsAtOnceIsRenewedEverMoreRarelyAndAtLastNoMore() {
    bank.renewsQr = true;
    bank.onRead = _ -> OddBank.ended(Ending.NEVER_OPENED);
    Invoice invoice = shop.liveQr();
    Instant start = shop.clock.instant();
    List<Long> made = new ArrayList<>();
    for (int second = 1;
        second <= 1200 && shop.status(invoice) == InvoiceStatus.PENDING;
        second++) {
      int before = bank.opened.size();
      shop.passAndRound(Duration.ofSeconds(1));
      if (bank.opened.size() > before) {
        made.add(Duration.between(start, shop.clock.instant()).toSeconds());
      }
      if (made.size() == 2) {
        assertThat(shop.now(invoice).bank().errorCode()).isIn(null, "qr_discarded");
      }
    }
    assertThat(bank.opened).hasSize(9);
    assertThat(made.get(0)).as("the first is followed at once").isLessThanOrEqualTo(3);
    for (int i = 2; i < made.size(); i++) {
      long pause = made.get(i) - made.get(i - 1);
      assertThat(pause).isBetween(Math.min(60, 3L << (i - 1)), Math.min(60, 3L << (i - 1)) + 12);
    }
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(shop.now(invoice).state().reason()).isEqualTo(StatusReason.PROVIDER_ERROR);
    assertThat(shop.now(invoice).bank().errorCode()).isEqualTo("qr_discarded");
  }

  @Test
  void aDiscardedQrThatWaitsForItsNextSaysSoAndMayBeCancelled() {
    bank.renewsQr = true;
    bank.onRead = _ -> OddBank.ended(Ending.NEVER_OPENED);
    Invoice invoice = shop.liveQr();
    for (int i = 0; i < 10 && shop.now(invoice).bank().errorCode() == null; i++) {
      shop.passAndRound(Duration.ofSeconds(1));
    }
    assertThat(shop.now(invoice).bank().errorCode()).isEqualTo("qr_discarded");
    assertThat(shop.now(invoice).bank().qrText()).isNull();

    shop.engine.invoiceService().cancel(shop.live, invoice.id());
    shop.passAndRound(Duration.ofMinutes(2));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(bank.opened).hasSize(2);
  }

  @Test
  void aQrIsNotRenewedForItsLastThirtySeconds() {
    bank.renewsQr = true;
    Invoice invoice = shop.liveQr();
    bank.says.put("odd-1", OddBank.ended(Ending.NEVER_OPENED));
    shop.clock.set(invoice.terms().expiresAt().minusSeconds(30));
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(bank.opened).hasSize(1);
  }

  @Test
  void aRenewalThatFindsNoRoadWaitsForItAndShowsNoDeadPicture() {
    bank.renewsQr = true;
    Invoice invoice = shop.liveQr();
    bank.says.put("odd-1", OddBank.ended(Ending.RAN_OUT));
    bank.onOpen = _ -> OddBank.no(Why.NOT_SENT);
    shop.passAndRound(Duration.ofMinutes(3));

    assertThat(shop.now(invoice).bank().qrText()).isNull();
    assertThat(shop.now(invoice).state().payerProgress()).isEqualTo(PayerProgress.NOT_SENT);
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);

    bank.onOpen = bank::takes;
    shop.passAndRound(Duration.ofSeconds(61));
    assertThat(shop.now(invoice).bank().qrText()).isEqualTo("https://qr.example.kz/odd-2");
    assertThat(shop.operations(invoice)).hasSize(2);
  }

  @Test
  void aCancelledQrIsNotRenewed() {
    bank.renewsQr = true;
    bank.can.remove(Capability.CANCEL);
    Invoice invoice = shop.liveQr();
    shop.engine.invoiceService().cancel(shop.live, invoice.id());
    bank.says.put("odd-1", OddBank.ended(Ending.NEVER_OPENED));
    shop.passAndRound(Duration.ofMinutes(3));

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(bank.opened).hasSize(1);
  }

  @Test
  void everyEndingHasItsStatusAndReason() {
    assertEnding(Ending.CUSTOMER_DECLINED, "cancelled", StatusReason.CUSTOMER_CANCELLED);
    assertEnding(Ending.CUSTOMER_LEFT, "cancelled", StatusReason.CUSTOMER_CLOSED_SESSION);
    assertEnding(Ending.WITHDRAWN, "cancelled", StatusReason.MERCHANT_CANCELLED);
    assertEnding(Ending.CANCELLED_ELSEWHERE, "cancelled", null);
    assertEnding(Ending.REJECTED, "expired", StatusReason.PAYMENT_REJECTED);
    assertEnding(Ending.FAILED, "expired", StatusReason.PROVIDER_ERROR);
    assertEnding(Ending.RAN_OUT, "expired", StatusReason.TTL_EXPIRED);
  }

  @Test
  void aBankThatKnowsNothingOfThePaymentDecidesNothing() {
    Invoice invoice = shop.liveQr();
    bank.says.put("odd-1", new ProviderReading.NotFound());
    shop.clock.set(invoice.terms().expiresAt().plusSeconds(1));
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void moneyReturnedAtTheBankIsSeenAndOdd() {
    Invoice invoice = shop.liveQr();
    bank.says.put("odd-1", OddBank.paid());
    shop.passAndRound(Duration.ofSeconds(2));
    bank.says.put(
        "odd-1", new ProviderReading.Paid(null, null, null, Money.ofTenge(500), "Processed"));
    shop.engine.poller().hint(invoice.id());
    shop.round();

    assertThat(shop.anomalies(invoice))
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.REFUNDED_AT_BANK);
              assertThat(anomaly.amount()).isEqualTo(Money.ofTenge(500));
            });
    bank.says.put("odd-1", OddBank.ended(Ending.CANCELLED_ELSEWHERE));
    shop.engine.poller().hint(invoice.id());
    shop.round();
    assertThat(shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .contains(Anomaly.Kind.CANCELLED_AT_BANK);
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aBankThatThrowsDoesNotStopTheWatch() {
    Invoice invoice = shop.liveQr();
    shop.passAndRound(Duration.ofSeconds(2));
    bank.onRead =
        _ -> {
          throw new IllegalStateException("broken provider");
        };
    shop.passAndRound(Duration.ofSeconds(5));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);

    bank.onRead = _ -> OddBank.paid();
    shop.passAndRound(Duration.ofSeconds(61));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void anInvoiceOfARoadThatIsGoneStaysPending(@TempDir Path again) {
    Invoice invoice = shop.liveQr();
    shop = Shop.reopen(shop, again);
    shop.clock.set(invoice.terms().expiresAt().plusSeconds(1));
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void theBankDeskTellsWhatTheRoadCanDo() {
    bank.can.retainAll(List.of(Capability.QR));
    BankStatusService.Standing provider = shop.engine.bank().provider(shop.live.scope());

    assertThat(provider)
        .isEqualTo(new BankStatusService.Standing("odd", "connected", Set.of(Capability.QR), true));
    bank.connection = Connection.SIGNED_OUT;
    assertThat(shop.engine.bank().provider(shop.live.scope()).connection()).isEqualTo("signed_out");
    assertThat(shop.engine.bank().provider(shop.live.scope()).capabilities()).isEmpty();
  }

  private void assertEnding(Ending ending, String status, StatusReason reason) {
    Invoice invoice = shop.liveQr();
    bank.says.put(invoice.bank().operationId(), OddBank.ended(ending));
    shop.passAndRound(Duration.ofSeconds(2));
    assertThat(shop.status(invoice).wire()).as("%s", ending).isEqualTo(status);
    assertThat(shop.now(invoice).state().reason()).as("%s", ending).isEqualTo(reason);
  }

  private Invoice create(PaymentKind kind, String key) {
    return shop.engine.invoiceService().create(shop.live, Shop.order(kind, key));
  }

  private DomainRefusal refusedCreation(PaymentKind kind, DomainRefusal.Reason reason) {
    return refused(reason, () -> create(kind, "key"));
  }

  private Invoice invoice(DomainRefusal domainRefusal) {
    long id = (long) domainRefusal.extra().get("invoice_id");
    return shop.store.read(tx -> tx.invoices().find(id)).orElseThrow();
  }

  private static DomainRefusal refused(DomainRefusal.Reason reason, Runnable call) {
    DomainRefusal[] caught = new DomainRefusal[1];
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> {
              assertThat(domainRefusal.reason()).isEqualTo(reason);
              caught[0] = domainRefusal;
            });
    return caught[0];
  }
}
