package duken.provider;

import duken.domain.Money;
import duken.domain.PaymentDetails;

/**
 * Money to go back.
 *
 * @param payment what was paid
 * @param refundId ours, unique: the same id is the same refund
 * @param amount what goes back
 * @param refundedBefore what had gone back when this was asked for: tells a lost answer
 * @param bankRefundId the bank's identifier of this refund, or null while it is not known
 * @param details what the bank told of the payment
 */
public record RefundRequest(
    PaymentRef payment,
    long refundId,
    Money amount,
    Money refundedBefore,
    String bankRefundId,
    PaymentDetails details) {

  /** A refund of which the bank has told nothing. */
  public RefundRequest(PaymentRef payment, long refundId, Money amount, Money refundedBefore) {
    this(payment, refundId, amount, refundedBefore, null, PaymentDetails.NONE);
  }
}
