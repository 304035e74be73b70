package duken.engine.settlement;

import duken.domain.Invoice;
import duken.engine.runtime.CommitSignal;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Outbox.State;
import duken.store.Scope;
import duken.store.Store.Tx;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Queues the webhook of a status change inside the transaction that changes it (gateway contract,
 * section 15). Disabled or not subscribed: no row.
 */
public final class WebhookOutboxWriter {

  /** The contract's one event. */
  static final String EVENT = "invoice.status_changed";

  private final BiFunction<Invoice, Instant, String> body;
  private final CommitSignal outbox;

  /**
   * @param body makes the exact text to send of an invoice and the time of the event, UTC
   * @param outbox rings when a webhook was queued
   */
  public WebhookOutboxWriter(BiFunction<Invoice, Instant, String> body, CommitSignal outbox) {
    this.body = body;
    this.outbox = outbox;
  }

  void queue(Tx tx, Invoice invoice, Instant at) {
    Scope scope = new Scope(invoice.tenantId(), invoice.mode());
    tx.webhooks()
        .find(scope)
        .filter(config -> config.enabled() && config.url() != null)
        .filter(config -> config.events().contains(EVENT))
        .ifPresent(
            config -> {
              tx.outbox().insert(delivery(scope, invoice, config.url(), at));
              tx.afterCommit(outbox::signal);
            });
  }

  private Delivery delivery(Scope scope, Invoice invoice, String url, Instant at) {
    return new Delivery(
        UUID.randomUUID(),
        0,
        new Outbox.Message(scope, invoice.id(), EVENT, body.apply(invoice, at), at),
        url,
        new Outbox.Progress(State.QUEUED, 0, at, null, null),
        new Outbox.LastAttempt(null, null, null));
  }
}
