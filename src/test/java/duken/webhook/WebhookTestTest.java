package duken.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.DomainRefusal;
import duken.domain.Mode;
import duken.security.WebhookUrlRules;
import duken.store.Scope;
import duken.store.Store;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTestTest {

  private final MovedClock clock = new MovedClock();
  private final Store store = TestStores.h2InMemoryOrTempFile();
  private final Shops shops = new Shops(store, clock);
  private final WebhookSender sender =
      new WebhookSender(
          WebhookUrlRules.standard(),
          WebhookUrlRules.Resolver.system(),
          clock,
          "1",
          Duration.ofSeconds(10));
  private final WebhookTest test = new WebhookTest(store, shops.secrets(), sender, clock);

  @AfterEach
  void closeAll() {
    sender.close();
    store.close();
  }

  @Test
  void theTestIsSentSignedEvenWhileSwitchedOff() throws IOException {
    try (ReceivingShop receiver = ReceivingShop.open(Shops.SECRET, clock)) {
      Scope shop = shops.shop(receiver.url());
      shops.configure(shop, receiver.url(), false, Shops.SECRET);

      WebhookTest.Outcome outcome = test.run(shop);

      assertThat(outcome.delivered()).isTrue();
      assertThat(outcome.event()).isEqualTo("webhook.test");
      assertThat(outcome.statusCode()).isEqualTo(200);
      assertThat(outcome.error()).isNull();
      assertThat(outcome.durationMs()).isNotNegative();
      assertThat(receiver.events())
          .singleElement()
          .extracting(ReceivingShop.Event::body)
          .isEqualTo(
              "{\"event\":\"webhook.test\",\"source\":\"test\","
                  + "\"timestamp\":\"2026-05-14T14:00:00Z\"}");
      assertThat(store.<Long>read(tx -> tx.outbox().countUnfinished())).isZero();
    }
  }

  @Test
  void aFailureIsAnOutcomeToo() throws IOException {
    try (RecordingReceiver receiver = new RecordingReceiver(500)) {
      WebhookTest.Outcome outcome = test.run(shops.shop(receiver.url()));

      assertThat(outcome.delivered()).isFalse();
      assertThat(outcome.statusCode()).isEqualTo(500);
      assertThat(outcome.error()).isEqualTo("HTTP 500");
    }
  }

  @Test
  void withoutAnAddressThereIsNothingToTest() {
    assertThatThrownBy(() -> test.run(new Scope(99, Mode.TEST)))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal ->
                assertThat(domainRefusal.reason())
                    .isEqualTo(DomainRefusal.Reason.WEBHOOK_NOT_CONFIGURED));
  }
}
