package duken.webhook;

import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Store;
import duken.store.WebhookConfigs.Config;
import duken.store.event.NewEvent;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one attempt from beginning to end: reads where to, sends, writes down what came of it. */
final class DeliveryAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);

  private final Store store;
  private final Secrets secrets;
  private final WebhookSender sender;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  DeliveryAttempt(
      Store store,
      Secrets secrets,
      WebhookSender sender,
      RetrySchedule schedule,
      InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.sender = sender;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * Makes it. No transaction is open while the receiver is being called. The outcome is written
   * lightly: if a power cut takes it back, the receiver hears the same event once more, which the
   * contract allows.
   *
   * @throws duken.store.StoreUnavailable when the outcome cannot be written
   */
  void make(Delivery taken) {
    Config config = store.read(tx -> tx.webhooks().find(taken.message().scope())).orElse(null);
    String url = config == null || config.url() == null ? taken.url() : config.url();
    Instant begunAt = clock.instant();
    Verdict verdict = send(taken, url, config);
    AttemptResult attemptResult = new AttemptResult(verdict, url, begunAt, clock.instant());
    store.writeLightly(tx -> write(tx, taken, attemptResult));
  }

  private Verdict send(Delivery taken, String url, Config config) {
    if (config == null) {
      return Verdict.on(new ReceiverAnswer.Unsigned());
    }
    return secrets
        .of(config)
        .map(
            secret ->
                sender.send(
                    new WebhookRequest(
                        taken.id().toString(),
                        taken.message().scope(),
                        taken.message().event(),
                        taken.progress().attempts() + 1,
                        url,
                        taken.message().body(),
                        secret)))
        .orElseGet(() -> Verdict.on(new ReceiverAnswer.Unsigned()));
  }

  private void write(Store.Tx tx, Delivery taken, AttemptResult attemptResult) {
    Outbox outbox = tx.outbox();
    Delivery row = outbox.find(taken.id()).orElse(null);
    if (row == null) {
      return;
    }
    Delivery after = attemptResult.of(taken, row, schedule);
    outbox.update(after);
    if (after.progress().state() == Outbox.State.PARKED && row.progress().parkedAt() == null) {
      tx.events()
          .append(
              new NewEvent(
                  after.message().scope(),
                  after.message().invoiceId(),
                  "delivery_parked",
                  attemptResult.endedAt()));
    }
    if (after.progress().state() == Outbox.State.DELIVERED) {
      int woken = outbox.wakeParked(after.message().scope(), attemptResult.endedAt());
      LOG.debug("webhook {} delivered, {} parked ones woken", after.id(), woken);
    } else if (after.progress().dueAt() == null) {
      LOG.warn(
          "webhook {} of invoice {} is left for manual resend after {} attempts: {}",
          after.id(),
          after.message().invoiceId(),
          after.progress().attempts(),
          after.last().lastError());
    } else if (row.progress().state() != after.progress().state()) {
      LOG.warn(
          "webhook {} of invoice {} is parked: {}",
          after.id(),
          after.message().invoiceId(),
          after.last().lastError());
    } else {
      LOG.debug("webhook {} failed: {}", after.id(), after.last().lastError());
    }
  }
}
