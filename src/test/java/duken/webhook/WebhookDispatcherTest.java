package duken.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.security.WebhookUrlRules;
import duken.store.Outbox;
import duken.store.Scope;
import duken.store.Store;
import duken.store.StoreUnavailable;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attempts on threads of their own. */
@Timeout(120)
class WebhookDispatcherTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MovedClock clock = new MovedClock();
  private final Store store = TestStores.h2InMemoryOrTempFile();
  private final Shops shops = new Shops(store, clock);
  private final WebhookSender sender =
      new WebhookSender(
          WebhookUrlRules.standard(),
          WebhookUrlRules.Resolver.system(),
          clock,
          "1",
          WebhookSender.TIME_LIMIT);
  private final WebhookDispatcher dispatcher = dispatcher(store);
  private ReceivingShop receiver;

  @BeforeEach
  void openTheReceiver() throws IOException {
    receiver = ReceivingShop.open(Shops.SECRET, clock);
  }

  @AfterEach
  void closeAll() throws IOException {
    dispatcher.close();
    sender.close();
    receiver.close();
    store.close();
  }

  @Test
  void aThousandInvoicesBesideEachOtherStayInOrderEach() {
    Scope shop = shops.shop(receiver.url());
    AtomicInteger stumbles = new AtomicInteger();
    receiver.answerWith(
        event -> event.attempt() == 1 && stumbles.incrementAndGet() % 50 == 0 ? 500 : 200);
    List<Long> invoices =
        shops.queueMany(shop, 1000, List.of("paid", "partially_refunded", "refunded"));

    dispatcher.start();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              clock.moveSeconds(5);
              dispatcher.ring();
              return receiver.events().size() == 3000;
            });

    Map<Long, List<String>> heard =
        receiver.events().stream()
            .collect(
                groupingBy(
                    ReceivingShop.Event::invoiceId,
                    mapping(ReceivingShop.Event::status, toList())));
    assertThat(heard.keySet()).containsExactlyInAnyOrderElementsOf(invoices);
    assertThat(heard.values())
        .allSatisfy(
            statuses ->
                assertThat(statuses).containsExactly("paid", "partially_refunded", "refunded"));
    assertThat(stumbles.get()).as("some had to be tried again").isGreaterThan(50);
    assertThat(receiver.refusals()).isEmpty();
  }

  @Test
  void anEventIsNotSentAgainWhileItsAttemptIsUnderWay() {
    Scope shop = shops.shop(receiver.url());
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    receiver.answerWith(
        _ -> {
          calls.incrementAndGet();
          waitFor(release);
          return 200;
        });
    UUID id = shops.queue(shop, shops.invoice(shop), "paid");

    assertThat(dispatcher.round()).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> calls.get() == 1);
    clock.moveSeconds(5);
    assertThat(dispatcher.round()).isZero();
    clock.move(Duration.ofHours(1));
    assertThat(dispatcher.round()).isZero();
    release.countDown();
    await().atMost(PATIENCE).until(() -> isDelivered(id));

    assertThat(calls).hasValue(1);
  }

  @Test
  void noMoreThanEightCallsOfAShopRunAtOnce() {
    Scope shop = shops.shop(receiver.url());
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    receiver.answerWith(
        _ -> {
          running.incrementAndGet();
          waitFor(release);
          return 200;
        });
    shops.queueMany(shop, 30, List.of("paid"));

    assertThat(dispatcher.round()).isEqualTo(8);
    assertThat(dispatcher.round()).isZero();
    await().atMost(PATIENCE).until(() -> running.get() == 8);
    release.countDown();
    dispatcher.start();
    await().atMost(PATIENCE).until(() -> receiver.events().size() == 30);
  }

  @Test
  void aSlowReceiverOfOneShopDoesNotStarveAnother() throws IOException {
    CountDownLatch release = new CountDownLatch(1);
    try (ReceivingShop slow = ReceivingShop.open(Shops.SECRET, clock)) {
      slow.answerWith(
          _ -> {
            waitFor(release);
            return 200;
          });
      shops.queueMany(shops.shop(slow.url()), 100, List.of("paid"));
      clock.moveSeconds(1);
      shops.queueMany(shops.shop(receiver.url()), 100, List.of("paid"));
      dispatcher.start();

      await().atMost(PATIENCE).until(() -> receiver.events().size() == 100);

      assertThat(slow.events()).isEmpty();
      release.countDown();
      await().atMost(PATIENCE).until(() -> slow.events().size() == 100);
    }
  }

  @Test
  void aRingIsHeardAtOnce() {
    Scope shop = shops.shop(receiver.url());
    dispatcher.start();
    for (int i = 1; i <= 20; i++) {
      shops.queue(shop, shops.invoice(shop), "paid");
      dispatcher.ring();
      int expected = i;
      await().atMost(Duration.ofSeconds(60)).until(() -> receiver.events().size() == expected);
    }
  }

  @Test
  void closingWaitsForWhatRunsAndBeginsNothingNew() throws Exception {
    Scope shop = shops.shop(receiver.url());
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch called = new CountDownLatch(1);
    receiver.answerWith(
        _ -> {
          called.countDown();
          waitFor(release);
          return 200;
        });
    long invoice = shops.invoice(shop);
    UUID running = shops.queue(shop, invoice, "paid");
    UUID waiting = shops.queue(shop, invoice, "refunded");
    dispatcher.start();
    called.await();

    Thread closing = Thread.ofVirtual().start(dispatcher::close);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                closing.getState() == Thread.State.WAITING
                    || closing.getState() == Thread.State.TIMED_WAITING);
    release.countDown();
    closing.join();

    assertThat(isDelivered(running)).isTrue();
    assertThat(shops.delivery(waiting).progress().attempts()).isZero();
    assertThat(shops.delivery(waiting).progress().state()).isEqualTo(Outbox.State.QUEUED);
  }

  @Test
  void anOutcomeThatCannotBeKeptDoesNotTurnIntoAFlood() {
    AtomicBoolean full = new AtomicBoolean(true);
    WebhookDispatcher onFullDisk = dispatcher(new FullDisk(store, full));
    Scope shop = shops.shop(receiver.url());
    UUID id = shops.queue(shop, shops.invoice(shop), "paid");

    assertThat(onFullDisk.round()).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> receiver.events().size() == 1);
    assertThat(onFullDisk.round()).as("held back").isZero();
    full.set(false);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              clock.moveSeconds(5);
              onFullDisk.round();
              return isDelivered(id);
            });

    assertThat(receiver.events()).hasSize(1);
    assertThat(receiver.repeats()).hasSize(1);
    onFullDisk.close();
  }

  private boolean isDelivered(UUID id) {
    return shops.delivery(id).progress().state() == Outbox.State.DELIVERED;
  }

  private WebhookDispatcher dispatcher(Store onStore) {
    return new WebhookDispatcher(
        onStore,
        shops.secrets(),
        sender,
        new RetrySchedule(true),
        clock,
        WebhookDispatcher.IN_FLIGHT);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The real store, whose disk may be full. */
  private record FullDisk(Store store, AtomicBoolean full) implements Store {

    @Override
    public <T> T write(Function<Tx, T> work) {
      return store.write(work);
    }

    @Override
    public void writeLightly(Consumer<Tx> work) {
      if (full.get()) {
        throw new StoreUnavailable("the disk is full", null);
      }
      store.writeLightly(work);
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
      return store.read(work);
    }

    @Override
    public boolean isAlive() {
      return store.isAlive();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
