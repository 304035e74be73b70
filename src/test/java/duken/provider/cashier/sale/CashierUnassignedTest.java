package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.engine.invoice.NewInvoice;
import duken.engine.reconcile.BankDays;
import duken.engine.reconcile.OwnerRule;
import duken.engine.reconcile.ReconciledLine;
import duken.engine.reconcile.UnassignedPayments;
import duken.engine.reconcile.UnassignedPayments.Waiting;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import duken.store.reconcile.Reconciliation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money without an invoice at the till, and whole days of everything at once. */
class CashierUnassignedTest extends CashierTill {

  private static final long SUM = 1_500_000;

  private UnassignedPayments unassigned() {
    return till.shop.engine.reconciling().unassigned();
  }

  private List<Waiting> look() {
    return unassigned().look(till.shop.live.scope());
  }

  private void minute() {
    for (int i = 0; i < 12; i++) {
      till.shop.clock.pass(Duration.ofSeconds(5));
      unassigned().round();
      till.shop.engine.reconciling().awaitQuiet(Duration.ofSeconds(30));
    }
  }

  private void watched() {
    look();
    minute();
  }

  private long sticker(long tiyn) {
    return till.bank.sticker(CashierShop.CASHIER.national(), tiyn, "GOLD").id();
  }

  private void allowed() {
    unassigned().rule(till.tenant(), new OwnerRule(true, true, 15, Map.of()));
  }

  @Test
  void moneyWithoutAnInvoiceIsShownWithinAMinuteAtAFewCalls() {
    watched();
    sticker(SUM);
    look();
    till.bank.forget();

    minute();

    assertThat(look()).hasSize(1);
    assertThat(look().getFirst().line().told().amount()).isEqualTo(Money.ofTiyn(SUM));
    assertThat(till.bank.counts().of(CashierPaths.HISTORY)).isBetween(1, 2);
  }

  @Test
  void whatCameBeforeTheFirstLookIsNoNewsAndTheBankIsLeftAloneWhileNobodyLooks() {
    sticker(SUM);
    till.shop.clock.pass(Duration.ofHours(1));
    watched();
    assertThat(look()).isEmpty();
    till.shop.clock.pass(Duration.ofMinutes(5));
    till.bank.forget();
    for (int i = 0; i < 10; i++) {
      minute();
    }
    assertThat(till.bank.counts().of(CashierPaths.HISTORY)).isLessThanOrEqualTo(2);
  }

  @Test
  void ourOwnSalesAreNoStrangers() {
    watched();
    paid();
    look();
    minute();
    assertThat(look()).isEmpty();
  }

