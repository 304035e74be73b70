package duken.store.reconcile;

import duken.store.Scope;
import java.time.Instant;
import java.util.Locale;

/**
 * What somebody said about a line of the bank, or about a sale or a refund of ours that the bank
 * does not list.
 *
 * @param lineId or null
 * @param invoiceId the sale it is about or was assigned to, or null
 * @param refundId of ours that the bank does not list, or null
 * @param reason in the words of whoever decided, or null
 * @param by person and desk, or {@code auto} for the owner's rule
 * @param at UTC
 */
public record BankDecision(
    Scope scope,
    Long lineId,
    Long invoiceId,
    Long refundId,
    What what,
    String reason,
    String by,
    Instant at) {

  /** What was said. */
  public enum What {
    /** It is as it should be, and why. */
    ACCEPTED,
    /** The money belongs to this sale. */
    LINKED,
    /** The money was booked as a sale of its own in order to go back. */
    RETURNING;

    /** Lower-case word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
