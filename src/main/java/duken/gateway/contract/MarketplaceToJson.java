package duken.gateway.contract;

import duken.api.WireJson;
import duken.domain.catalog.CatalogItem;
import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.marketplace.ImportProgress;
import duken.marketplace.OrderRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns orders of the marketplace into JSON. */
final class MarketplaceToJson {

  private MarketplaceToJson() {}

  /**
   * An order.
   *
   * @param goods of the catalog by their barcodes
   */
  static ObjectNode node(MarketplaceOrder order, Map<String, CatalogItem> goods) {
    ObjectNode json = WireJson.mapper().createObjectNode();
    json.put("id", order.id());
    json.put("code", order.code());
    json.put("state", order.state());
    json.put("status", order.status());
    json.put("canonical_status", order.canonical().wire());
    json.put("total", tenge(order.facts().total()));
    json.put("created_at", Wire.time(order.facts().createdAt()));
    json.put("payment_mode", order.facts().paymentMode());
    json.put("delivery_mode", order.facts().deliveryMode());
    json.put("is_kaspi_delivery", order.facts().isKaspiDelivery());
    ArrayNode lines = json.putArray("lines");
    for (Line line : order.lines() == null ? List.<Line>of() : order.lines()) {
      ObjectNode row = lines.addObject();
      row.put("sku", line.sku());
      row.put("name", line.name());
      row.put("quantity", line.quantity());
      row.put("price", tenge(line.price()));
      row.put("total", tenge(line.total()));
      CatalogItem item = line.sku() == null ? null : goods.get(line.sku());
      if (item == null) {
        row.putNull("catalog_item_id");
        row.putNull("image_id");
      } else {
        row.put("catalog_item_id", item.id());
        row.put("image_id", item.imageId() == null ? null : item.imageId().toString());
      }
    }
    ObjectNode details = json.putObject("details");
    new TreeMap<>(order.facts().details()).forEach(details::put);
    ArrayNode actions = json.putArray("actions");
    OrderRequest.allowed(order).forEach(actions::add);
    String unconfirmed = order.standing().unconfirmed();
    if (unconfirmed != null) {
      json.put("confirmation", "unconfirmed");
      json.put("unconfirmed_action", unconfirmed);
    }
    return json;
  }

  /** How an import goes. */
  static ObjectNode node(ImportProgress progress) {
    ObjectNode json = WireJson.mapper().createObjectNode();
    json.put("state", progress.state().wire());
    json.put("orders_read", progress.seen());
    json.put("windows_done", progress.windowsDone());
    json.put("windows", progress.windows());
    json.put("started_at", Wire.time(progress.startedAt()));
    return json;
  }

  private static String tenge(long tiyn) {
    return BigDecimal.valueOf(tiyn, 2).toPlainString();
  }
}
