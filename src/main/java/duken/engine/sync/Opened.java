package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.Invoice;

/**
 * What came of bringing an operation to the bank.
 *
 * @param invoice as it is now
 * @param operation as it is now
 */
public record Opened(Outcome outcome, Invoice invoice, BankOperation operation) {

  /** How an attempt ended. */
  public enum Outcome {
    OPEN,
    /** Surely not sent; waits for the provider. */
    QUEUED,
    /** Surely not sent, and not worth waiting: the invoice has ended. */
    NOT_SENT,
    /** The bank said no: the invoice has ended. */
    REFUSED,
    /** The bank wants a new sign-in: the invoice has ended if it was its first attempt. */
    SIGNED_OUT,
    /** The bank does not have it, and nobody wants it to any more: nothing was written. */
    ABSENT,
    UNKNOWN,
    /** Nobody knows, and no question can tell: a person has to say. */
    UNDECIDED
  }
}
