package duken.store.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.StatusReason;
import duken.store.Scope;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Race;
import duken.store.jdbc.Sale;
import duken.store.jdbc.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class JdbcInvoicesTest extends OnBothDatabases {

  private static final Invoice.CartLine COFFEE =
      new Invoice.CartLine(
          0, 7L, "Кофе", Money.ofTenge(900), Money.ofTenge(1000), 2, 1, Money.ofTenge(200));
  private static final Invoice.CartLine BUN =
      new Invoice.CartLine(0, null, "Самса", Money.ofTenge(500), Money.ofTenge(500), 1, 1, null);

  @Test
  void everythingAskedForIsReadBackAsItWasWritten() {
    Invoice first = shop.sells();
    Invoice.Terms terms =
        new Invoice.Terms(
            Money.ofTiyn(1_234_567),
            new Invoice.Discount(
                Money.ofTiyn(1_371_741), Money.ofTiyn(137_174), new BigDecimal("10.50")),
            new Invoice.Order("Заказ № 5 ₸ қазақша", "order-5", "once-5"),
            Phone.parse("+7 700 123 45 67"),
            List.of(COFFEE, BUN),
            "token-5",
            NOON.plus(Duration.ofHours(24)).plusNanos(123_456_000),
            new Invoice.Channel(Invoice.Origin.API, "Касса 1"),
            first.id());
    Invoice.BankSide bank =
        new Invoice.BankSide("sandbox", "900100", "https://qr/1", "https://pay/1", "E1", "плохо");
    Invoice asked =
        new Invoice(
            0,
            0,
            shop.id(),
            Mode.LIVE,
            PaymentKind.PHONE,
            terms,
            Invoice.State.fresh(),
            bank,
            new Invoice.Revision(NOON, NOON.plusMillis(1), 3));

    Invoice stored = store.write(tx -> tx.invoices().insert(asked));

    assertThat(shop.find(stored.id())).isEqualTo(stored);
    assertThat(stored.id()).isPositive().isNotEqualTo(first.id());
    assertThat(stored.terms().items())
        .extracting(Invoice.CartLine::name)
        .containsExactly("Кофе", "Самса");
    assertThat(stored.terms().items()).allSatisfy(line -> assertThat(line.id()).isPositive());
    assertThat(stored)
        .usingRecursiveComparison()
        .ignoringFields("id", "number", "terms.items.id")
        .isEqualTo(asked);
  }

  @Test
  void everythingThatBecameOfItIsReadBackAsItWasWritten() {
    Invoice fresh = shop.sells(sale -> sale.cart(COFFEE));
    Invoice.State state =
        new Invoice.State(
            InvoiceStatus.PARTIALLY_REFUNDED,
            StatusReason.PROVIDER_ERROR,
            PayerProgress.CONFIRMING,
            true,
            "Асель Т.",
            new Invoice.Times(NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3)),
            new Invoice.Refunds(Money.ofTenge(300), Money.ofTenge(200)));
    Invoice.BankSide bank = new Invoice.BankSide("epay", "1", "2", "3", "4", "5");
    Invoice changed = fresh.with(state, NOON.plusSeconds(4)).with(bank, NOON.plusSeconds(5));
    Invoice once =
        new Invoice(
            changed.id(),
            changed.number(),
            changed.tenantId(),
            changed.mode(),
            changed.kind(),
            changed.terms(),
            changed.state(),
            changed.bank(),
            new Invoice.Revision(
                changed.revision().createdAt(),
                changed.revision().updatedAt(),
                fresh.revision().version() + 1));

    assertThat(updates(once)).isTrue();

    assertThat(shop.find(fresh.id())).isEqualTo(once);
  }

  @Test
  void timesAreKeptToTheMicrosecond() {
    Invoice stored = shop.sells(sale -> sale.at(NOON.plusNanos(1_999)));

    assertThat(stored.revision().createdAt()).isEqualTo(NOON.plusNanos(1_000));
    assertThat(shop.find(stored.id())).isEqualTo(stored);
  }

  @Test
  void anotherShopAndTheOtherModeFindNothing() {
    Invoice stored = shop.sells();
    Shop other = Shop.called("Другая", store);

    assertThat(finds(training, stored.id())).containsExactly(stored);
    assertThat(finds(shop.scope(Mode.LIVE), stored.id())).isEmpty();
    assertThat(finds(other.scope(Mode.TEST), stored.id())).isEmpty();
  }

  @Test
  void manyAreFoundAtOnceButOnlyOnesOwn() {
    Invoice one = shop.sells();
    Invoice two = shop.sells(sale -> sale.cart(BUN));
    Invoice foreign = Shop.called("Другая", store).sells();

    List<Long> ids = List.of(two.id(), foreign.id(), 999_999L, one.id());
    List<Invoice> found = store.read(tx -> tx.invoices().findAll(training, ids));
    List<Invoice> none = store.read(tx -> tx.invoices().findAll(training, List.of()));

    assertThat(found).containsExactly(one, two);
    assertThat(none).isEmpty();
  }

  @Test
  void anUpdateOfAnOldVersionLoses() {
    Invoice stored = shop.sells();
    Invoice newer = Sale.moved(stored, InvoiceStatus.PAID);

    assertThat(updates(newer)).isTrue();
    assertThat(updates(Sale.moved(stored, InvoiceStatus.EXPIRED))).isFalse();
    assertThat(updates(newer)).isFalse();

    assertThat(shop.find(stored.id())).isEqualTo(newer);
  }

  @Test
  void ofWritersOfTheSameVersionExactlyOneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      Invoice stored = shop.sells();
      Invoice paid = Sale.moved(stored, InvoiceStatus.PAID);

      List<Boolean> won = Race.of(6, () -> updates(paid));

      assertThat(won).containsOnlyOnce(true);
    }
  }

  @Test
  void aLockedInvoiceIsReadAsTheOtherLeftIt() throws Exception {
    Invoice stored = shop.sells();

    List<Long> versions =
        Race.of(
            8,
            () ->
                store.write(
                    tx -> {
                      Invoice now = tx.invoices().lock(stored.id()).orElseThrow();
                      Invoice next =
                          now.with(now.state(), now.revision().updatedAt().plusSeconds(1));
                      assertThat(tx.invoices().update(next)).isTrue();
                      return next.revision().version();
                    }));

    assertThat(versions).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(shop.find(stored.id()).revision().version()).isEqualTo(9);
  }

  @Test
  void openOnesComeInPagesById() {
    Invoice one = shop.sells();
    Invoice two = Shop.called("Другая", store).sells(sale -> sale.live());
    shop.sells(sale -> sale.being(InvoiceStatus.PAID));
    Invoice three = shop.sells(sale -> sale.being(InvoiceStatus.CANCELLING));

    List<Invoice> first = store.read(tx -> tx.invoices().open(0, 2));
    List<Invoice> rest = store.read(tx -> tx.invoices().open(two.id(), 2));

    assertThat(first).containsExactly(one, two);
    assertThat(rest).containsExactly(three);
    assertThat(store.<Long>read(tx -> tx.invoices().countOpen())).isEqualTo(3);
  }

  @Test
  void overdueAreTheOpenOnesWhoseTimeIsOverOldestEndFirst() {
    Invoice later = shop.sells(sale -> sale.at(NOON.plusSeconds(60)));
    Invoice earlier = shop.sells();
    shop.sells(sale -> sale.being(InvoiceStatus.EXPIRED));
    shop.sells(sale -> sale.at(NOON.plusSeconds(3600)));

    List<Long> atTheEnd = store.read(tx -> tx.invoices().overdue(later.terms().expiresAt(), 10));
    List<Long> before =
        store.read(tx -> tx.invoices().overdue(earlier.terms().expiresAt().minusMillis(1), 10));

    assertThat(atTheEnd).containsExactly(earlier.id(), later.id());
    assertThat(before).isEmpty();
  }

  @Test
  void thePayPageFindsItsInvoiceAndATokenIsNeverGivenTwice() {
    Invoice stored = shop.sells();
    String token = stored.terms().payToken();

    Invoice found = store.<Invoice>read(tx -> tx.invoices().findByPayToken(token).orElseThrow());

    assertThat(found).isEqualTo(stored);
    assertThatThrownBy(() -> store.write(tx -> tx.invoices().insert(stored)))
        .hasMessageContaining("23505");
  }

  @Test
  void aBodyKeyIsTakenWhileItsInvoiceIsOpenOrHasMoney() {
    for (InvoiceStatus status : InvoiceStatus.values()) {
      Invoice stored = shop.sells(sale -> sale.keyed("once-" + status).being(status));

      List<Invoice> found = byKey(training, "once-" + status);

      boolean free = status == InvoiceStatus.CANCELLED || status == InvoiceStatus.EXPIRED;
      assertThat(found).as("%s", status).isEqualTo(free ? List.of() : List.of(stored));
    }
    assertThat(byKey(shop.scope(Mode.LIVE), "once-PAID")).isEmpty();
  }

  @Test
  void ofCreationsWithOneBodyKeyExactlyOneCreates() throws Exception {
    for (int round = 0; round < 5; round++) {
      String key = "once-" + round;

      List<Boolean> created =
          Race.of(
              6,
              () ->
                  store.write(
                      tx -> {
                        tx.invoices().lockIdempotencyId(training, key);
                        if (tx.invoices().findByIdempotencyId(training, key).isPresent()) {
                          return false;
                        }
                        tx.invoices().insert(Sale.of(shop.id()).keyed(key).invoice());
                        return true;
                      }));

      assertThat(created).containsOnlyOnce(true);
    }
  }

  @Test
  void aPaymentAtTheDeskIsAnnouncedOnce() {
    Invoice second = shop.sells(sale -> sale.paid(NOON.plusSeconds(20), "Асель Т."));
    Invoice first = shop.sells(sale -> sale.paid(NOON.plusSeconds(10), null));
    Invoice refunded =
        shop.sells(sale -> sale.paid(NOON.plusSeconds(30), null).being(InvoiceStatus.REFUNDED));
    shop.sells();
    shop.sells(sale -> sale.fromProgram().paid(NOON, null));
    shop.sells(sale -> sale.live().paid(NOON, null));

    assertThat(unannounced()).containsExactly(first, second, refunded);

    announces(first);
    announces(first);
    assertThat(unannounced()).containsExactly(second, refunded);
    store.write(
        tx -> {
          tx.invoices().markAnnounced(shop.scope(Mode.LIVE), second.id(), NOON);
          return null;
        });
    assertThat(unannounced()).containsExactly(second, refunded);
  }

  @Test
  void whoWaitsForALockedRowGetsItWhenTheOtherIsDone() throws Exception {
    Invoice stored = shop.sells();
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      Future<Invoice> holder =
          threads.submit(
              () ->
                  store.write(
                      tx -> {
                        Invoice now = tx.invoices().lock(stored.id()).orElseThrow();
                        locked.countDown();
                        Race.await(leave);
                        Invoice paid = Sale.moved(now, InvoiceStatus.PAID);
                        tx.invoices().update(paid);
                        return paid;
                      }));
      Race.await(locked);
      Future<Invoice> waiter =
          threads.submit(
              () -> store.<Invoice>write(r -> r.invoices().lock(stored.id()).orElseThrow()));
      // A reader waits for nobody and sees what was.
      assertThat(shop.find(stored.id())).isEqualTo(stored);
      assertThat(waiter.isDone()).isFalse();
      leave.countDown();

      assertThat(Race.result(waiter)).isEqualTo(Race.result(holder));
    }
  }

  private boolean updates(Invoice invoice) {
    return store.write(tx -> tx.invoices().update(invoice));
  }

  private List<Invoice> finds(Scope scope, long id) {
    return store.read(tx -> tx.invoices().find(scope, id).stream().toList());
  }

  private List<Invoice> byKey(Scope scope, String key) {
    return store.read(tx -> tx.invoices().findByIdempotencyId(scope, key).stream().toList());
  }

  private List<Invoice> unannounced() {
    return store.read(tx -> tx.invoices().unannounced(training, 10));
  }

  private void announces(Invoice invoice) {
    store.write(
        tx -> {
          tx.invoices().markAnnounced(training, invoice.id(), NOON);
          return null;
        });
  }
}
