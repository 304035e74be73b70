package duken.store;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Canonical;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The orders shops got on a marketplace. */
public interface MarketplaceOrders {

  /** Numbers of anomalies of orders begin here; those of invoices never come so far. */
  long FIRST_ANOMALY = 1_000_000_000_000L;

  /**
   * Which orders.
   *
   * @param states the marketplace's words; empty for all
   * @param statuses the marketplace's words; empty for all
   * @param canonical empty for all
   * @param from of creation, UTC, or null
   * @param until the first instant after, UTC, or null
   * @param search part of the number, of a line's SKU or of its name, or null
   */
  record Query(
      Set<String> states,
      Set<String> statuses,
      Set<Canonical> canonical,
      Instant from,
      Instant until,
      String search,
      int limit,
      long offset) {}

  /**
   * Orders with a status.
   *
   * @param newestAt when the last of them was made, UTC, or null for none
   */
  record Tally(long count, Instant newestAt) {}

  /** An order that was cancelled although it had been completed. */
  record OrderAnomaly(long id, String orderId, String code, long total, Instant detectedAt) {}

  /** A shop's order by its id or its number. */
  Optional<MarketplaceOrder> find(long tenantId, String idOrCode);

  /** The order with this id, locked until the transaction ends. */
  Optional<MarketplaceOrder> lock(long tenantId, String id);

  /**
   * Keeps an order in the place of what was known of it. Lines that are null leave those that are
   * known. A changed status makes a row of its history.
   *
   * @param before what was known, locked, or null
   */
  void put(long tenantId, MarketplaceOrder before, MarketplaceOrder order, Instant at);

  /** Those the filter matches, newest first. */
  Page<MarketplaceOrder> list(long tenantId, Query query);

  /** Numbers of unfinished orders made before this, oldest first. */
  List<String> unfinished(long tenantId, Instant madeBefore, int limit);

  /** How many orders of a shop have this status, and which was made last. */
  Tally tally(long tenantId, String status);

  /** When the oldest order with this status was made, among those made at that time or later. */
  Optional<Instant> oldest(long tenantId, String status, Instant from);

  boolean hasLines(long tenantId, String id);

  /** Since when a shop's orders are here, UTC; empty when none were imported yet. */
  Optional<Instant> importedFrom(long tenantId);

  /** Remembers since when they are here. */
  void importedFrom(long tenantId, Instant from);

  /** Records that a completed order was cancelled. */
  void anomaly(long tenantId, MarketplaceOrder order, Instant at);

  /** Anomalies nobody has resolved, oldest first. */
  List<OrderAnomaly> anomalies(long tenantId, int limit);

  /**
   * Resolves one if it is still open.
   *
   * @return whether it was
   */
  boolean resolve(long tenantId, long anomalyId, String by, Instant at);
}
