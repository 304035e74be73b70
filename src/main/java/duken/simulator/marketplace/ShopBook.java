package duken.simulator.marketplace;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The orders of the fake shop and what may be done with them (sheet, section 3). */
final class ShopBook {

  private static final int FIRST = 100_000_000;
  private static final Set<String> REASONS =
      Set.of("BUYER_CANCELLATION_BY_MERCHANT", "BUYER_NOT_REACHABLE", "MERCHANT_OUT_OF_STOCK");

  private final Map<String, ShopOrder> orders = new ConcurrentHashMap<>();
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** Why a change is refused. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String title) {
      super(title);
    }
  }

  ShopOrder add(
      String state, String status, BigDecimal total, long created, boolean kaspi, boolean pre) {
    String code = Integer.toString(FIRST + count.incrementAndGet());
    String id = Base64.getEncoder().encodeToString(code.getBytes(StandardCharsets.UTF_8));
    ShopOrder order =
        new ShopOrder(
            id,
            code,
            state,
            status,
            total,
            created,
            new ShopOrder.Delivery(kaspi, pre, false),
            "SKU-" + code);
    orders.put(id, order);
    return order;
  }

  List<ShopOrder> all() {
    return orders.values().stream()
        .sorted(Comparator.comparing(ShopOrder::created).thenComparing(ShopOrder::id).reversed())
        .toList();
  }

  Optional<ShopOrder> find(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  Optional<ShopOrder> withCode(String code) {
    return orders.values().stream().filter(it -> it.code().equals(code)).findFirst();
  }

  ShopOrder set(String code, String state, String status) {
    ShopOrder order =
        withCode(code).orElseThrow(() -> new NoSuchElementException("no order " + code));
    return put(order.with(state.isEmpty() ? order.state() : state, status));
  }

  /** The code the buyer got. */
  Optional<String> codeOf(String id) {
    return Optional.ofNullable(codes.get(id));
  }

  /**
   * Changes an order.
   *
   * @param security the header {@code X-Security-Code}, or null
   * @throws Refused when it cannot be
   */
  ShopOrder change(JsonNode data, String security) {
    JsonNode wanted = data.path("attributes");
    ShopOrder order =
        find(data.path("id").asString(""))
            .filter(it -> it.code().equals(wanted.path("code").asString("")))
            .orElseThrow(() -> new Refused("order not found"));
    return switch (wanted.path("status").asString("")) {
      case "ACCEPTED_BY_MERCHANT" -> {
        from(order, "APPROVED_BY_BANK");
        yield put(
            order.with(
                order.delivery().kaspiDelivery() ? "KASPI_DELIVERY" : "PICKUP",
                "ACCEPTED_BY_MERCHANT"));
      }
      case "ASSEMBLE" -> {
        from(order, "ACCEPTED_BY_MERCHANT");
        check(order.delivery().kaspiDelivery(), "no Kaspi delivery");
        check(wanted.path("numberOfSpace").asInt(0) > 0, "numberOfSpace is missing");
        yield put(order.with(order.state(), "ASSEMBLE"));
      }
      case "ARRIVED" -> {
        from(order, "ACCEPTED_BY_MERCHANT");
        check(order.delivery().preOrder(), "no pre-order");
        yield put(order.with(order.state(), "ARRIVED"));
      }
      case "COMPLETED" -> complete(order, security);
      case "CANCELLED" -> {
        from(order, "APPROVED_BY_BANK", "ACCEPTED_BY_MERCHANT");
        check(
            REASONS.contains(wanted.path("cancellationReason").asString("")),
            "cancellationReason is missing");
        check(
            wanted.path("cancellationComment").asString("").length() <= 1_000,
            "cancellationComment is too long");
        yield put(order.with("ARCHIVE", "CANCELLED"));
      }
      case "ARRIVED_BACKWARD" -> {
        from(order, "CANCELLING", "KASPI_DELIVERY_RETURN_REQUESTED");
        yield put(order.with(order.state(), "ARRIVED_BACKWARD"));
      }
      default -> throw new Refused("unknown status");
    };
  }

  private ShopOrder complete(ShopOrder order, String security) {
    from(order, "ACCEPTED_BY_MERCHANT");
    check(security != null, "X-Send-Code or X-Security-Code is missing");
    if (security.isEmpty()) {
      codes.put(order.id(), String.format("%04d", 1000 + codes.size()));
      return order;
    }
    check(security.equals(codes.get(order.id())), "wrong code");
    return put(order.with("ARCHIVE", "COMPLETED"));
  }

  private ShopOrder put(ShopOrder order) {
    orders.put(order.id(), order);
    return order;
  }

  private static void from(ShopOrder order, String... statuses) {
    check(List.of(statuses).contains(order.status()), "not from status " + order.status());
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new Refused(otherwise);
    }
  }
}
