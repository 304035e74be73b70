package duken.gateway.desk;

import duken.api.DeskJson;
import duken.api.WebhookJson;
import duken.domain.DomainRefusal;
import duken.domain.staff.Permission;
import duken.engine.admin.WebhookResend;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.store.Outbox;
import duken.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Webhook deliveries, and sending one again. */
public final class DeliveryRoutes {

  private static final int SHOWN = 100;

  private final Store store;
  private final WebhookResend webhookResend;

  /**
   * @param store for reading
   */
  public DeliveryRoutes(Store store, WebhookResend webhookResend) {
    this.store = store;
    this.webhookResend = webhookResend;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/deliveries", this::list),
        Route.post("/deliveries/{uuid}/resend", this::resend).needing(Permission.SETTINGS));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            store.read(tx -> tx.outbox().newest(routedRequest.scope(), SHOWN)).stream()
                .map(DeliveryRoutes::json)
                .toList()));
  }

  private HttpAnswer resend(RoutedRequest routedRequest) {
    UUID id;
    try {
      id = UUID.fromString(routedRequest.parameters().get("uuid"));
    } catch (IllegalArgumentException _) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
    webhookResend.resend(routedRequest.scope(), id);
    return HttpAnswer.empty();
  }

  private static WebhookJson.Delivery json(Outbox.Delivery delivery) {
    return new WebhookJson.Delivery(
        delivery.id().toString(),
        delivery.message().invoiceId(),
        delivery.message().event(),
        delivery.url(),
        new WebhookJson.Progress(
            delivery.progress().state().name().toLowerCase(Locale.ROOT),
            delivery.progress().attempts(),
            Wire.time(delivery.message().createdAt()),
            Wire.time(delivery.progress().dueAt())),
        new WebhookJson.LastAttempt(
            delivery.last().lastStatus(),
            delivery.last().lastError(),
            Wire.time(delivery.last().lastAttemptAt())),
        Wire.time(delivery.progress().deliveredAt()));
  }
}
