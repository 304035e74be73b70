package duken.client;

import duken.api.EngineProblem;
import duken.api.Paths;
import duken.api.orders.OrderFilter;
import duken.api.orders.OrderJson;
import duken.api.orders.OrdersApi;
import duken.api.orders.OrdersJson;
import java.util.Map;
import java.util.UUID;

/** Calls about the shop's orders on kaspi.kz. */
final class OrderCalls implements OrdersApi {

  private static final String ORDERS = Paths.API + "/marketplace/orders";
  private static final String DESK = Paths.DESK + "/marketplace";
  private static final String REFRESH = Paths.API + "/marketplace/refresh";
  private static final int NOT_FOUND = 404;

  private final EngineCalls calls;
  private final Patience patience;

  OrderCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public OrdersJson.Standing standing() {
    return reading(DESK).get(OrdersJson.Standing.class);
  }

  @Override
  public OrdersJson.Listing list(OrderFilter filter) {
    return acting(ORDERS)
        .with("state", filter.state())
        .with("status", filter.status())
        .with("search", filter.search())
        .with("limit", filter.limit())
        .with("offset", filter.offset())
        .get(OrdersJson.Listing.class);
  }

  @Override
  public OrderJson order(String idOrCode) {
    return acting(ORDERS + "/" + idOrCode).get(OrderJson.class);
  }

  @Override
  public OrdersJson.Buyer buyer(String idOrCode) {
    try {
      return reading(DESK + "/orders/" + idOrCode + "/buyer").get(OrdersJson.Buyer.class);
    } catch (EngineProblem problem) {
      if (problem.httpStatus() == NOT_FOUND) {
        return null;
      }
      throw problem;
    }
  }

  @Override
  public OrderJson act(String idOrCode, String action, Map<String, Object> values) {
    return acting(ORDERS + "/" + idOrCode + "/" + action).sending(values).post(OrderJson.class);
  }

  @Override
  public OrdersJson.Progress refresh() {
    return acting(REFRESH).post(OrdersJson.Progress.class);
  }

  @Override
  public void fetch(String from) {
    reading(DESK + "/fetch").sending(new OrdersJson.Fetch(from)).send("POST");
  }

  @Override
  public void stop() {
    reading(REFRESH).send("DELETE");
  }

  @Override
  public byte[] picture(UUID imageId) {
    return reading(Paths.API + "/catalog/images/" + imageId).bytes();
  }

  private EngineCalls.Ask reading(String path) {
    return calls.to(path).within(patience.reading());
  }

  /** Kaspi is asked several times in a row, each time patiently. */
  private EngineCalls.Ask acting(String path) {
    return calls.to(path).within(patience.signingIn());
  }
}
