package duken.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PayerProgress;
import duken.engine.Engine;
import duken.engine.OddBank;
import duken.engine.Shop;
import duken.provider.Pace;
import duken.provider.ProviderReading;
import duken.provider.SandboxCustomer.Action;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentPollerTest {

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

  private List<Invoice> liveQrs(int count) {
    List<Invoice> invoices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      invoices.add(shop.liveQr());
      shop.clock.pass(Duration.ofMillis(1));
    }
    return invoices;
  }

  @Test
  void aThousandOpenInvoicesDoNotDelayTheNoticeOfOnePayment() {
    List<Invoice> open = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      open.add(shop.qr());
    }
    shop.passAndRound(Duration.ofSeconds(2));
    Invoice paid = open.get(500);

    shop.phone.act(paid.id(), Action.PAY);
    shop.engine.poller().round();
    assertThat(shop.engine.poller().awaitQuiet(Duration.ofSeconds(20))).isTrue();

    assertThat(shop.status(paid)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void theBankIsNeverAskedMoreAtOnceThanItAllows() {
    bank.pace = new Pace(3, Duration.ofSeconds(1), Duration.ofSeconds(1));
    liveQrs(12);
    shop.clock.pass(Duration.ofSeconds(2));
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch threeAreIn = new CountDownLatch(3);
    CountDownLatch goOn = new CountDownLatch(1);
    bank.onRead =
        _ -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          threeAreIn.countDown();
          awaitLatch(goOn);
          atOnce.decrementAndGet();
          return OddBank.waiting(PayerProgress.WAITING);
        };

    shop.engine.poller().round();
    awaitLatch(threeAreIn);
    shop.engine.poller().round();
    goOn.countDown();
    shop.round();
    shop.round();

    assertThat(most).hasValue(3);
  }

  @Test
  void oneInvoiceIsNeverAskedAboutTwiceAtOnce() {
    Invoice invoice = shop.liveQr();
    shop.clock.pass(Duration.ofSeconds(2));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    bank.onRead =
        _ -> {
          asked.countDown();
          awaitLatch(goOn);
          return OddBank.waiting(PayerProgress.WAITING);
        };
    shop.engine.poller().round();
    awaitLatch(asked);
    shop.clock.pass(Duration.ofMinutes(1));
    shop.engine.poller().hint(invoice.id());
    shop.engine.poller().round();
    Thread check =
        Thread.ofVirtual()
            .start(() -> shop.engine.invoiceService().check(shop.live, List.of(invoice.id())));

    assertThat(bank.read).hasSize(1);
    goOn.countDown();
    await().until(() -> !check.isAlive());
    shop.round();
    assertThat(bank.read.size()).isBetween(2, 4);
  }

  @Test
  void whileABillIsBeingSentNobodySendsItAgain() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    bank.onOpen =
        request -> {
          asked.countDown();
          awaitLatch(goOn);
          return bank.takes(request);
        };
    Thread creation = Thread.ofVirtual().start(shop::liveBill);
    awaitLatch(asked);
    shop.round();
    shop.passAndRound(Duration.ofMinutes(2));
    goOn.countDown();
    await().until(() -> !creation.isAlive());
    shop.passAndRound(Duration.ofSeconds(5));

    assertThat(bank.opened).hasSize(1);
    Invoice invoice = shop.store.read(tx -> tx.invoices().open(0, 10)).getFirst();
    assertThat(shop.operations(invoice)).hasSize(1);
    assertThat(invoice.state().payerProgress()).isEqualTo(PayerProgress.WAITING);
  }

  @Test
  void theNewestQrComesFirstAndNobodyIsForgotten() {
    bank.pace = new Pace(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    List<Invoice> invoices = liveQrs(4);
    Invoice bill = shop.liveBill();
    shop.clock.pass(Duration.ofSeconds(10));
    bank.read.clear();

    for (int i = 0; i < 5; i++) {
      shop.engine.poller().round();
      shop.engine.poller().awaitQuiet(Duration.ofSeconds(20));
    }

    List<String> order = bank.read.stream().map(ref -> ref.operationId()).toList();
    assertThat(order.getFirst()).isEqualTo(invoices.getLast().bank().operationId());
    assertThat(order.get(1)).isEqualTo(invoices.getFirst().bank().operationId());
    assertThat(order).hasSize(5).contains(bill.bank().operationId());
  }

  @Test
  void theBankDictatesThePause() {
    Invoice invoice = shop.liveQr();
    bank.onRead =
        _ ->
            new ProviderReading.Waiting(
                PayerProgress.WAITING, false, "Wait", Duration.ofSeconds(30));
    shop.passAndRound(Duration.ofSeconds(2));
    bank.read.clear();

    shop.passAndRound(Duration.ofSeconds(20));
    assertThat(bank.read).isEmpty();
    shop.passAndRound(Duration.ofSeconds(14));
    assertThat(bank.read).hasSize(1);
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void whatTheBankRepeatsIsNotWrittenDownAgain() {
    Invoice invoice = shop.liveQr();
    shop.passAndRound(Duration.ofSeconds(2));
    Invoice before = shop.now(invoice);
    for (int i = 0; i < 5; i++) {
      shop.passAndRound(Duration.ofSeconds(2));
    }

    assertThat(shop.now(invoice)).isEqualTo(before);
    assertThat(bank.read.size()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aSilentBankIsTriedNowAndThenAndAskedAboutAllWhenItSpeaks() {
    List<Invoice> invoices = liveQrs(20);
    shop.passAndRound(Duration.ofSeconds(2));
    bank.onRead = _ -> OddBank.silent();
    shop.passAndRound(Duration.ofSeconds(2));
    shop.passAndRound(Duration.ofSeconds(2));
    bank.read.clear();

    for (int second = 0; second < 60; second++) {
      shop.passAndRound(Duration.ofSeconds(1));
    }
    assertThat(bank.read.size()).isLessThan(20);
    assertThat(shop.engine.providerHealth().isBankReachable(shop.live.scope())).isFalse();
    assertThat(invoices).allMatch(it -> shop.engine.providerHealth().isChecking(it.id()));

    bank.onRead = _ -> OddBank.paid();
    shop.passAndRound(Duration.ofSeconds(66));
    shop.round();
    assertThat(invoices).allMatch(it -> shop.status(it) == InvoiceStatus.PAID);
  }

  @Test
  void aClockThatIsSetBackDoesNotSilenceTheQuestions() {
    Invoice invoice = shop.liveQr();
    shop.passAndRound(Duration.ofSeconds(2));
    bank.says.put(invoice.bank().operationId(), OddBank.paid());
    shop.clock.pass(Duration.ofHours(-1));
    shop.round();

    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void theLastWordIsAskedForAtTheVeryEndEvenOfABillAskedAboutEveryFiveMinutes() {
    Invoice bill = shop.liveBill();
    shop.clock.set(bill.terms().expiresAt().minusSeconds(100));
    shop.round();
    bank.read.clear();
    bank.says.put(bill.bank().operationId(), OddBank.ended(ProviderReading.Ending.RAN_OUT));
    shop.clock.set(bill.terms().expiresAt());
    shop.engine.poller().round();
    shop.engine.poller().awaitQuiet(Duration.ofSeconds(20));

    assertThat(shop.status(bill)).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void theEngineWatchesByItselfFromStartToClose() {
    try (Engine running = shop.engine) {
      running.start();
      Invoice invoice = shop.qr();
      shop.phone.act(invoice.id(), Action.PAY);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> shop.status(invoice) == InvoiceStatus.PAID);
    }
    Invoice afterwards = shop.qr();
    assertThat(shop.status(afterwards)).isEqualTo(InvoiceStatus.PENDING);
  }

  @Test
  void openTrainingInvoicesSurviveARestartOfEngineAndBank() {
    Invoice paid = shop.qr();
    Invoice open = shop.qr();
    shop.phone.act(paid.id(), Action.PAY);

    shop = Shop.reopen(shop, ledger, bank);
    shop.round();
    shop.passAndRound(Duration.ofSeconds(2));

    assertThat(shop.status(paid)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.status(open)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(shop.phone.act(open.id(), Action.SCAN)).isPresent();
  }

  private static void awaitLatch(CountDownLatch latch) {
    await().atMost(Duration.ofSeconds(60)).until(() -> latch.getCount() == 0);
  }
}
