package duken.domain;

import java.time.Instant;

/**
 * What only some refunds have.
 *
 * @param returnQr text of a QR that the customer has to scan before money goes back, or null
 * @param returnQrExpiresAt until when he can, UTC, or null
 * @param recordedByHand whether the money was returned in the bank's own application
 */
public record RefundDetail(String returnQr, Instant returnQrExpiresAt, boolean recordedByHand) {

  /** Nothing special. */
  public static final RefundDetail NONE = new RefundDetail(null, null, false);

  /** Money that was returned in the bank's own application. */
  public static final RefundDetail BY_HAND = new RefundDetail(null, null, true);
}
