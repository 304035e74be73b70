package duken.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import duken.security.WebhookUrlRules;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds made by hand on one thread, with a clock that is moved. */
class WebhookRetryTest {

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
  private WebhookDispatcher dispatcher = dispatcher(true);
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
  void aQueuedEventIsDeliveredSignedAndAsItWasWritten() {
    UUID id = queueOne();

    assertThat(dispatcher.round()).isEqualTo(1);

    assertThat(receiver.refusals()).isEmpty();
    assertThat(receiver.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo(id.toString());
              assertThat(event.body()).isEqualTo(shops.delivery(id).message().body());
            });
    Delivery row = shops.delivery(id);
    assertThat(row.progress().state()).isEqualTo(Outbox.State.DELIVERED);
    assertThat(row.progress().attempts()).isEqualTo(1);
    assertThat(row.last().lastStatus()).isEqualTo(200);
    assertThat(row.last().lastError()).isNull();
    assertThat(row.progress().dueAt()).isNull();
    assertThat(row.progress().deliveredAt()).isEqualTo(clock.instant());
    assertThat(dispatcher.round()).isZero();
  }

  @Test
  void threeAttemptsFollowFiveAndThirtySecondsAfterTheEndOfTheOneBefore() {
    UUID id = queueOne();
    List<Instant> heard = new ArrayList<>();
    receiver.answerWith(
        _ -> {
          heard.add(clock.instant());
          clock.moveSeconds(7);
          return 500;
        });
    Instant begin = clock.instant();

    dispatcher.round();
    clock.move(Duration.ofMillis(4_999));
    assertThat(dispatcher.round()).as("4.999 s after the end").isZero();
    clock.move(Duration.ofMillis(1));
    assertThat(dispatcher.round()).isEqualTo(1);
    clock.move(Duration.ofMillis(29_999));
    assertThat(dispatcher.round()).as("29.999 s after the end").isZero();
    clock.move(Duration.ofMillis(1));
    assertThat(dispatcher.round()).isEqualTo(1);

    assertThat(heard)
        .containsExactly(begin, begin.plusSeconds(7 + 5), begin.plusSeconds(7 + 5 + 7 + 30));
    Delivery row = shops.delivery(id);
    assertThat(row.progress().state()).isEqualTo(Outbox.State.PARKED);
    assertThat(row.progress().attempts()).isEqualTo(3);
    assertThat(row.last().lastError()).isEqualTo("HTTP 500");
    assertThat(row.progress().parkedAt()).isEqualTo(clock.instant());
    assertThat(shops.parkedEvents(row.message().scope()))
        .containsExactly(row.message().invoiceId());
    assertThat(row.progress().dueAt()).isEqualTo(clock.instant().plusSeconds(60));
  }

  @Test
  void theAttemptsOfOneDeliveryShareIdAndBytesAndCountUp() throws IOException {
    try (RecordingReceiver broken = new RecordingReceiver(503)) {
      shopAt(broken.url());
      fail(3);

      assertThat(broken.bodies()).hasSize(3).containsOnly(broken.bodies().getFirst());
      assertThat(broken.header("webhook-id")).hasSize(3).containsOnly(broken.first("webhook-id"));
      assertThat(broken.header("X-Webhook-Delivery")).containsOnly(broken.first("webhook-id"));
      assertThat(broken.header("X-Webhook-Attempt")).containsExactly("1", "2", "3");
      assertThat(broken.header("webhook-timestamp")).doesNotHaveDuplicates();
    }
  }

  @Test
  void aParkedDeliveryIsTriedForThreeDaysAndThenLeftForItsOwner() {
    UUID id = queueOne();
    receiver.answerWith(_ -> 500);
    fail(3);
    Instant parkedAt = shops.delivery(id).progress().parkedAt();

    for (long minutes : new long[] {1, 2, 5, 15, 60, 180, 360, 720, 1440, 2880, 4320}) {
      assertThat(shops.delivery(id).progress().dueAt())
          .isEqualTo(parkedAt.plus(Duration.ofMinutes(minutes)));
      clock.move(Duration.between(clock.instant(), shops.delivery(id).progress().dueAt()));
      assertThat(dispatcher.round()).isEqualTo(1);
    }

    assertThat(shops.delivery(id))
        .satisfies(
            row -> {
              assertThat(row.progress().state()).isEqualTo(Outbox.State.PARKED);
              assertThat(row.progress().dueAt()).isNull();
              assertThat(row.progress().attempts()).isEqualTo(14);
              assertThat(row.progress().parkedAt()).isEqualTo(parkedAt);
            });
    clock.move(Duration.ofDays(30));
    assertThat(dispatcher.round()).isZero();

    receiver.answerWith(_ -> 200);
    shops.askFor(id);
    assertThat(dispatcher.round()).isEqualTo(1);
    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.DELIVERED);
  }

  @Test
  void aLaterSuccessWakesWhatIsParked() {
    Scope shop = shops.shop(receiver.url());
    UUID parked = shops.queue(shop, shops.invoice(shop), "paid");
    receiver.answerWith(_ -> 500);
    fail(3);
    clock.move(Duration.ofMinutes(90));
    dispatcher.round();
    receiver.answerWith(_ -> 200);
    UUID later = shops.queue(shop, shops.invoice(shop), "paid");

    assertThat(dispatcher.round()).as("the later one, then the one it woke").isEqualTo(2);

    assertThat(shops.delivery(later).progress().state()).isEqualTo(Outbox.State.DELIVERED);
    assertThat(shops.delivery(parked).progress().state()).isEqualTo(Outbox.State.DELIVERED);
  }

  @Test
  void aSuccessOfOneShopWakesNothingOfAnother() {
    UUID parked = queueOne();
    receiver.answerWith(_ -> 500);
    fail(3);
    receiver.answerWith(_ -> 200);
    queueOne();

    assertThat(dispatcher.round()).isEqualTo(1);

    assertThat(shops.delivery(parked).progress().state()).isEqualTo(Outbox.State.PARKED);
  }

  @Test
  void theSettingLeavesAfterExactlyThreeAndWakesNothing() {
    dispatcher = dispatcher(false);
    Scope shop = shops.shop(receiver.url());
    long invoice = shops.invoice(shop);
    UUID id = shops.queue(shop, invoice, "paid");
    receiver.answerWith(_ -> 500);
    fail(3);
    clock.move(Duration.ofDays(4));
    receiver.answerWith(_ -> 200);
    shops.queue(shop, invoice, "refunded");

    assertThat(dispatcher.round()).as("only the new one").isEqualTo(1);

    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.PARKED);
    assertThat(shops.delivery(id).progress().dueAt()).isNull();
    assertThat(receiver.events())
        .extracting(ReceivingShop.Event::status)
        .containsExactly("refunded");
  }

  @Test
  void aFailedEventHoldsUpTheLaterOnesOfItsInvoiceOnly() {
    Scope shop = shops.shop(receiver.url());
    long one = shops.invoice(shop);
    long other = shops.invoice(shop);
    shops.queue(shop, one, "paid");
    shops.queue(shop, one, "refunded");
    shops.queue(shop, other, "paid");
    receiver.answerWith(event -> event.invoiceId() == one ? 500 : 200);

    dispatcher.round();
    assertThat(receiver.events()).extracting(ReceivingShop.Event::invoiceId).containsExactly(other);

    receiver.answerWith(_ -> 200);
    clock.moveSeconds(5);
    dispatcher.round();
    assertThat(receiver.events())
        .filteredOn(event -> event.invoiceId() == one)
        .extracting(ReceivingShop.Event::status)
        .containsExactly("paid", "refunded");
  }

  @Test
  void afterTheThirdFailureTheNextEventOfTheInvoiceIsSent() {
    Scope shop = shops.shop(receiver.url());
    long invoice = shops.invoice(shop);
    UUID paid = shops.queue(shop, invoice, "paid");
    shops.queue(shop, invoice, "refunded");
    receiver.answerWith(event -> "paid".equals(event.status()) ? 500 : 200);

    dispatcher.round();
    clock.moveSeconds(5);
    dispatcher.round();
    assertThat(receiver.events()).as("two failures hold it back").isEmpty();
    clock.moveSeconds(30);
    dispatcher.round();

    assertThat(receiver.events())
        .extracting(ReceivingShop.Event::status)
        .containsExactly("refunded");
    assertThat(shops.delivery(paid).progress().attempts()).isGreaterThanOrEqualTo(3);
    receiver.answerWith(_ -> 200);
    clock.moveSeconds(60);
    dispatcher.round();
    assertThat(shops.delivery(paid).progress().state()).isEqualTo(Outbox.State.DELIVERED);
  }

  /** A kept connection that the receiver closes costs no retry: each of ten comes at once. */
  @Test
  void aReceiverThatClosesItsConnectionsHearsOfEachPaymentAtTheFirstAttempt() throws IOException {
    String answer = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";
    for (RawReceiver.Behaviour behaviour :
        List.of(
            RawReceiver.saysAndCloses(answer),
            RawReceiver.saysOncePerConnection(answer),
            RawReceiver.says(answer))) {
      try (RawReceiver closing = new RawReceiver(behaviour)) {
        Scope shop = shops.shop(closing.url());
        for (int i = 1; i <= 10; i++) {
          clock.moveSeconds(1);
          UUID id = shops.queue(shop, shops.invoice(shop), "paid");
          dispatcher.round();
          assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.DELIVERED);
          assertThat(shops.delivery(id).progress().attempts()).isEqualTo(1);
        }
        assertThat(closing.requests()).hasSize(10);
      }
    }
  }

  @Test
  void aRestartGoesOnWithCountAndDueTime() {
    UUID id = queueOne();
    receiver.answerWith(_ -> 500);
    fail(2);
    Delivery before = shops.delivery(id);

    dispatcher.close();
    dispatcher = dispatcher(true);
    assertThat(dispatcher.round()).as("not due yet").isZero();
    assertThat(shops.delivery(id)).isEqualTo(before);
    clock.moveSeconds(30);
    assertThat(dispatcher.round()).isEqualTo(1);

    assertThat(shops.delivery(id).progress().attempts()).isEqualTo(3);
    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.PARKED);
  }

  @Test
  void switchingOffDropsNothingThatIsQueued() {
    Scope shop = shops.shop(receiver.url());
    UUID id = shops.queue(shop, shops.invoice(shop), "paid");
    shops.configure(shop, receiver.url(), false, Shops.SECRET);

    dispatcher.round();

    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.DELIVERED);
  }

  @Test
  void aCorrectedAddressHelpsWhatWasQueuedForTheWrongOne() {
    Scope shop = shops.shop("http://127.0.0.1:1/");
    UUID id = shops.queue(shop, shops.invoice(shop), "paid");
    dispatcher.round();
    assertThat(shops.delivery(id).last().lastError()).isEqualTo("connection refused");
    shops.configure(shop, receiver.url(), true, Shops.SECRET);

    clock.moveSeconds(5);
    dispatcher.round();

    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.DELIVERED);
    assertThat(shops.delivery(id).url()).isEqualTo(receiver.url());
  }

  @Test
  void aNewSecretSignsTheNextAttempt() throws IOException {
    try (ReceivingShop rotated = ReceivingShop.open("a secret of the owner's own", clock)) {
      Scope shop = shops.shop(rotated.url());
      UUID id = shops.queue(shop, shops.invoice(shop), "paid");
      dispatcher.round();
      assertThat(shops.delivery(id).last().lastStatus()).isEqualTo(401);
      shops.configure(shop, rotated.url(), true, "a secret of the owner's own");

      clock.moveSeconds(5);
      dispatcher.round();

      assertThat(rotated.events()).hasSize(1);
    }
  }

  @Test
  void aSecretThatCannotBeReadIsAFailureThatIsSaidSo() {
    Scope shop = shops.shop(receiver.url());
    shops.save(shop, receiver.url(), true, new byte[] {1, 2, 3});
    UUID id = shops.queue(shop, shops.invoice(shop), "paid");

    dispatcher.round();

    assertThat(shops.delivery(id).last().lastError()).isEqualTo("secret unreadable");
    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.QUEUED);
  }

  @Test
  void anAddressThatIsNoLongerAllowedIsAFailure() {
    Scope shop = shops.shop("http://10.0.0.1/");
    UUID id = shops.queue(shop, shops.invoice(shop), "paid");

    dispatcher.round();

    assertThat(shops.delivery(id).last().lastError()).isEqualTo("address not allowed");
  }

  @Test
  void beingAskedForDuringAFailingAttemptIsNotForgotten() {
    UUID id = queueOne();
    receiver.answerWith(_ -> 500);
    fail(3);
    receiver.answerWith(
        _ -> {
          shops.askFor(id);
          receiver.answerWith(_ -> 200);
          return 500;
        });
    clock.moveSeconds(61);

    assertThat(dispatcher.round()).isEqualTo(2);

    assertThat(shops.delivery(id).progress().state()).isEqualTo(Outbox.State.DELIVERED);
  }

  @Test
  void aReceiverThatHeardButCouldNotSaySoHearsTheSameIdAgain() {
    UUID id = queueOne();
    receiver.answerWith(_ -> 200);
    dispatcher.round();
    shops.askFor(id);

    dispatcher.round();

    assertThat(receiver.events()).hasSize(1);
    assertThat(receiver.repeats())
        .extracting(ReceivingShop.Event::id)
        .containsExactly(id.toString());
  }

  private UUID queueOne() {
    Scope shop = shops.shop(receiver.url());
    return shops.queue(shop, shops.invoice(shop), "paid");
  }

  private void shopAt(String url) {
    Scope shop = shops.shop(url);
    shops.queue(shop, shops.invoice(shop), "paid");
  }

  /** Makes the first attempts, each when it is due. */
  private void fail(int attempts) {
    long[] delays = {0, 5, 30};
    for (int i = 0; i < attempts; i++) {
      clock.moveSeconds(delays[i]);
      assertThat(dispatcher.round()).isEqualTo(1);
    }
  }

  private WebhookDispatcher dispatcher(boolean whileParked) {
    return new WebhookDispatcher(
        store, shops.secrets(), sender, new RetrySchedule(whileParked), clock, 8, Runnable::run);
  }
}
