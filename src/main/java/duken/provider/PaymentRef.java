package duken.provider;

import duken.domain.PaymentKind;
import java.time.Instant;

/**
 * A payment the bank knows.
 *
 * @param tenantId the shop, whose session is used
 * @param operationId the bank's identifier as text
 * @param openedAt UTC: paces the questions about it
 * @param isUnwanted whether the shop wants its money no longer: what the bank only holds is not
 *     taken
 * @param wasOpened whether the customer was seen to have opened it
 */
public record PaymentRef(
    long tenantId,
    PaymentKind kind,
    String operationId,
    Instant openedAt,
    boolean isUnwanted,
    boolean wasOpened) {

  /** Of a payment that is wanted. */
  public PaymentRef(long tenantId, PaymentKind kind, String operationId, Instant openedAt) {
    this(tenantId, kind, operationId, openedAt, false, false);
  }
}
