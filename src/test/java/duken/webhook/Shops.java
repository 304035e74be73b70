package duken.webhook;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.tenant.Tenant;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.security.WebhookSecret;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import duken.store.WebhookConfigs;
import duken.store.event.LoggedEvent;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Shops with webhooks, invoices and queued events, as tests need them. */
final class Shops {

  /** What every shop here signs with. */
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final SecretBox box = new SecretBox(MasterKey.mint(random), random);

  Shops(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  Secrets secrets() {
    return new Secrets(box);
  }

  /** The invoices in whose name the log tells of a parked delivery. */
  List<Long> parkedEvents(Scope scope) {
    return store.read(
        tx ->
            tx.events().after(scope, 0, Set.of("delivery_parked"), 100).stream()
                .map(LoggedEvent::invoiceId)
                .toList());
  }

  /** A shop whose webhook goes to {@code url}. */
  Scope shop(String url) {
    Tenant tenant =
        store.write(
            tx ->
                tx.tenants()
                    .insert(
                        new Tenant(
                            0,
                            "shop " + UUID.randomUUID(),
                            "Asia/Almaty",
                            false,
                            clock.instant())));
    Scope scope = new Scope(tenant.id(), Mode.TEST);
    configure(scope, url, true, SECRET);
    return scope;
  }

  /** Configures a shop's webhook. */
  void configure(Scope scope, String url, boolean enabled, String secret) {
    save(scope, url, enabled, box.seal(scope.tenantId(), WebhookSecret.field("test"), secret));
  }

  /** Configures it with whatever bytes as its sealed secret. */
  void save(Scope scope, String url, boolean enabled, byte[] sealed) {
    store.write(
        tx -> {
          tx.webhooks()
              .save(
                  new WebhookConfigs.Config(
                      scope, url, enabled, List.of(WebhookBody.NAME), sealed, clock.instant()));
          return scope;
        });
  }

  /** A new invoice of this shop; its id. */
  long invoice(Scope scope) {
    return store.write(tx -> insertInvoice(tx, scope));
  }

  /** Queues an event that says the invoice is in {@code status}; the delivery's id. */
  UUID queue(Scope scope, long invoiceId, String status) {
    return store.write(
        tx -> {
          String url = tx.webhooks().find(scope).orElseThrow().url();
          return insertDelivery(tx, scope, url, invoiceId, status);
        });
  }

  /** Many invoices with the same events each, in one transaction; their ids. */
  List<Long> queueMany(Scope scope, int invoices, List<String> statuses) {
    return store.write(
        tx -> {
          String url = tx.webhooks().find(scope).orElseThrow().url();
          List<Long> ids =
              java.util.stream.IntStream.range(0, invoices)
                  .mapToObj(_ -> insertInvoice(tx, scope))
                  .toList();
          statuses.forEach(status -> ids.forEach(id -> insertDelivery(tx, scope, url, id, status)));
          return ids;
        });
  }

  /** Asks for a delivery, as a person at the window does. */
  void askFor(UUID id) {
    store.write(
        tx -> {
          Delivery delivery = tx.outbox().find(id).orElseThrow();
          tx.outbox().update(delivery.askedFor(clock.instant()));
          return id;
        });
  }

  Delivery delivery(UUID id) {
    return store.read(tx -> tx.outbox().find(id)).orElseThrow();
  }

  private long insertInvoice(Store.Tx tx, Scope scope) {
    Instant now = clock.instant();
    return tx.invoices()
        .insert(
            new Invoice(
                0,
                0,
                scope.tenantId(),
                scope.mode(),
                PaymentKind.QR,
                new Invoice.Terms(
                    Money.ofTenge(5),
                    null,
                    new Invoice.Order(null, null, null),
                    null,
                    List.of(),
                    UUID.randomUUID().toString(),
                    now,
                    new Invoice.Channel(Invoice.Origin.API, null),
                    null),
                Invoice.State.fresh(),
                Invoice.BankSide.unspoken("sandbox"),
                new Invoice.Revision(now, now, 0)))
        .id();
  }

  private UUID insertDelivery(Store.Tx tx, Scope scope, String url, long invoiceId, String status) {
    UUID id = UUID.randomUUID();
    tx.outbox()
        .insert(
            new Delivery(
                id,
                0,
                new Outbox.Message(
                    scope,
                    invoiceId,
                    WebhookBody.NAME,
                    "{\"event\":\"invoice.status_changed\",\"invoice\":{\"id\":%d,\"status\":\"%s\"}}"
                        .formatted(invoiceId, status),
                    clock.instant()),
                url,
                new Outbox.Progress(Outbox.State.QUEUED, 0, clock.instant(), null, null),
                new Outbox.LastAttempt(null, null, null)));
    return id;
  }
}
