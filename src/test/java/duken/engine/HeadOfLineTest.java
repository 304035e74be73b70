package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Refund;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.runtime.Caller;
import duken.engine.runtime.ShopWorkers;
import duken.provider.ProviderReply;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One shop's silent bank makes no other shop wait. */
class HeadOfLineTest {

  private static final Money FIVE = Money.ofTenge(5_000);

  @TempDir Path ledger;

  @Test
  void aShopsSilentBankDelaysNoRefundOfAnother() {
    OddBank bank = new OddBank();
    CountDownLatch silence = new CountDownLatch(1);
    try (Shop shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger, bank)) {
      Tenant second =
          shop.store.write(
              tx ->
                  tx.tenants()
                      .insert(new Tenant(0, "Вторая", "Asia/Almaty", false, shop.clock.instant())));
      Caller other = new Caller(second.id(), Mode.LIVE, "Касса 2", ApiKey.Role.DESK);
      bank.onRefund = _ -> new ProviderReply.Unknown<>("timeout");
      Invoice silent = paid(shop, bank, shop.live);
      Invoice quick = paid(shop, bank, other);
      shop.engine.refundService().refund(shop.live, silent.id(), FIVE, "Брак", List.of());
      shop.engine.refundService().refund(other, quick.id(), FIVE, "Брак", List.of());
      bank.onReadRefund =
          request -> {
            if (request.payment().tenantId() == shop.live.tenantId()) {
              waitFor(silence);
              return new RefundReading.Silent("timeout");
            }
            return new RefundReading.Done(new RefundReceipt("R", true));
          };

      shop.clock.pass(Duration.ofSeconds(3));
      shop.engine.crashRecovery().begin();

      await()
          .untilAsserted(
              () ->
                  assertThat(shop.refunds(quick))
                      .extracting(refund -> refund.state().status())
                      .containsExactly(Refund.Status.COMPLETED));
      silence.countDown();
    }
  }

  @Test
  void eachShopIsServedOnceAtATimeAndALoopIsNeverHeldUp() {
    ShopWorkers workers = new ShopWorkers("test");
    CountDownLatch silence = new CountDownLatch(1);
    Set<Long> served = ConcurrentHashMap.newKeySet();
    List<Long> shops = LongStream.rangeClosed(1, 50).boxed().toList();
    for (int round = 0; round < 3; round++) {
      workers.begin(
          shops,
          shop -> {
            if (shop % 2 == 1) {
              waitFor(silence);
            }
            served.add(shop);
          });
      await().until(() -> served.size() == 25);
    }
    silence.countDown();
    assertThat(workers.awaitQuiet(Duration.ofSeconds(60))).isTrue();
    assertThat(served).hasSize(50);
  }

  @Test
  void anErrorOfOneShopLeavesItsTurnFree() {
    ShopWorkers workers = new ShopWorkers("test");
    workers.begin(
        List.of(1L),
        _ -> {
          throw new StackOverflowError("in a driver");
        });
    assertThat(workers.awaitQuiet(Duration.ofSeconds(60))).isTrue();
    Set<Long> served = ConcurrentHashMap.newKeySet();
    workers.begin(List.of(1L), served::add);
    assertThat(workers.awaitQuiet(Duration.ofSeconds(60))).isTrue();
    assertThat(served).containsExactly(1L);
  }

  private static Invoice paid(Shop shop, OddBank bank, Caller caller) {
    Invoice invoice = shop.engine.invoiceService().create(caller, Shop.order(PaymentKind.QR, null));
    bank.says.put(shop.now(invoice).bank().operationId(), OddBank.paid());
    shop.passAndRound(Duration.ofSeconds(2));
    return invoice;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
