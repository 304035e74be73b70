package duken.store.privacy;

import duken.store.ExpiredRows.Piece;
import java.time.Instant;
import java.util.List;

/**
 * Names and phones of customers on invoices and in the bodies of their webhooks. Taking them off
 * leaves sums, statuses, operations, refunds and histories as they are. Works in pieces along the
 * numbers of the invoices, so that no transaction is long.
 */
public interface PersonalData {

  /**
   * What one invoice holds.
   *
   * @param createdAt of the invoice
   * @param name whether it holds the customer's name
   * @param phone whether it holds the customer's phone
   */
  record Holding(Instant createdAt, boolean name, boolean phone) {}

  /**
   * A piece of a look ahead.
   *
   * @param holdings of the shop's invoices that hold something
   * @param piece where the look ended
   */
  record Look(List<Holding> holdings, Piece piece) {}

  /**
   * Takes names and phones off invoices made before {@code before}. One that is open, is being
   * refunded or has an anomaly that nobody decided about keeps them and is remembered for {@link
   * #wipeHeld}.
   */
  Piece wipe(Instant before, long after, int most);

  /** Does the same for those that were remembered. */
  Piece wipeHeld(long after, int most);

  /** Looks at invoices of a shop made before {@code before}; changes nothing. */
  Look look(long tenantId, Instant before, long after, int most);

  /** How many invoices of a shop kept names or phones beyond their time. */
  long held(long tenantId);

  /** How many buyers of a marketplace are kept whose orders were made in this span. */
  long buyers(long tenantId, Instant from, Instant until);
}
