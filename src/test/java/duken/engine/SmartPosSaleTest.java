package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Refund;
import duken.domain.StatusReason;
import duken.provider.Connection;
import duken.provider.account.ConnectOutcome;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales on a Smart POS terminal, against a strict one (sheet, sections 5 to 12). */
class SmartPosSaleTest {

  @TempDir private Path ledger;
  private TerminalShop it;

  @BeforeEach
  void openTheShop() throws IOException {
    it = new TerminalShop(TestStores.h2InMemoryOrTempFile(), ledger.resolve("books")).paired();
  }

  @AfterEach
  void closeTheShop() {
    it.close();
    assertThat(it.terminal.complaints()).isEmpty();
  }

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(DomainRefusal.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private long unknownStart(String fault) {
    it.terminal.fault("payment", fault);
    try {
      it.sell(2500);
    } catch (DomainRefusal e) {
      assertThat(e.reason()).isEqualTo(Reason.PROVIDER_TIMEOUT);
      return (Long) e.extra().get("invoice_id");
    }
    throw new AssertionError("the answer was not lost");
  }

  @ParameterizedTest
  @CsvSource({"qr,", "card,0042", "alaqan,"})
  void aSaleKeepsHowItWasPaid(String method, String last4) {
    Invoice sale = it.sell(2500);
    assertThat(it.asked(sale.id()).state().status()).isEqualTo(InvoiceStatus.PENDING);
    it.terminal.act(method);
    Invoice paid = it.asked(sale.id());
    assertThat(paid.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(paid.bank().details().method()).isEqualTo(method);
    assertThat(paid.bank().details().cardLast4()).isEqualTo(last4);
    assertThat(paid.bank().details().paymentId())
        .isEqualTo(it.terminal.operations().getLast().transaction());
  }

  @ParameterizedTest
  @CsvSource({
    "cancel,CANCELLED,CUSTOMER_CANCELLED",
    "refuse-qr,EXPIRED,PAYMENT_REJECTED",
    "refuse-card,EXPIRED,PAYMENT_REJECTED",
    "leave,EXPIRED,TTL_EXPIRED",
    "fail:Anything,EXPIRED,TTL_EXPIRED"
  })
  void anEndWithoutMoneyHasItsReason(String what, InvoiceStatus status, StatusReason reason) {
    Invoice sale = it.sell(2500);
    it.asked(sale.id());
    it.terminal.act(what);
    Invoice ended = it.asked(sale.id());
    assertThat(ended.state().status()).isEqualTo(status);
    assertThat(ended.state().reason()).isEqualTo(reason);
    assertThat(ended.bank().errorMessage()).isNotBlank();
  }

  @Test
  void whoeverHadBegunAndFailedWasRejected() {
    Invoice sale = it.sell(2500);
    it.terminal.act("pin");
    it.asked(sale.id());
    it.terminal.act("fail:Anything");
    assertThat(it.asked(sale.id()).state().reason()).isEqualTo(StatusReason.PAYMENT_REJECTED);
  }

  @Test
  void aCancelIsPressedOnTheTerminal() {
    Invoice sale = it.sell(2500);
    Invoice cancelling = it.shop.engine.invoiceService().cancel(it.shop.live, sale.id());
    assertThat(cancelling.state().status()).isEqualTo(InvoiceStatus.CANCELLING);
    it.terminal.act("cancel");
    Invoice ended = it.asked(sale.id());
    assertThat(ended.state().status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(ended.state().reason()).isEqualTo(StatusReason.MERCHANT_CANCELLED);
  }

  @Test
  void paymentWinsAgainstACancel() {
    Invoice sale = it.sell(2500);
    it.shop.engine.invoiceService().cancel(it.shop.live, sale.id());
    it.terminal.act("qr");
    assertThat(it.asked(sale.id()).state().status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aSecondSaleIsRefusedWhileTheFirstRunsAndNothingIsSent() {
    Invoice first = it.sell(2500);
    assertThatThrownBy(() -> it.sell(100))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.TERMINAL_BUSY);
              assertThat(e.extra()).containsEntry("invoice_id", first.id());
            });
    assertThat(it.terminal.calls()).containsEntry("payment", 1);
    it.terminal.act("qr");
    it.asked(first.id());
    assertThat(it.sell(100).state().status()).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void aTerminalInUseLeavesNothingOpen() {
    it.terminal.set("busy", "yes");
    refused(Reason.TERMINAL_BUSY, () -> it.sell(2500));
    assertThat(it.shop.store.<Long>read(tx -> tx.invoices().countOpen())).isZero();
  }

  @Test
  void aTerminalThatIsOffLeavesNothingOpen() {
    it.terminal.off();
    refused(Reason.TERMINAL_UNREACHABLE, () -> it.sell(2500));
    assertThat(it.shop.store.<Long>read(tx -> tx.invoices().countOpen())).isZero();
  }

  @Test
  void tiynAreRefusedBeforeAnythingIsSent() {
    refused(
        Reason.AMOUNT_MUST_BE_WHOLE_TENGE,
        () ->
            it.shop
                .engine
                .invoiceService()
                .create(it.shop.live, Shop.order(PaymentKind.TERMINAL, null, Money.ofTiyn(150))));
    assertThat(it.terminal.calls()).doesNotContainKey("payment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void aLostStartIsNeverRepeated(String fault) {
    long id = unknownStart(fault);
    assertThat(it.stored(id).bank().errorCode()).isEqualTo("start_unknown");
    for (int i = 0; i < 5; i++) {
      it.asked(id, Duration.ofMinutes(10));
    }
    it.restart();
    it.asked(id);
    refused(Reason.TERMINAL_BUSY, () -> it.sell(100));
    assertThat(it.stored(id).state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(it.terminal.calls()).containsEntry("payment", 1);
  }

  @Test
  void whatAPersonSawPaidIsBookedByHandForEver() {
    long id = unknownStart("cut-after");
    it.shop.engine.decisions().answer(id, "paid", "slip 17", "owner");
    Invoice paid = it.stored(id);
    assertThat(paid.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(paid.bank().details().metadata())
        .containsEntry("decided_by_hand", "true")
        .containsEntry("decided_because", "slip 17");
    it.terminal.act("cancel");
    assertThat(it.sell(100).state().status()).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void nothingOnTheTerminalFreesItAndIsBelievedWhenItTakesWork() {
    long id = unknownStart("cut-before");
    it.shop.engine.decisions().answer(id, "nothing", "looked", "owner");
    assertThat(it.stored(id).state().status()).isEqualTo(InvoiceStatus.PENDING);
    it.sell(100);
    assertThat(it.asked(id).state().status()).isEqualTo(InvoiceStatus.CANCELLED);
  }

  @Test
  void nothingOnTheTerminalIsBelievedAfterFiveMinutes() {
    long id = unknownStart("cut-before");
    it.clock.pass(Duration.ofMinutes(6));
    Invoice ended = it.shop.engine.decisions().answer(id, "nothing", "looked", "owner");
    assertThat(ended.state().status()).isEqualTo(InvoiceStatus.CANCELLED);
  }

  @Test
  void aTerminalAtWorkIsBackToTheQuestion() {
    long id = unknownStart("cut-before");
    it.shop.engine.decisions().answer(id, "nothing", "looked", "owner");
    it.terminal.set("busy", "yes");
    refused(Reason.TERMINAL_BUSY, () -> it.sell(100));
    it.terminal.set("busy", "no");
    refused(Reason.TERMINAL_BUSY, () -> it.sell(100));
    assertThat(it.asked(id, Duration.ofMinutes(30)).state().status())
        .isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void unknownIsActualizedEveryTenSecondsOverARestart() {
    Invoice sale = it.sell(2500);
    it.terminal.act("unknown:3:qr");
    it.asked(sale.id());
    it.restart();
    for (int i = 0; i < 30; i++) {
      it.asked(sale.id());
    }
    assertThat(it.stored(sale.id()).state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(it.terminal.calls()).containsEntry("actualize", 3);
  }

  @Test
  void aTerminalThatForgotIsAskedThreeTimesMoreAndThenAPersonIs() {
    Invoice sale = it.sell(2500);
    it.terminal.off();
    it.terminal.on(false);
    assertThat(it.asked(sale.id()).bank().errorCode()).isEqualTo("terminal_forgot");
    for (int i = 0; i < 20; i++) {
      it.asked(sale.id(), Duration.ofSeconds(10));
    }
    assertThat(it.terminal.calls()).containsEntry("status", 4);
    assertThat(it.stored(sale.id()).state().status()).isEqualTo(InvoiceStatus.PENDING);
    refused(Reason.TERMINAL_BUSY, () -> it.sell(100));
  }

  @Test
  void anInvoiceOutlivesADeafTerminalAndItsOwnTime() {
    Invoice sale = it.sell(2500);
    it.terminal.act("card");
    it.terminal.fault("status", "cut-before!");
    it.asked(sale.id(), Duration.ofHours(30));
    assertThat(it.stored(sale.id()).state().status()).isEqualTo(InvoiceStatus.PENDING);
  }

  @ParameterizedTest
  @CsvSource({"amount,other", "amount,none", "cheque,none", "transaction,none"})
  void paidButNotAsAskedIsNotPaid(String name, String value) {
    it.terminal.set(name, value);
    Invoice sale = it.sell(2500);
    it.terminal.act("qr");
    Invoice odd = it.asked(sale.id());
    assertThat(odd.state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(odd.bank().errorCode()).isEqualTo("amount_mismatch");
    int before = it.terminal.calls().get("status");
    it.asked(sale.id(), Duration.ofMinutes(1));
    assertThat(it.terminal.calls()).containsEntry("status", before);
  }

  @Test
  void anotherSumIsAnAnomaly() {
    it.terminal.set("amount", "other");
    Invoice sale = it.sell(2500);
    it.terminal.act("qr");
    it.asked(sale.id());
    assertThat(it.shop.anomalies(sale))
        .extracting(Anomaly::kind)
        .containsExactly(Anomaly.Kind.AMOUNT_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"method", "extra"})
  void otherFormsOfAnAnswerAreRead(String name) {
    it.terminal.set(name, name.equals("method") ? "data" : "yes");
    Invoice sale = it.sell(12_500);
    it.terminal.act("qr");
    assertThat(it.asked(sale.id()).state().status()).isEqualTo(InvoiceStatus.PAID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qr", "card", "alaqan"})
  void aRefundGoesBackTheWayOfTheSaleAndEndsWhenTheTerminalSaysSo(String method) {
    Invoice sale = it.sell(2500);
    it.terminal.act(method);
    it.asked(sale.id());
    Refund begun = refund(sale, 500);
    assertThat(begun.state().status()).isEqualTo(Refund.Status.PROCESSING);
    refused(Reason.TERMINAL_BUSY, () -> it.sell(100));
    it.terminal.act("confirm");
    assertThat(it.refundedLater(sale.id(), Duration.ofSeconds(3)).state().status())
        .isEqualTo(Refund.Status.COMPLETED);
    assertThat(it.stored(sale.id()).state().status()).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-after", "html"})
  void aRefundWhoseStartIsUnsureIsNeverSentAgain(String fault) {
    Invoice sale = it.sell(2500);
    it.terminal.act("qr");
    it.asked(sale.id());
    it.terminal.fault("refund", fault);
    assertThat(refund(sale, 500).state().status()).isEqualTo(Refund.Status.PROCESSING);
    it.restart();
    for (int i = 0; i < 5; i++) {
      assertThat(it.refundedLater(sale.id(), Duration.ofMinutes(10)).state().status())
          .isEqualTo(Refund.Status.PROCESSING);
    }
    assertThat(it.terminal.calls()).containsEntry("refund", 1);
    it.shop.engine.decisions().answer(sale.id(), "paid", "in the history", "owner");
    assertThat(it.refundedLater(sale.id(), Duration.ofSeconds(1)).state().status())
        .isEqualTo(Refund.Status.COMPLETED);
  }

  @Test
  void anotherCertificateEndsTheTalkBeforeAWord() {
    Invoice sale = it.sell(2500);
    it.terminal.certificate(true);
    Map<String, Integer> before = it.terminal.calls();
    it.asked(sale.id());
    assertThat(it.terminal.calls()).isEqualTo(before);
    assertThat(it.module.connector().report(it.tenant()).trouble()).contains("certificate");
    refused(Reason.TERMINAL_BUSY, () -> it.sell(100));
    ConnectOutcome wrong = accept("AA".repeat(32));
    assertThat(wrong).isInstanceOf(ConnectOutcome.Refused.class);
    assertThat(accept(it.terminal.fingerprint())).isInstanceOf(ConnectOutcome.Connected.class);
    it.terminal.act("qr");
    assertThat(it.asked(sale.id()).state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(it.terminal.calls()).containsEntry("register", 1);
  }

  @Test
  void anotherTerminalBehindTheSameCertificateIsAStranger() {
    it.terminal.set("terminal", "30009999");
    it.restart();
    refused(Reason.PROVIDER_SESSION_INVALID, () -> it.sell(2500));
    assertThat(it.terminal.calls()).doesNotContainKey("payment");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRefusedTokenIsRefreshedOnceAndTheCallRepeated(boolean unknown) {
    it.terminal.spoilTokens(unknown);
    assertThat(it.sell(2500).state().status()).isEqualTo(InvoiceStatus.PENDING);
    assertThat(it.terminal.calls()).containsEntry("revoke", 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tokensAreRefreshedHalfAnHourBeforeTheirEnd(boolean english) {
    it.terminal.englishDates(english);
    it.terminal.spoilTokens(false);
    Invoice sale = it.sell(100);
    it.terminal.act("qr");
    it.asked(sale.id());
    it.clock.pass(Duration.ofHours(23).plusMinutes(40));
    it.sell(100);
    assertThat(it.terminal.calls()).containsEntry("revoke", 2);
  }

  @Test
  void aRefusedRefreshAsksForANewPairing() {
    it.terminal.refuseRefresh(true);
    it.terminal.spoilTokens(false);
    refused(Reason.PROVIDER_SESSION_INVALID, () -> it.sell(100));
    assertThat(it.module.provider().connection(it.tenant())).isEqualTo(Connection.SIGNED_OUT);
  }

  @Test
  void aKnownNameAndAForbiddenPairingAreToldApart() {
    assertThat(((ConnectOutcome.Refused) it.connect()).code()).isEqualTo("name_known");
    it.terminal.forbid(it.module.connector().report(it.tenant()).details().get("till"));
    it.terminal.set("pairing", "forbid");
    assertThat(((ConnectOutcome.Refused) it.connect()).code()).isEqualTo("refused");
  }

  private Refund refund(Invoice sale, long tenge) {
    return it.shop
        .engine
        .refundService()
        .refund(it.shop.live, sale.id(), Money.ofTenge(tenge), "wrong size", List.of())
        .refund();
  }

  private ConnectOutcome accept(String fingerprint) {
    return it.module
        .connector()
        .change(it.tenant(), "accept-certificate", Map.of("fingerprint", fingerprint));
  }
}
