package duken.gateway.desk;

import duken.api.orders.OrdersJson;
import duken.domain.MarketplaceOrder.Buyer;
import duken.domain.Refusal;
import duken.domain.Refusal.Complaint;
import duken.gateway.contract.Wire;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.marketplace.ImportProgress;
import duken.marketplace.Marketplace;
import duken.marketplace.OrderStanding;
import duken.store.Scope;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What a window asks about the shop's orders on kaspi.kz beyond the contract. */
public final class OrderDeskRoutes {

  private static final int LONGEST_TIME = 40;

  private final Marketplace marketplace;

  /** Over these orders. */
  public OrderDeskRoutes(Marketplace marketplace) {
    this.marketplace = marketplace;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/marketplace", visit -> Answer.json(200, standing(marketplace, visit.scope()))),
        Route.post("/marketplace/fetch", this::fetch),
        Route.get("/marketplace/orders/{order}/buyer", this::buyer));
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

  private Answer fetch(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String text = fields.requiredText("from", LONGEST_TIME);
    fields.check();
    try {
      marketplace.fetch(visit.scope(), Instant.parse(text));
    } catch (DateTimeParseException _) {
      throw Refusal.field("from", Complaint.of("time"));
    }
    return Answer.empty();
  }

  private Answer buyer(Visit visit) {
    Buyer buyer = marketplace.buyer(visit.scope(), visit.parameters().get("order"));
    return Answer.json(200, new OrdersJson.Buyer(buyer.name(), buyer.phone()));
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
