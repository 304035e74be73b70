package duken.provider;

import duken.domain.Money;

/**
 * Money to go back.
 *
 * @param payment what was paid
 * @param refundId ours, unique: the same id is the same refund
 * @param amount what goes back
 * @param refundedBefore what had gone back when this was asked for: tells a lost answer
 */
public record RefundRequest(
    PaymentRef payment, long refundId, Money amount, Money refundedBefore) {}
