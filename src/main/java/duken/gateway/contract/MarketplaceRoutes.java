package duken.gateway.contract;

import duken.domain.DomainRefusal;
import duken.domain.catalog.CatalogItem;
import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.marketplace.ImportProgress;
import duken.marketplace.Marketplace;
import duken.marketplace.OrderRequest;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Orders from the marketplace. They are no invoices and have no webhooks. */
public final class MarketplaceRoutes {

  private static final int MOST_PARCELS = 1_000;
  private static final int LONGEST_CODE = 20;
  private static final int LONGEST_REASON = 64;
  private static final int LONGEST_COMMENT = 1_000;

  private final Marketplace marketplace;
  private final Store store;
  private final boolean mirrors;

  /**
   * @param store for reading the catalog
   * @param mirrors whether lists repeat their paging at the top
   */
  public MarketplaceRoutes(Marketplace marketplace, Store store, boolean mirrors) {
    this.marketplace = marketplace;
    this.store = store;
    this.mirrors = mirrors;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return Stream.of(
            Route.get("/marketplace/orders", this::list),
            Route.get("/marketplace/orders/{order}", this::read),
            action("accept", _ -> OrderRequest.accept()),
            action(
                "assemble",
                bodyFields ->
                    OrderRequest.assemble(
                        bodyFields.requiredNumber("number_of_space", 1, MOST_PARCELS))),
            action("arrived", _ -> OrderRequest.arrived()),
            action("send-code", _ -> OrderRequest.sendCode()),
            action("complete", MarketplaceRoutes::complete),
            action("cancel", MarketplaceRoutes::cancel),
            action("returned", _ -> OrderRequest.returned()),
            Route.post("/marketplace/refresh", this::refresh),
            Route.get("/marketplace/refresh", this::progress),
            Route.delete("/marketplace/refresh", this::stop))
        .map(OrderCall::of)
        .toList();
  }

  private Route action(String word, Function<BodyFields, OrderRequest> reading) {
    return Route.post(
        "/marketplace/orders/{order}/" + word, routedRequest -> act(routedRequest, reading));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    Page<MarketplaceOrder> page =
        marketplace.list(
            routedRequest.scope(), MarketplaceInput.orders(routedRequest.httpRequest()));
    Map<String, CatalogItem> goods = goods(routedRequest.scope(), page.rows());
    return HttpAnswer.json(
        200, Paged.json(page.map(order -> MarketplaceToJson.node(order, goods)), mirrors));
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        json(
            routedRequest,
            marketplace.find(routedRequest.scope(), routedRequest.parameters().get("order"))));
  }

  private HttpAnswer act(RoutedRequest routedRequest, Function<BodyFields, OrderRequest> reading) {
    BodyFields bodyFields = JsonBody.optional(routedRequest.httpRequest());
    OrderRequest request = reading.apply(bodyFields);
    bodyFields.check();
    Marketplace.Outcome outcome =
        marketplace.act(routedRequest.scope(), routedRequest.parameters().get("order"), request);
    ObjectNode order = json(routedRequest, outcome.order());
    order.put("confirmation", outcome.isConfirmed() ? "confirmed" : "unconfirmed");
    return HttpAnswer.json(outcome.isConfirmed() ? 200 : 202, order);
  }

  private static OrderRequest complete(BodyFields bodyFields) {
    String code = bodyFields.requiredText("security_code", LONGEST_CODE);
    if (code != null && !code.matches("[0-9A-Za-z]+")) {
      bodyFields.complain("security_code", "invalid");
    }
    return OrderRequest.complete(code);
  }

  private static OrderRequest cancel(BodyFields bodyFields) {
    String reason = bodyFields.requiredText("reason", LONGEST_REASON);
    if (reason != null && !OrderRequest.CANCEL_REASONS.contains(reason)) {
      bodyFields.complain("reason", "choice");
    }
    return OrderRequest.cancel(reason, bodyFields.text("comment", LONGEST_COMMENT));
  }

  private HttpAnswer refresh(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, MarketplaceToJson.node(marketplace.refresh(routedRequest.scope())));
  }

  private HttpAnswer progress(RoutedRequest routedRequest) {
    ImportProgress progress =
        marketplace
            .progress(routedRequest.scope())
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    return HttpAnswer.json(200, MarketplaceToJson.node(progress));
  }

  private HttpAnswer stop(RoutedRequest routedRequest) {
    marketplace.stop(routedRequest.scope());
    return HttpAnswer.empty();
  }

  private ObjectNode json(RoutedRequest routedRequest, MarketplaceOrder order) {
    return MarketplaceToJson.node(order, goods(routedRequest.scope(), List.of(order)));
  }

  private Map<String, CatalogItem> goods(Scope scope, List<MarketplaceOrder> orders) {
    List<String> codes =
        orders.stream()
            .filter(order -> order.lines() != null)
            .flatMap(order -> order.lines().stream())
            .map(Line::sku)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return codes.isEmpty()
        ? Map.of()
        : store.read(tx -> tx.catalog().withBarcodes(scope, codes)).stream()
            .collect(Collectors.toMap(CatalogItem::barcode, item -> item, (one, _) -> one));
  }
}
