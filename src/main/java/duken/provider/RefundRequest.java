package duken.provider;

import duken.domain.Money;
import duken.domain.PaymentDetails;
import java.time.Instant;

/**
 * Money to go back.
 *
 * @param payment what was paid
 * @param refundId ours, unique: the same id is the same refund
 * @param amount what goes back
 * @param refundedBefore what had gone back just before this was sent: tells a lost answer. The
 *     bank's own sum where it {@linkplain PaymentProvider#returned tells} one, else ours
 * @param bankRefundId the bank's identifier of this refund, or null while it is not known
 * @param details what the bank told of the payment
 * @param sentAt when this was last sent, UTC, or null when it never was
 */
public record RefundRequest(
    PaymentRef payment,
    long refundId,
    Money amount,
    Money refundedBefore,
    String bankRefundId,
    PaymentDetails details,
    Instant sentAt) {

  /** A refund of which the bank has told nothing. */
  public RefundRequest(PaymentRef payment, long refundId, Money amount, Money refundedBefore) {
    this(payment, refundId, amount, refundedBefore, null, PaymentDetails.NONE, null);
  }
}
