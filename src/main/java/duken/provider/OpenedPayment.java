package duken.provider;

import duken.domain.BankOperation;
import duken.domain.Invoice.BankSide;
import duken.domain.PaymentDetails;
import java.time.Instant;

/**
 * The bank is ready to take the money.
 *
 * @param operationId the bank's identifier as text
 * @param qrText text to draw as QR, or null: then the gateway's own pay link is drawn
 * @param payUrl link that opens the bank's app, or null
 * @param expiresAt when the bank's own time ends, UTC, or null when it does not say
 * @param details what else the bank told
 */
public record OpenedPayment(
    String operationId, String qrText, String payUrl, Instant expiresAt, PaymentDetails details) {

  /** A payment of which nothing else was told. */
  public OpenedPayment(String operationId, String qrText, String payUrl, Instant expiresAt) {
    this(operationId, qrText, payUrl, expiresAt, PaymentDetails.NONE);
  }

  /** The operation that asked for it, now that the bank has it. */
  public BankOperation of(BankOperation intended) {
    return intended.opened(operationId, qrText, payUrl, expiresAt);
  }

  /** The bank's side of its invoice. */
  public BankSide bankSide(String provider) {
    return new BankSide(provider, operationId, qrText, payUrl, null, null, details);
  }
}
