package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import java.time.Duration;
import java.time.Instant;

/**
 * A bill that could not leave waits for the provider, but not for ever silently: a customer who has
 * left the shop long ago must not be surprised by it (design, section 4). Pure.
 */
public final class DelayedBillPolicy {

  /** So long a bill is sent by itself as soon as the provider is back. */
  public static final Duration SENT_SILENTLY = Duration.ofMinutes(15);

  private DelayedBillPolicy() {}

  /**
   * Whether this try could not leave and waits for the provider: also in the moment in which it is
   * tried once more, which may come to nothing again.
   */
  public static boolean isWaiting(BankOperation operation) {
    return switch (operation.state()) {
      case QUEUED -> true;
      // A fresh intent has no word; that of one tried once more says why it did not leave.
      case INTENDED -> operation.word() != null;
      case UNKNOWN, UNDECIDED, OPEN, PAID, ENDED -> false;
    };
  }

  /** Whether this try to send a bill has waited so long that a cashier has to say so again. */
  public static boolean isHeld(Invoice invoice, BankOperation operation, Instant now) {
    return invoice.kind() == PaymentKind.PHONE
        && operation.state() == State.QUEUED
        && isLate(invoice, operation, now);
  }

  /** Whether a bill's try is so old that it is not sent without being asked. */
  static boolean isLate(Invoice invoice, BankOperation operation, Instant now) {
    return invoice.kind() == PaymentKind.PHONE
        && !now.isBefore(operation.createdAt().plus(SENT_SILENTLY));
  }
}
