package duken.gateway.desk;

import duken.api.orders.OrdersJson;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.marketplace.MarketplaceOrder.Buyer;
import duken.gateway.contract.OrderCall;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.marketplace.ImportProgress;
import duken.marketplace.Marketplace;
import duken.marketplace.OrderStanding;
import duken.store.Scope;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** What a window asks about the shop's orders on kaspi.kz beyond the contract. */
public final class OrderDeskRoutes {

  private static final int LONGEST_TIME = 40;

  private final Marketplace marketplace;

  public OrderDeskRoutes(Marketplace marketplace) {
    this.marketplace = marketplace;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return Stream.of(
            Route.get(
                "/marketplace",
                routedRequest ->
                    HttpAnswer.json(200, standing(marketplace, routedRequest.scope()))),
            Route.post("/marketplace/fetch", this::fetch),
            Route.get("/marketplace/orders/{order}/buyer", this::buyer))
        .map(OrderCall::of)
        .toList();
  }

  /** How a shop stands with its orders. */
  static OrdersJson.Standing standing(Marketplace marketplace, Scope scope) {
    OrderStanding now = marketplace.standing(scope);
    return new OrdersJson.Standing(
        now.isConnected(),
        now.trouble(),
        now.shopNumber(),
        now.newOrders(),
        time(now.newestAt()),
        time(now.importedFrom()),
        progress(now.progress()));
  }

  private HttpAnswer fetch(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String text = bodyFields.requiredText("from", LONGEST_TIME);
    bodyFields.check();
    try {
      marketplace.fetch(routedRequest.scope(), Instant.parse(text));
    } catch (DateTimeParseException _) {
      throw DomainRefusal.field("from", Complaint.of("time"));
    }
    return HttpAnswer.empty();
  }

  private HttpAnswer buyer(RoutedRequest routedRequest) {
    Buyer buyer = marketplace.buyer(routedRequest.scope(), routedRequest.parameters().get("order"));
    return HttpAnswer.json(200, new OrdersJson.Buyer(buyer.name(), buyer.phone()));
  }

  private static OrdersJson.Progress progress(ImportProgress progress) {
    return progress == null
        ? null
        : new OrdersJson.Progress(
            progress.state().wire(),
            progress.seen(),
            progress.windowsDone(),
            progress.windows(),
            time(progress.startedAt()));
  }

  private static String time(Instant at) {
    return at == null ? null : Wire.time(at);
  }
}
