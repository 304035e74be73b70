package duken.provider;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import java.time.Instant;

/**
 * Money to ask a customer for.
 *
 * @param tenantId the shop, whose session is used
 * @param invoiceId ours
 * @param mark short and unique to this try: finds it at the bank when the answer is lost
 */
public record PaymentRequest(
    long tenantId,
    long invoiceId,
    PaymentKind kind,
    Money amount,
    String mark,
    Customer customer,
    Life life) {

  /**
   * Who is asked, and what they are shown.
   *
   * @param phone for a bill; null for a QR
   * @param description for the customer, or null
   * @param payLink the gateway's own pay page of this invoice
   */
  public record Customer(Phone phone, String description, String payLink) {}

  /**
   * From when until when.
   *
   * @param expiresAt until when money is wanted, UTC
   * @param startedAt when this try was written down, UTC
   */
  public record Life(Instant expiresAt, Instant startedAt) {}
}
