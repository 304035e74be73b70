package duken.domain.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An order that a shop got on a marketplace.
 *
 * @param id the marketplace's own, stable and opaque
 * @param code the number people see, digits
 * @param lines null when they were not read
 * @param buyer null when the marketplace did not name one; never part of what a list reads
 */
public record MarketplaceOrder(
    String id, String code, Standing standing, Facts facts, List<Line> lines, Buyer buyer) {

  public MarketplaceOrder {
    Objects.requireNonNull(id);
    Objects.requireNonNull(code);
    Objects.requireNonNull(standing);
    Objects.requireNonNull(facts);
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
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far an order has come.
   *
   * @param state where it lies in the marketplace's cabinet, in the marketplace's word
   * @param status the marketplace's word
   * @param canonical what it means for money
   * @param isFinished whether nothing is to be done any more; it may still be returned
   * @param unconfirmed the action whose outcome nobody knows, or null
   */
  public record Standing(
      String state, String status, Canonical canonical, boolean isFinished, String unconfirmed) {

    public Standing {
      Objects.requireNonNull(state);
      Objects.requireNonNull(status);
      Objects.requireNonNull(canonical);
    }

    /** The same with another meaning for money. */
    public Standing meaning(Canonical other) {
      return new Standing(state, status, other, isFinished, unconfirmed);
    }

    /** The same with an action whose outcome nobody knows, or null for none. */
    public Standing doubting(String action) {
      return new Standing(state, status, canonical, isFinished, action);
    }
  }

  /**
   * What was ordered and how it is paid and brought.
   *
   * @param total in tiyn
   * @param createdAt UTC
   * @param paymentMode the marketplace's word, or null
   * @param deliveryMode the marketplace's word, or null
   * @param isKaspiDelivery whether the marketplace brings it
   * @param details further facts by lower-snake name; nothing personal
   */
  public record Facts(
      long total,
      Instant createdAt,
      String paymentMode,
      String deliveryMode,
      boolean isKaspiDelivery,
      Map<String, String> details) {

    public Facts {
      Objects.requireNonNull(createdAt);
      details = Map.copyOf(details);
    }

    public Facts with(Map<String, String> others) {
      return new Facts(total, createdAt, paymentMode, deliveryMode, isKaspiDelivery, others);
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

  /**
   * Whom to call when something is not clear. Personal: never logged, sealed where it is kept.
   *
   * @param name or null
   * @param phone ten national digits, or null
   */
  public record Buyer(String name, String phone) {

    @Override
    public String toString() {
      return "Buyer";
    }
  }

  /** The marketplace's word for where it lies. */
  public String state() {
    return standing.state();
  }

  /** The marketplace's word for how far it has come. */
  public String status() {
    return standing.status();
  }

  /** What it means for money. */
  public Canonical canonical() {
    return standing.canonical();
  }

  /** A further fact, or null. */
  public String detail(String name) {
    return facts.details().get(name);
  }

  /** The same having come so far. */
  public MarketplaceOrder with(Standing other) {
    return new MarketplaceOrder(id, code, other, facts, lines, buyer);
  }

  public MarketplaceOrder with(List<Line> read) {
    return new MarketplaceOrder(id, code, standing, facts, read, buyer);
  }
}
