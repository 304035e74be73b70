package duken.provider;

import duken.domain.PaymentKind;
import java.time.Instant;

/**
 * A payment the bank knows.
 *
 * @param tenantId the shop, whose session is used
 * @param operationId the bank's identifier as text
 * @param openedAt UTC: paces the questions about it
 */
public record PaymentRef(long tenantId, PaymentKind kind, String operationId, Instant openedAt) {}
