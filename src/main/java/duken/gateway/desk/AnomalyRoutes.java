package duken.gateway.desk;

import duken.api.DeskJson;
import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.staff.Permission;
import duken.engine.refund.AnomalyResolution;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.marketplace.Marketplace;
import duken.store.MarketplaceOrders;
import duken.store.MarketplaceOrders.OrderAnomaly;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Money that behaved oddly, and what somebody decides about it. */
public final class AnomalyRoutes {

  private static final int MOST = 200;
  private static final int LONGEST_WORD = 40;

  private final Store store;
  private final AnomalyResolution desk;
  private final Marketplace marketplace;

  /**
   * @param store for reading
   */
  public AnomalyRoutes(Store store, AnomalyResolution desk, Marketplace marketplace) {
    this.store = store;
    this.desk = desk;
    this.marketplace = marketplace;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/anomalies", this::list),
        Route.post("/anomalies/{id}/resolve", this::resolve).needing(Permission.ANOMALIES));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    List<DeskJson.AnomalyJson> all =
        new ArrayList<>(store.read(tx -> open(tx, routedRequest.scope())));
    marketplace.anomalies().open(routedRequest.scope(), MOST).forEach(it -> all.add(json(it)));
    return HttpAnswer.json(200, new DeskJson.ListOf<>(all));
  }

  private static List<DeskJson.AnomalyJson> open(Tx tx, Scope scope) {
    List<Anomaly> open = tx.anomalies().open(scope, MOST);
    Map<Long, Long> numbers =
        tx
            .invoices()
            .findAll(scope, open.stream().map(Anomaly::invoiceId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Invoice::id, Invoice::number));
    return open.stream()
        .map(anomaly -> SaleToJson.json(anomaly, numbers.get(anomaly.invoiceId())))
        .toList();
  }

  private static DeskJson.AnomalyJson json(OrderAnomaly anomaly) {
    return new DeskJson.AnomalyJson(
        anomaly.id(),
        0,
        "order_cancelled_after_completed",
        BigDecimal.valueOf(anomaly.total(), 2).toPlainString(),
        Wire.time(anomaly.detectedAt()),
        new DeskJson.Resolved(null, null, null),
        0,
        Wire.time(anomaly.detectedAt()),
        new DeskJson.AnomalyOrder(anomaly.orderId(), anomaly.code()));
  }

  private HttpAnswer resolve(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String how = bodyFields.requiredText("how", LONGEST_WORD);
    AnomalyResolution.Way way =
        Arrays.stream(AnomalyResolution.Way.values())
            .filter(it -> it.wire().equals(how))
            .findFirst()
            .orElse(null);
    if (how != null && way == null) {
      bodyFields.complain("how", "choice");
    }
    bodyFields.check();
    if (routedRequest.id() >= MarketplaceOrders.FIRST_ANOMALY) {
      if (way != AnomalyResolution.Way.ACKNOWLEDGE) {
        throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
      }
      marketplace
          .anomalies()
          .acknowledge(routedRequest.scope(), routedRequest.id(), routedRequest.caller().keyName());
      return HttpAnswer.empty();
    }
    desk.resolve(routedRequest.caller(), routedRequest.id(), way);
    return HttpAnswer.empty();
  }
}
