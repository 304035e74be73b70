package duken.store;

import java.time.Instant;

/**
 * Deletes rows that are of no use after a while: never invoices, operations, refunds or anomalies,
 * which are about money. Works through a table from the oldest row in pieces, so that no
 * transaction is long.
 */
public interface ExpiredRows {

  /**
   * Where a piece ended.
   *
   * @param last number of the last row that was looked at: the next piece goes on behind it
   * @param more whether there may be older rows behind it
   */
  record Piece(long last, boolean more) {}

  /** Deletes webhook deliveries that were delivered before {@code before}. */
  Piece deliveries(Instant before, long after, int most);

  /**
   * Deletes entries of invoices' histories from before {@code before}, unless the invoice is open
   * or an anomaly of it waits for somebody.
   */
  Piece histories(Instant before, long after, int most);

  /** Deletes the words by which invoices from before {@code before} are found. */
  Piece words(Instant before, long after, int most);
}