  @Test
  void nothingIsSettledUnlessTheOwnerAllowsIt() {
    watched();
    Invoice sale = till.qr();
    sticker(SUM);
    watched();

    assertThat(till.status(sale)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(look().getFirst().candidates())
        .extracting(it -> it.invoiceId())
        .containsExactly(sale.id());
  }

  @Test
  void theOnlyOpenSaleIsSettledOnceWhereTheOwnerAllowsIt() {
    allowed();
    watched();
    Invoice sale = till.qr();
    sticker(SUM);
    watched();

    assertThat(till.status(sale)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.shop.deliveries(sale)).hasSize(1);
    assertThat(look()).isEmpty();
    assertThat(till.shop.history(sale, it -> it.event().equals("decided")))
        .extracting(it -> it.detail())
        .containsExactly("LINKED auto");
  }

  @Test
  void twoSalesThatFitOrTwoPaymentsAreAsked() {
    allowed();
    watched();
    Invoice one = till.qr();
    Invoice other = till.qr();
    sticker(SUM);
    watched();
    assertThat(look()).hasSize(1);
    assertThat(List.of(till.status(one), till.status(other))).containsOnly(InvoiceStatus.PENDING);
    assertThat(look().getFirst().candidates()).hasSize(2);
  }

  @Test
  void whoeverHasScannedTheSalesOwnCodePaysThat() {
    allowed();
    watched();
    Invoice sale = till.qr();
    till.bank.scan(till.atBank(PaymentKind.QR).id());
    till.shop.passAndRound(Duration.ofSeconds(4));
    sticker(SUM);
    watched();
    assertThat(look()).hasSize(1);
    assertThat(till.status(sale)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void afterARestartItStillWaitsAndIsDecidedOnce() {
    watched();
    Invoice sale = till.qr();
    sticker(SUM);
    watched();
    till = till.reopened();

    long line = look().getFirst().line().id();
    var decisions = till.shop.engine.reconciling().decisions();
    decisions.link(till.shop.live, line, sale.id());

    assertThat(till.status(sale)).isEqualTo(InvoiceStatus.PAID);
    assertThat(look()).isEmpty();
    refused(
        Reason.INVALID_TRANSITION, () -> decisions.accept(till.shop.live, line, "не по продаже"));
    refused(Reason.INVALID_TRANSITION, () -> decisions.link(till.shop.live, line, till.qr().id()));
  }

  @Test
  void whatCameWhileTheProgramWasAwayIsShown() {
    watched();
    till.shop.clock.pass(Duration.ofHours(2));
    sticker(SUM);
    till.shop.clock.pass(Duration.ofHours(2));
    till = till.reopened();
    watched();
    assertThat(look()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRandomDayIsCompleteAndNothingSettlesTwice(long seed) {
    Random random = new Random(seed);
    till.bank.behave("historyPage", 4);
    watched();
    if (seed % 2 == 0) {
      allowed();
    }
    List<Invoice> sales = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      till.shop.clock.pass(Duration.ofSeconds(1 + random.nextInt(40)));
      act(random, sales);
      if (i % 6 == 5) {
        watched();
      }
    }
    till.bank.clearFaults();
    till.live(Duration.ofSeconds(12), Duration.ofSeconds(4));
    till.shop.clock.pass(Duration.ofMinutes(2));
    till = till.reopened();

    List<ReconciledLine> lines = read();

    long ledger =
        till.bank.operations().stream()
            .filter(it -> it.times().paidAt() != null)
            .mapToLong(it -> it.tiyn() - it.returned())
            .sum();
    assertThat(lines.stream().mapToLong(ReconciledLine::bankTiyn).sum()).isEqualTo(ledger);
    assertThat(lines).noneMatch(it -> it.kind() == ReconciledLine.Kind.ONLY_HERE);
    Set<String> settled = new HashSet<>();
    till.shop
        .store
        .read(
            tx ->
                tx.bankLines()
                    .paid(
                        till.shop.live.scope(),
                        "cashier",
                        till.shop.clock.instant().minus(Duration.ofDays(1)),
                        till.shop.clock.instant()))
        .forEach(
            it -> {
              String operation =
                  till.shop
                      .store
                      .read(tx -> tx.invoices().find(it.invoiceId()))
                      .orElseThrow()
                      .bank()
                      .operationId();
              assertThat(settled.add(operation)).as("settled twice by " + operation).isTrue();
            });
    long ours =
        lines.stream()
            .filter(it -> it.kind() == ReconciledLine.Kind.MATCHED && !it.isReturn())
            .count();
    assertThat(ours).isLessThanOrEqualTo(settled.size());
    assertThat(read()).hasSameSizeAs(lines);
  }

  private void act(Random random, List<Invoice> sales) {
    switch (random.nextInt(8)) {
      case 0, 1 -> sales.add(sale(random));
      case 2, 3 -> {
        sales.add(sale(random));
        till.bank.pay(till.atBank(PaymentKind.QR).id());
        till.shop.passAndRound(Duration.ofSeconds(4));
      }
      case 4 -> sticker(1_000_000L + 100_000L * random.nextInt(3));
      case 5 -> {
        if (!sales.isEmpty()) {
          Invoice sale = sales.get(random.nextInt(sales.size()));
          if (till.status(sale) == InvoiceStatus.PAID) {
            refund(sale, 1_000);
          }
        }
      }
      case 6 -> {
        List<Waiting> waiting = look();
        if (!waiting.isEmpty()) {
          decide(random, waiting.getFirst());
        }
      }
      default -> till.bank.fault(CashierPaths.HISTORY, Fault.http(503), 1 + random.nextInt(2));
    }
  }

  private Invoice sale(Random random) {
    Money amount = Money.ofTenge(10_000 + 1_000 * random.nextInt(3));
    return till.shop
        .engine
        .invoiceService()
        .create(
            till.shop.live,
            new NewInvoice(PaymentKind.QR, amount, null, null, null, null, null, List.of()));
  }

  private void decide(Random random, Waiting waiting) {
    var decisions = till.shop.engine.reconciling().decisions();
    long line = waiting.line().id();
    if (!waiting.candidates().isEmpty() && random.nextBoolean()) {
      try {
        decisions.link(till.shop.live, line, waiting.candidates().getFirst().invoiceId());
      } catch (duken.domain.DomainRefusal refused) {
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_TRANSITION);
      }
    } else if (random.nextBoolean()) {
      decisions.accept(till.shop.live, line, "не по продаже");
    } else {
      decisions.giveBack(till.shop.live, line, "ошибка");
    }
  }

  private List<ReconciledLine> read() {
    var service = till.shop.engine.reconciling().service();
    Reconciliation run =
        service.day(till.shop.live, "cashier", BankDays.of(till.shop.clock.instant()));
    for (int i = 0; i < 40; i++) {
      till.shop.engine.reconciling().reader().round();
      till.shop.engine.reconciling().awaitQuiet(Duration.ofSeconds(30));
    }
    var result = service.result(till.shop.live.scope(), run.id());
    assertThat(result.run().progress().state()).isEqualTo(Reconciliation.State.DONE);
    return result.lines();
  }
}
