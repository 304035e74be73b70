package duken.provider;

/**
 * The bank returned, or took on to return, money.
 *
 * @param refundId the bank's identifier, or null
 * @param done false when the bank only took it on
 */
public record RefundReceipt(String refundId, boolean done) {}
