package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Anomaly.Kind;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import duken.domain.tenant.ApiKey;
import duken.engine.reconcile.BankDays;
import duken.engine.reconcile.ReconciledLine;
import duken.engine.reconcile.ReconciliationService;
import duken.engine.runtime.Caller;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import duken.store.reconcile.Reconciliation;
import duken.store.reconcile.Reconciliation.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The bank's list laid beside our books: every kind of line, and what is decided about it. */
class CashierReconciliationTest extends CashierTill {

  private static final long SUM = 1_500_000;

  private ReconciliationService service() {
    return till.shop.engine.reconciling().service();
  }

  private LocalDate today() {
    return BankDays.of(till.shop.clock.instant());
  }

  private Reconciliation begun() {
    return service().day(till.shop.live, "cashier", today());
  }

  private void rounds(int times) {
    for (int i = 0; i < times; i++) {
      till.shop.engine.reconciling().reader().round();
      till.shop.engine.reconciling().awaitQuiet(Duration.ofSeconds(30));
    }
  }

  private Reconciliation at(Reconciliation run) {
    return service().result(till.shop.live.scope(), run.id()).run();
  }

  private List<ReconciledLine> read() {
    till.shop.clock.pass(Duration.ofMinutes(2));
    Reconciliation run = begun();
    rounds(30);
    assertThat(at(run).progress().state()).isEqualTo(State.DONE);
    return service().result(till.shop.live.scope(), run.id()).lines();
  }

  private long sticker() {
    return till.bank.sticker(CashierShop.CASHIER.national(), SUM, "GOLD").id();
  }

  private ReconciledLine only(ReconciledLine.Kind kind) {
    List<ReconciledLine> fitting = read().stream().filter(it -> it.kind() == kind).toList();
    assertThat(fitting).hasSize(1);
    return fitting.getFirst();
  }

  private Invoice link(ReconciledLine line, Invoice sale) {
    return till.shop
        .engine
        .reconciling()
        .decisions()
        .link(till.shop.live, line.bank().id(), sale.id());
  }

  @Test
  void everyKindOfLineIsTold() {
    Invoice matched = paid();
    Invoice shortPaid = paidShort();
    Invoice returnedHere = paid();
    refund(returnedHere, 5_000);
    Invoice returnedThere = paid();
    till.bank.refund(operation(returnedThere), 300_000);
    long stranger = sticker();
    Invoice onlyHere = bookedByHand();

    List<ReconciledLine> lines = read();

    assertThat(lines)
        .extracting(ReconciledLine::kind)
        .containsExactlyInAnyOrder(
            ReconciledLine.Kind.MATCHED,
            ReconciledLine.Kind.SUM_DIFFERS,
            ReconciledLine.Kind.MATCHED,
            ReconciledLine.Kind.MATCHED,
            ReconciledLine.Kind.MATCHED,
            ReconciledLine.Kind.RETURNED_THERE,
            ReconciledLine.Kind.ONLY_BANK,
            ReconciledLine.Kind.ONLY_HERE);
    assertThat(of(lines, ReconciledLine.Kind.ONLY_BANK).bank().told().operationId())
        .isEqualTo(Long.toString(stranger));
    assertThat(of(lines, ReconciledLine.Kind.ONLY_HERE).own().invoiceId()).isEqualTo(onlyHere.id());
    assertThat(of(lines, ReconciledLine.Kind.SUM_DIFFERS).own().invoiceId())
        .isEqualTo(shortPaid.id());
    assertThat(of(lines, ReconciledLine.Kind.RETURNED_THERE).bankTiyn()).isEqualTo(-300_000);
    assertThat(lines).filteredOn(ReconciledLine::open).hasSize(4);
    assertThat(lines.getFirst().own().invoiceId()).isEqualTo(matched.id());
    assertThat(lines.stream().mapToLong(ReconciledLine::bankTiyn).sum()).isEqualTo(ledgerSum());
  }

