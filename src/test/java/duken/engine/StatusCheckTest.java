package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PayerProgress;
import duken.provider.Pace;
import duken.provider.ProviderReading;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's bulk call asks once about each invoice and is never before the QR on a screen. */
class StatusCheckTest {

  @TempDir Path ledger;
  private final OddBank bank = new OddBank();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<Thread> callers = new ArrayList<>();
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger, bank);
    shop.engine.poller().onAnswer(() -> shop.engine.poller().round());
  }

  @AfterEach
  void close() {
    goOn.countDown();
    shop.close();
  }

  @Test
  void howeverManyAskAboutTheSameInvoicesTheBankIsAskedOnce() {
    List<Long> ids = Stream.generate(shop::liveQr).limit(5).map(Invoice::id).toList();
    bank.onRead =
        _ -> {
          waitFor(goOn);
          return OddBank.paid();
        };
    List<CompletableFuture<List<Invoice>>> checks =
        IntStream.range(0, 20).mapToObj(_ -> checking(ids)).toList();
    await().until(() -> bank.read.size() == 4 && callers.stream().allMatch(this::isWaiting));
    goOn.countDown();

    for (CompletableFuture<List<Invoice>> check : checks) {
      assertThat(check.join())
          .extracting(invoice -> invoice.state().status())
          .containsOnly(InvoiceStatus.PAID);
    }
    assertThat(bank.read).hasSize(5);
  }

  @Test
  void theQrOnTheScreenIsAskedAboutWhileABulkCallHangs() {
    List<Long> bills = Stream.generate(shop::liveBill).limit(100).map(Invoice::id).toList();
    String old = "odd-";
    shop.clock.pass(Duration.ofSeconds(1));
    bank.onRead =
        ref -> {
          if (!"odd-101".equals(ref.operationId())) {
            waitFor(goOn);
          }
          return ref.operationId().startsWith(old) ? OddBank.paid() : OddBank.silent();
        };
    CompletableFuture<List<Invoice>> check = checking(bills);
    await().until(() -> bank.read.size() == 3);

    Invoice qr = shop.liveQr();
    shop.clock.pass(Duration.ofSeconds(2));
    shop.engine.poller().round();

    await().until(() -> shop.status(qr) == InvoiceStatus.PAID);
    assertThat(bank.read).as("three of the bills, and the QR").hasSize(4);
    goOn.countDown();
    check.join();
  }

  @Test
  void whatWasNotAskedWhenTheCallerLeftIsNotAskedForHim() {
    bank.pace = new Pace(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    List<Invoice> bills = Stream.generate(shop::liveBill).limit(10).toList();
    shop.clock.pass(Duration.ofSeconds(2));
    await()
        .until(
            () -> {
              shop.round();
              return bank.read.size() == 10;
            });
    bank.read.clear();
    AtomicInteger asked = new AtomicInteger();
    bank.onRead =
        _ -> {
          asked.incrementAndGet();
          waitFor(goOn);
          return waiting();
        };

    shop.engine.poller().askAll(bills, Duration.ofMillis(200));
    assertThat(asked).hasValue(1);
    goOn.countDown();
    shop.engine.poller().round();
    assertThat(shop.engine.poller().awaitQuiet(Duration.ofSeconds(20))).isTrue();

    assertThat(asked).as("the others are not due before their time").hasValue(1);
  }

  private CompletableFuture<List<Invoice>> checking(List<Long> ids) {
    return CompletableFuture.supplyAsync(
        () -> shop.engine.invoiceService().check(shop.live, ids),
        work -> callers.add(Thread.startVirtualThread(work)));
  }

  private boolean isWaiting(Thread caller) {
    return caller.getState() == Thread.State.WAITING
        || caller.getState() == Thread.State.TIMED_WAITING;
  }

  private static ProviderReading waiting() {
    return OddBank.waiting(PayerProgress.WAITING);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
