package duken.api.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An order as the contract shows it. Sums are tenge with two places, times RFC 3339 UTC.
 *
 * @param id the marketplace's own
 * @param code the number people see
 * @param details further facts by lower-snake name
 */
public record OrderJson(
    String id,
    String code,
    @JsonUnwrapped Stage stage,
    String total,
    String createdAt,
    @JsonUnwrapped Delivery delivery,
    List<Line> lines,
    Map<String, String> details,
    @JsonUnwrapped Next next) {

  /**
   * How far the order has come.
   *
   * @param state the marketplace's word for where it lies, {@code KASPI_DELIVERY}
   * @param status the marketplace's word for how far it has come, {@code ACCEPTED_BY_MERCHANT}
   * @param canonicalStatus {@code pending}, {@code completed}, {@code failed} or {@code refunded}
   */
  public record Stage(String state, String status, String canonicalStatus) {}

  /** How it is paid and brought. */
  public record Delivery(String paymentMode, String deliveryMode, boolean isKaspiDelivery) {}

  /**
   * What can be done with it.
   *
   * @param actions what can be done now, {@code accept}, {@code send-code}
   * @param confirmation {@code unconfirmed} when nobody knows how an action ended; else null, or
   *     {@code confirmed} in the answer to an action
   * @param unconfirmedAction that action, or null
   */
  public record Next(List<String> actions, String confirmation, String unconfirmedAction) {

    public Next {
      actions = actions == null ? List.of() : List.copyOf(actions);
    }
  }

  public OrderJson {
    lines = lines == null ? List.of() : List.copyOf(lines);
    details = details == null ? Map.of() : Map.copyOf(details);
  }

  /**
   * A line.
   *
   * @param sku the seller's own number of the goods, or null
   * @param catalogItemId the item of the shop's catalog with this code, or null
   * @param imageId its picture, or null
   */
  public record Line(
      String sku,
      String name,
      BigDecimal quantity,
      String price,
      String total,
      Long catalogItemId,
      UUID imageId) {}

  /** A further fact, or null. */
  public String detail(String name) {
    return details.get(name);
  }

  /** Whether nobody knows how an action ended. */
  public boolean isUnconfirmed() {
    return "unconfirmed".equals(next.confirmation());
  }
}