  /** What the bank's own books come to. */
  private long ledgerSum() {
    return till.bank.operations().stream()
        .filter(it -> it.times().paidAt() != null)
        .mapToLong(it -> it.tiyn() - it.returned())
        .sum();
  }

  private Invoice bookedByHand() {
    Invoice invoice = till.qr();
    till.shop.store.write(
        tx -> {
          till.shop
              .engine
              .settlement()
              .settle(
                  tx,
                  tx.invoices().lock(invoice.id()).orElseThrow(),
                  new duken.domain.InvoiceEvent.Paid(
                      till.shop.clock.instant(), null, null, invoice.bank().operationId()));
          return null;
        });
    return invoice;
  }

  private static ReconciledLine of(List<ReconciledLine> lines, ReconciledLine.Kind kind) {
    return lines.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void aReturnMadeInThePhoneNamesItsSaleOnceTheLookBackHasFoundIt() {
    Invoice sale = paid();
    till.bank.refund(operation(sale), 300_000);
    till.shop.reconcile();

    ReconciledLine line = only(ReconciledLine.Kind.RETURNED_THERE);

    assertThat(line.own().invoiceId()).isEqualTo(sale.id());
    assertThat(line.open()).isTrue();
    resolve(sale, duken.engine.refund.AnomalyResolution.Way.ACKNOWLEDGE);
    assertThat(only(ReconciledLine.Kind.RETURNED_THERE).open()).isFalse();
  }

  @Test
  void aReadingOfSeveralPagesIsStoppedGoesOnAndForgetsNothing() {
    till.bank.behave("historyPage", 2);
    for (int i = 0; i < 5; i++) {
      till.shop.clock.pass(Duration.ofSeconds(2));
      paid();
    }
    till.shop.clock.pass(Duration.ofMinutes(2));
    Reconciliation run = begun();
    rounds(1);
    assertThat(at(run).progress().pages()).isOne();
    service().stop(till.shop.live.scope(), run.id());
    rounds(3);
    assertThat(at(run).progress().state()).isEqualTo(State.STOPPED);
    assertThat(at(run).progress().pages()).isOne();
    assertThat(service().result(till.shop.live.scope(), run.id()).lines()).hasSize(2);

    service().goOn(till.shop.live.scope(), run.id());
    rounds(4);

    assertThat(at(run).progress().state()).isEqualTo(State.DONE);
    assertThat(at(run).progress().lines()).isEqualTo(5);
    assertThat(service().result(till.shop.live.scope(), run.id()).lines())
        .hasSize(5)
        .allMatch(it -> it.kind() == ReconciledLine.Kind.MATCHED);
  }

  @Test
  void aReadingThatARestartInterruptedSaysSoAndGoesOn() {
    till.bank.behave("historyPage", 1);
    paid();
    till.shop.clock.pass(Duration.ofSeconds(2));
    paid();
    Reconciliation run = begun();
    rounds(1);

    till = till.reopened();
    rounds(1);

    assertThat(at(run).progress().state()).isEqualTo(State.INTERRUPTED);
    service().goOn(till.shop.live.scope(), run.id());
    rounds(4);
    assertThat(at(run).progress().state()).isEqualTo(State.DONE);
    assertThat(at(run).progress().lines()).isEqualTo(2);
  }

  @Test
  void aSilentBankEndsAReadingWithItsReasonAndASignedOutOneAtOnce() {
    till.bank.fault(CashierPaths.HISTORY, Fault.http(503), Fault.FOREVER);
    Reconciliation run = begun();
    rounds(3);
    assertThat(at(run).progress().state()).isEqualTo(State.RUNNING);
    rounds(1);
    assertThat(at(run).progress().state()).isEqualTo(State.FAILED);
    assertThat(at(run).progress().problem()).isEqualTo("http_503");
    till.bank.clearFaults();
    service().goOn(till.shop.live.scope(), run.id());
    rounds(2);
    assertThat(at(run).progress().state()).isEqualTo(State.DONE);
  }

  @Test
  void yesterdayAndADayOfLastWeekAreReadToo() {
    Invoice old = paid();
    LocalDate day = today();
    till.shop.clock.pass(Duration.ofDays(1));
    paid();
    Reconciliation yesterday = service().day(till.shop.live, "cashier", day);
    rounds(5);
    assertThat(service().result(till.shop.live.scope(), yesterday.id()).lines())
        .extracting(it -> it.own().invoiceId())
        .containsExactly(old.id());
    till.shop.clock.pass(Duration.ofDays(5));
    till.bank.forget();
    Reconciliation week = service().day(till.shop.live, "cashier", day);
    rounds(5);
    assertThat(at(week).progress().lines()).isOne();
    refused(Reason.VALIDATION, () -> service().day(till.shop.live, "cashier", day.minusDays(40)));
    refused(Reason.VALIDATION, () -> service().day(till.shop.live, "cashier", today().plusDays(1)));
  }

  @Test
  void aStickerPaymentIsLinkedToAnOpenSaleAndTellsItsEventsOnce() {
    Invoice sale = till.qr();
    sticker();
    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);

    Invoice paid = link(line, sale);

    assertThat(paid.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(paid.state().times().paidAt()).isEqualTo(line.bank().told().at());
    assertThat(till.shop.deliveries(sale)).hasSize(1);
    assertThat(till.shop.moves(sale)).hasSize(1);
    assertThat(till.shop.history(sale, it -> it.event().equals("decided")))
        .extracting(it -> it.detail())
        .containsExactly("LINKED Касса 1");
    assertThat(read()).extracting(ReconciledLine::kind).containsOnly(ReconciledLine.Kind.MATCHED);
    refused(Reason.INVALID_TRANSITION, () -> link(line, till.qr()));
  }

  @Test
  void aSaleThatItsOwnCodePaysLaterIsAnAnomalyAndNotASecondSale() {
    Invoice sale = till.qr();
    long own = till.atBank(PaymentKind.QR).id();
    sticker();
    link(only(ReconciledLine.Kind.ONLY_BANK), sale);

    till.bank.pay(own);
    till.shop.reconcile();

    assertThat(till.shop.anomalies(sale))
        .extracting(it -> it.kind())
        .containsExactly(Kind.PAID_TWICE);
    assertThat(till.shop.deliveries(sale)).hasSize(1);
    assertThat(only(ReconciledLine.Kind.ONLY_BANK).own().invoiceId()).isEqualTo(sale.id());
    assertThat(only(ReconciledLine.Kind.ONLY_BANK).open()).isTrue();
  }

  @Test
  void aSaleThatIsOverIsBookedAnewAsLateMoneyIs() {
    Invoice sale = till.qr();
    till.bank.decline(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(5));
    sticker();

    Invoice booked = link(only(ReconciledLine.Kind.ONLY_BANK), sale);

    assertThat(booked.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(booked.terms().settlesInvoiceId()).isEqualTo(sale.id());
    assertThat(till.status(sale)).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(read()).noneMatch(ReconciledLine::open);
  }

  @Test
  void aSaleThatWasPaidMeanwhileOrDiffersTakesNoLine() {
    Invoice sale = till.qr();
    sticker();
    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);
    till.bank.pay(
        till.bank.operations().stream()
            .filter(it -> Long.toString(it.id()).equals(till.shop.now(sale).bank().operationId()))
            .findFirst()
            .orElseThrow()
            .id());

    refused(Reason.INVALID_TRANSITION, () -> link(line, sale));

    assertThat(till.status(sale)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.shop.deliveries(sale)).hasSize(1);
    assertThat(only(ReconciledLine.Kind.ONLY_BANK).open()).isTrue();
  }

  @Test
  void twoDesksThatAnswerAtOnceSettleOneSale() throws Exception {
    Invoice first = till.qr();
    Invoice second = till.qr();
    sticker();
    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);
    Caller other = new Caller(till.tenant(), till.shop.live.mode(), "Касса 2", ApiKey.Role.DESK);
    List<Callable<Invoice>> desks = new ArrayList<>();
    desks.add(() -> link(line, first));
    desks.add(
        () ->
            till.shop.engine.reconciling().decisions().link(other, line.bank().id(), second.id()));
    int won = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Invoice> each : threads.invokeAll(desks)) {
        if (each.state() == Future.State.SUCCESS) {
          won++;
        }
      }
    }
    assertThat(won).isOne();
    assertThat(List.of(till.status(first), till.status(second)))
        .containsExactlyInAnyOrder(InvoiceStatus.PAID, InvoiceStatus.PENDING);
  }

  @Test
  void moneyWithoutAnInvoiceIsGivenBackThroughTheUsualRefund() {
    long stranger = sticker();
    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);

    var back =
        till.shop
            .engine
            .reconciling()
            .decisions()
            .giveBack(till.shop.live, line.bank().id(), "покупатель ошибся");

    assertThat(till.bank.operation(stranger).returned()).isEqualTo(SUM);
    assertThat(till.status(back.invoice())).isEqualTo(InvoiceStatus.REFUNDED);
    assertThat(read())
        .hasSize(2)
        .allMatch(it -> it.kind() == ReconciledLine.Kind.MATCHED && !it.open());
    refused(
        Reason.INVOICE_NOT_REFUNDABLE,
        () ->
            till.shop
                .engine
                .reconciling()
                .decisions()
                .giveBack(till.shop.live, line.bank().id(), "ещё раз"));
    assertThat(till.bank.counts().returns()).isOne();
  }

  @Test
  void aReturnTheBankRefusedWaitsForSomebodyAndIsTriedAgain() {
    long stranger = sticker();
    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);
    till.bank.fault(CashierPaths.RETURN, Fault.statusCode(-500));
    till.shop.engine.reconciling().decisions().giveBack(till.shop.live, line.bank().id(), "ошибка");
    assertThat(till.bank.operation(stranger).returned()).isZero();
    assertThat(only(ReconciledLine.Kind.MATCHED).open()).isTrue();

    till = till.reopened();
    till.shop.engine.reconciling().decisions().giveBack(till.shop.live, line.bank().id(), "ошибка");

    assertThat(till.bank.operation(stranger).returned()).isEqualTo(SUM);
    assertThat(read()).noneMatch(ReconciledLine::open);
  }

  @Test
  void whatWasAcceptedStaysAcceptedInTheNextReading() {
    sticker();
    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);
    till.shop
        .engine
        .reconciling()
        .decisions()
        .accept(till.shop.live, line.bank().id(), "аренда за май");
    Invoice hand = bookedByHand();
    ReconciledLine own = only(ReconciledLine.Kind.ONLY_HERE);
    till.shop
        .engine
        .reconciling()
        .decisions()
        .acceptOwn(till.shop.live, hand.id(), null, "видели в приложении");

    List<ReconciledLine> again = read();

    assertThat(own.open()).isTrue();
    assertThat(again).hasSize(2).noneMatch(ReconciledLine::open);
    assertThat(of(again, ReconciledLine.Kind.ONLY_BANK).decision().reason())
        .isEqualTo("аренда за май");
    assertThat(of(again, ReconciledLine.Kind.ONLY_BANK).decision().by()).isEqualTo("Касса 1");
    refused(
        Reason.INVALID_TRANSITION,
        () ->
            till.shop
                .engine
                .reconciling()
                .decisions()
                .accept(till.shop.live, line.bank().id(), "снова"));
  }

  @Test
  void aBillWhoseAnswerIsAwaitedIsNobodysMoney() {
    till.bank.fault(CashierPaths.BILL_CREATE, Fault.cutAfter());
    till.bank.fault(CashierPaths.BILL_HISTORY, Fault.http(503), Fault.FOREVER);
    till.bank.fault(CashierPaths.HISTORY, Fault.http(503));
    refused(Reason.PROVIDER_TIMEOUT, till::bill);
    till.bank.pay(till.atBank(PaymentKind.PHONE).id());
    Invoice other = till.qr();

    ReconciledLine line = only(ReconciledLine.Kind.ONLY_BANK);

    refused(Reason.INVALID_TRANSITION, () -> link(line, other));
  }
}
