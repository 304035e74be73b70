package duken.simulator.marketplace;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order of the fake shop.
 *
 * @param created milliseconds
 * @param sku of its one line
 */
public record ShopOrder(
    String id,
    String code,
    String state,
    String status,
    BigDecimal total,
    long created,
    Delivery delivery,
    String sku) {

  /** How it is brought. */
  public record Delivery(boolean kaspiDelivery, boolean preOrder, boolean assembled) {}

  /** The same elsewhere in its life. */
  public ShopOrder with(String otherState, String otherStatus) {
    return new ShopOrder(id, code, otherState, otherStatus, total, created, delivery, sku);
  }

  /** As the API tells it, with a buyer whom nobody may keep or log. */
  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("code", code);
    all.put("totalPrice", total);
    all.put("state", state);
    all.put("status", status);
    all.put("paymentMode", "PREPAID");
    all.put("deliveryMode", delivery.kaspiDelivery() ? "DELIVERY_LOCAL" : "DELIVERY_PICKUP");
    all.put("isKaspiDelivery", delivery.kaspiDelivery());
    all.put("signatureRequired", false);
    all.put("preOrder", delivery.preOrder());
    all.put("assembled", delivery.assembled());
    all.put("creationDate", created);
    all.put("approvedByBankDate", created + 5000);
    all.put("deliveryCost", BigDecimal.ZERO);
    all.put("originAddress", Map.of("street", MarketplaceSimulator.STREET));
    all.put(
        "customer",
        Map.of(
            "id",
            "Yg",
            "firstName",
            MarketplaceSimulator.BUYER,
            "lastName",
            "T.",
            "cellPhone",
            MarketplaceSimulator.PHONE));
    return Map.of(
        "type",
        "orders",
        "id",
        id,
        "attributes",
        all,
        "relationships",
        Map.of(
            "entries", Map.of("data", List.of(Map.of("type", "orderentries", "id", entryId())))));
  }

  Map<String, Object> entry() {
    return Map.of(
        "type", "orderentries",
        "id", entryId(),
        "attributes",
            Map.of(
                "entryNumber",
                0,
                "quantity",
                1,
                "basePrice",
                total,
                "totalPrice",
                total,
                "offer",
                Map.of("code", sku, "name", "Goods " + sku)));
  }

  String entryId() {
    return id + "-0";
  }
}
