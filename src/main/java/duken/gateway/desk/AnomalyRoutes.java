package duken.gateway.desk;

import duken.api.DeskJson;
import duken.domain.Anomaly;
import duken.domain.Invoice;
import duken.domain.Refusal;
import duken.domain.staff.Permission;
import duken.engine.AnomalyDesk;
import duken.gateway.contract.Wire;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.marketplace.Marketplace;
import duken.store.MarketplaceOrders;
import duken.store.MarketplaceOrders.OrderAnomaly;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Rooms;
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
  private final AnomalyDesk desk;
  private final Marketplace marketplace;

  /**
   * @param store for reading
   */
  public AnomalyRoutes(Store store, AnomalyDesk desk, Marketplace marketplace) {
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

  private Answer list(Visit visit) {
    List<DeskJson.AnomalyJson> all =
        new ArrayList<>(store.read(rooms -> open(rooms, visit.scope())));
    marketplace.anomalies().open(visit.scope(), MOST).forEach(it -> all.add(json(it)));
    return Answer.json(200, new DeskJson.ListOf<>(all));
  }

  private static List<DeskJson.AnomalyJson> open(Rooms rooms, Scope scope) {
    List<Anomaly> open = rooms.anomalies().open(scope, MOST);
    Map<Long, Long> numbers =
        rooms
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
        null,
        null,
        null,
        0,
        Wire.time(anomaly.detectedAt()),
        anomaly.orderId(),
        anomaly.code());
  }

  private Answer resolve(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String how = fields.requiredText("how", LONGEST_WORD);
    AnomalyDesk.Way way =
        Arrays.stream(AnomalyDesk.Way.values())
            .filter(it -> it.wire().equals(how))
            .findFirst()
            .orElse(null);
    if (how != null && way == null) {
      fields.complain("how", "choice");
    }
    fields.check();
    if (visit.id() >= MarketplaceOrders.FIRST_ANOMALY) {
      if (way != AnomalyDesk.Way.ACKNOWLEDGE) {
        throw Refusal.of(Refusal.Reason.INVALID_TRANSITION);
      }
      marketplace.anomalies().acknowledge(visit.scope(), visit.id(), visit.caller().keyName());
      return Answer.empty();
    }
    desk.resolve(visit.caller(), visit.id(), way);
    return Answer.empty();
  }
}
