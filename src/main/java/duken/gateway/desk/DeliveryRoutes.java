package duken.gateway.desk;

import duken.api.DeskJson;
import duken.api.WebhookJson;
import duken.domain.Refusal;
import duken.domain.staff.Permission;
import duken.engine.Deliveries;
import duken.gateway.contract.Wire;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.store.Outbox;
import duken.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Webhook deliveries, and sending one again. */
public final class DeliveryRoutes {

  private static final int SHOWN = 100;

  private final Store store;
  private final Deliveries deliveries;

  /**
   * @param store for reading
   */
  public DeliveryRoutes(Store store, Deliveries deliveries) {
    this.store = store;
    this.deliveries = deliveries;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/deliveries", this::list),
        Route.post("/deliveries/{uuid}/resend", this::resend).needing(Permission.SETTINGS));
  }

  private Answer list(Visit visit) {
    return Answer.json(
        200,
        new DeskJson.ListOf<>(
            store.read(rooms -> rooms.outbox().newest(visit.scope(), SHOWN)).stream()
                .map(DeliveryRoutes::json)
                .toList()));
  }

  private Answer resend(Visit visit) {
    UUID id;
    try {
      id = UUID.fromString(visit.parameters().get("uuid"));
    } catch (IllegalArgumentException _) {
      throw Refusal.of(Refusal.Reason.NOT_FOUND);
    }
    deliveries.resend(visit.scope(), id);
    return Answer.empty();
  }

  private static WebhookJson.Delivery json(Outbox.Delivery delivery) {
    return new WebhookJson.Delivery(
        delivery.id().toString(),
        delivery.invoiceId(),
        delivery.event(),
        delivery.url(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.attempts(),
        Wire.time(delivery.createdAt()),
        Wire.time(delivery.dueAt()),
        delivery.lastStatus(),
        delivery.lastError(),
        Wire.time(delivery.lastAttemptAt()),
        Wire.time(delivery.deliveredAt()));
  }
}
