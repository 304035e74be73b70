package duken.api.orders;

import java.util.Map;
import java.util.UUID;

/**
 * Orders of the shop on kaspi.kz. Calls block and throw as those of {@link duken.api.EngineApi};
 * after an action without an answer nobody knows whether it was carried out: read the order.
 */
public interface OrdersApi {

  /** How the shop stands. Asks nobody. */
  OrdersJson.Standing standing();

  /** A page, newest first. */
  OrdersJson.Listing list(OrderFilter filter);

  OrderJson order(String idOrCode);

  /** Whom to call; null when nobody is kept. */
  OrdersJson.Buyer buyer(String idOrCode);

  /**
   * Does something with an order. Never repeat it by itself.
   *
   * @param action a word of {@link OrderJson#actions}
   * @param values what the action wants by the contract's names
   */
  OrderJson act(String idOrCode, String action, Map<String, Object> values);

  /** Imports the last 14 days at once. */
  OrdersJson.Progress refresh();

  /** Begins to import orders since then and returns at once. */
  void fetch(String from);

  /** Stops a running import after its present page. */
  void stop();

  /** The bytes of a picture of the catalog. */
  byte[] picture(UUID imageId);
}
