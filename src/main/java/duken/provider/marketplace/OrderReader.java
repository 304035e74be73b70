package duken.provider.marketplace;

import duken.domain.Phone;
import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Buyer;
import duken.domain.marketplace.MarketplaceOrder.Facts;
import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.domain.marketplace.MarketplaceOrder.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads orders and lines as Kaspi writes them (sheet, section 2). Of what is personal it takes whom
 * to call, and no address.
 */
final class OrderReader {

  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_DETAIL = 120;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000_000_000L);
  private static final long LATEST_MILLIS = 32_503_680_000_000L;
  private static final Map<String, String> FLAGS =
      Map.of(
          "signatureRequired", "signature_required",
          "preOrder", "pre_order",
          "express", "express",
          "assembled", "assembled",
          "returnedToWarehouse", "returned_to_warehouse");
  private static final Map<String, String> TEXTS =
      Map.of(
          "creditTerm", "credit_term",
          "pickupPointId", "pickup_point_id",
          "cancellationReason", "cancellation_reason");
  private static final Map<String, String> TIMES =
      Map.of(
          "approvedByBankDate", "approved_at",
          "reservationDate", "reservation_date",
          "plannedDeliveryDate", "planned_delivery_date");
  private static final Map<String, String> SUMS =
      Map.of("deliveryCost", "delivery_cost", "deliveryCostForSeller", "delivery_cost_for_seller");

  private OrderReader() {}

  /** The orders of a list; one that cannot be an order is left out. */
  static List<MarketplaceOrder> list(JsonNode body) {
    Map<String, JsonNode> included = new HashMap<>();
    body.path("included").forEach(it -> included.put(it.path("id").asString(""), it));
    JsonNode data = body.path("data");
    List<MarketplaceOrder> orders = new ArrayList<>();
    if (data.isArray()) {
      data.forEach(it -> order(it, included).ifPresent(orders::add));
    } else {
      order(data, included).ifPresent(orders::add);
    }
    return orders;
  }

  static List<JsonNode> entries(JsonNode body) {
    List<JsonNode> entries = new ArrayList<>();
    body.path("data").forEach(entries::add);
    return entries;
  }

  /** The SKU of a line; null when it does not say. */
  static String sku(JsonNode entry) {
    return text(entry.path("attributes").path("offer"), "code", 255);
  }

  /**
   * One line.
   *
   * @param product what else is known of the goods
   */
  static Line line(JsonNode entry, JsonNode product) {
    JsonNode attributes = entry.path("attributes");
    String sku = sku(entry);
    String name = text(attributes.path("offer"), "name", 1000);
    return new Line(
        sku == null ? text(product, "code", 255) : sku,
        name == null ? text(product, "name", 1000) : name,
        number(attributes, "quantity"),
        tiyn(attributes, "basePrice"),
        tiyn(attributes, "totalPrice"));
  }

  private static Optional<MarketplaceOrder> order(JsonNode data, Map<String, JsonNode> included) {
    JsonNode all = data.path("attributes");
    String id = text(data, "id", 255);
    String code = text(all, "code", LONGEST_WORD);
    String status = text(all, "status", LONGEST_WORD);
    long created = all.path("creationDate").asLong(-1);
    if (id == null || code == null || status == null || created < 0 || created > LATEST_MILLIS) {
      return Optional.empty();
    }
    String state = text(all, "state", LONGEST_WORD);
    KaspiOrderStatus word = KaspiOrderStatus.of(status);
    return Optional.of(
        new MarketplaceOrder(
            id,
            code,
            new Standing(
                state == null ? "" : state, status, word.after(null), word.isFinished(), null),
            new Facts(
                tiyn(all, "totalPrice"),
                Instant.ofEpochMilli(created),
                text(all, "paymentMode", LONGEST_WORD),
                text(all, "deliveryMode", LONGEST_WORD),
                all.path("isKaspiDelivery").asBoolean(false),
                details(all)),
            lines(data, included),
            buyer(all.path("customer"))));
  }

  private static Buyer buyer(JsonNode customer) {
    String first = text(customer, "firstName", LONGEST_DETAIL);
    String last = text(customer, "lastName", LONGEST_DETAIL);
    String name =
        first == null && last == null
            ? text(customer, "name", LONGEST_DETAIL)
            : Stream.of(first, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
    String phone = phone(text(customer, "cellPhone", LONGEST_WORD));
    return name == null && phone == null ? null : new Buyer(name, phone);
  }

  private static String phone(String text) {
    try {
      return text == null ? null : Phone.parse(text).national();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** Null when the answer does not bring them all. */
  private static List<Line> lines(JsonNode data, Map<String, JsonNode> included) {
    JsonNode named = data.path("relationships").path("entries").path("data");
    List<Line> lines = new ArrayList<>();
    for (JsonNode one : named) {
      JsonNode entry = included.get(one.path("id").asString(""));
      if (entry == null || sku(entry) == null) {
        return null;
      }
      lines.add(line(entry, entry));
    }
    return lines.isEmpty() ? null : lines;
  }

  private static Map<String, String> details(JsonNode all) {
    Map<String, String> details = new HashMap<>();
    FLAGS.forEach(
        (from, to) -> {
          if (all.path(from).isBoolean()) {
            details.put(to, String.valueOf(all.path(from).asBoolean()));
          }
        });
    TEXTS.forEach((from, to) -> put(details, to, text(all, from, LONGEST_DETAIL)));
    TIMES.forEach((from, to) -> put(details, to, time(all.path(from))));
    SUMS.forEach(
        (from, to) -> {
          if (all.path(from).isNumber()) {
            details.put(to, BigDecimal.valueOf(tiyn(all, from), 2).toPlainString());
          }
        });
    JsonNode courier = all.path("kaspiDelivery");
    put(details, "waybill_number", text(courier, "waybillNumber", LONGEST_DETAIL));
    put(details, "courier_planned_at", time(courier.path("courierTransmissionPlanningDate")));
    put(details, "courier_taken_at", time(courier.path("courierTransmissionDate")));
    return details;
  }

  private static void put(Map<String, String> details, String name, String value) {
    if (value != null) {
      details.put(name, value);
    }
  }

  private static String time(JsonNode millis) {
    long value = millis.asLong(-1);
    return value <= 0 || value > LATEST_MILLIS
        ? null
        : Instant.ofEpochSecond(Instant.ofEpochMilli(value).getEpochSecond()).toString();
  }

  private static String text(JsonNode node, String name, int longest) {
    JsonNode value = node.path(name);
    String text = value.isString() || value.isNumber() ? value.asString("").strip() : "";
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    if (clean.isEmpty()) {
      return null;
    }
    return clean.length() > longest ? clean.substring(0, longest) : clean;
  }

  private static long tiyn(JsonNode node, String name) {
    return number(node, name).setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact();
  }

  private static BigDecimal number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    BigDecimal number = BigDecimal.ZERO;
    try {
      if (value.isNumber()) {
        number = value.decimalValue();
      } else if (value.isString()) {
        number = new BigDecimal(value.asString("").strip().toLowerCase(Locale.ROOT));
      }
    } catch (ArithmeticException | NumberFormatException _) {
      return BigDecimal.ZERO;
    }
    boolean sane = number.abs().compareTo(LARGEST) < 0 && number.scale() < 20;
    BigDecimal kept = sane ? number.stripTrailingZeros() : BigDecimal.ZERO;
    return kept.scale() < 0 ? kept.setScale(0) : kept;
  }
}
