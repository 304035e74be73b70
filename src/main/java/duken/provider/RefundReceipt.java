package duken.provider;

import java.time.Instant;

/**
 * The bank returned, or took on to return, money.
 *
 * @param refundId the bank's identifier, or null
 * @param done false when the bank only took it on
 * @param returnQr text of a QR that the customer has to scan first, or null
 * @param returnQrExpiresAt until when he can, UTC, or null
 */
public record RefundReceipt(
    String refundId, boolean done, String returnQr, Instant returnQrExpiresAt) {

  /** A refund that needs nobody. */
  public RefundReceipt(String refundId, boolean done) {
    this(refundId, done, null, null);
  }

  /** A refund that goes on when the customer has scanned. */
  public static RefundReceipt awaitingCustomer(String refundId, String qr, Instant expiresAt) {
    return new RefundReceipt(refundId, false, qr, expiresAt);
  }
}
