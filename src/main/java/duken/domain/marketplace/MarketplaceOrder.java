package duken.domain.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An order that a shop got on a marketplace. Holds nothing personal of the buyer.
 *
 * @param id the marketplace's own, stable and opaque
 * @param code the number people see, digits
 * @param state where it lies in the marketplace's cabinet, in the marketplace's word
 * @param status the marketplace's word
 * @param canonical what it means for money
 * @param isFinished whether the marketplace changes it no more
 * @param total in tiyn
 * @param createdAt UTC
 * @param details further facts by lower-snake name; nothing personal
 * @param lines null when they were not read
 * @param unconfirmed the action whose outcome nobody knows, or null
 */
public record MarketplaceOrder(
    String id,
    String code,
    String state,
    String status,
    Canonical canonical,
    boolean isFinished,
    long total,
    Instant createdAt,
    String paymentMode,
    String deliveryMode,
    boolean isKaspiDelivery,
    Map<String, String> details,
    List<Line> lines,
    String unconfirmed) {

  public MarketplaceOrder {
    Objects.requireNonNull(id);
    Objects.requireNonNull(code);
    Objects.requireNonNull(state);
    Objects.requireNonNull(status);
    Objects.requireNonNull(canonical);
    Objects.requireNonNull(createdAt);
    details = Map.copyOf(details);
    lines = lines == null ? null : List.copyOf(lines);
  }

  /** What an order means for money. */
  public enum Canonical {
    PENDING,
    COMPLETED,
    FAILED,
    REFUNDED;

    /** The word outside. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One line.
   *
   * @param sku the seller's own number of the goods, or null
   * @param price of one, in tiyn
   * @param total in tiyn
   */
  public record Line(String sku, String name, BigDecimal quantity, long price, long total) {}

  /** The same with what the status means for money after what it meant before. */
  public MarketplaceOrder with(Canonical meaning) {
    return new MarketplaceOrder(
        id,
        code,
        state,
        status,
        meaning,
        isFinished,
        total,
        createdAt,
        paymentMode,
        deliveryMode,
        isKaspiDelivery,
        details,
        lines,
        unconfirmed);
  }

  /** The same with these lines. */
  public MarketplaceOrder with(List<Line> read) {
    return new MarketplaceOrder(
        id,
        code,
        state,
        status,
        canonical,
        isFinished,
        total,
        createdAt,
        paymentMode,
        deliveryMode,
        isKaspiDelivery,
        details,
        read,
        unconfirmed);
  }

  /** The same with an action whose outcome nobody knows, or null for none. */
  public MarketplaceOrder doubting(String action) {
    return new MarketplaceOrder(
        id,
        code,
        state,
        status,
        canonical,
        isFinished,
        total,
        createdAt,
        paymentMode,
        deliveryMode,
        isKaspiDelivery,
        details,
        lines,
        action);
  }
}
