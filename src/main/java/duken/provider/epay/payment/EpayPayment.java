package duken.provider.epay.payment;

import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A payment as this provider keeps it: the ways it is named, and what was last heard of it.
 *
 * @param id unique; 0 before it is stored
 * @param mark the try of an invoice it belongs to
 * @param identifier {@code KASPI_…}, ours
 * @param numeric the numeric form, ours
 * @param operationId {@code billNumber} as text, or null while the provider has not answered
 * @param transactionId the provider's, for refunds; or null
 * @param status the last one, never a step back
 * @param createdAt UTC
 */
public record EpayPayment(
    long id,
    long tenantId,
    long invoiceId,
    String mark,
    PaymentKind kind,
    Money amount,
    String identifier,
    String numeric,
    String operationId,
    String transactionId,
    EpayStatus status,
    Instant createdAt) {

  /** How long a QR can be paid at the provider (ePay sheet, section 5). */
  public static final Duration QR_LIFE = Duration.ofMinutes(20);

  /** The shortest life of a link that is asked for. */
  private static final Duration LINK_LIFE = Duration.ofDays(1);

  public EpayPayment {
    Objects.requireNonNull(identifier);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(status);
  }

  /** The same once the provider named it. */
  public EpayPayment opened(String newOperationId) {
    return with(newOperationId, transactionId, status);
  }

  /** The same after news; what is null stays as it was. */
  public EpayPayment heard(EpayStatus news, String newTransactionId) {
    return with(
        operationId,
        newTransactionId == null ? transactionId : newTransactionId,
        news == null ? status : news.after(status));
  }

  /** Whether its time at the provider is over (ePay sheet, sections 5 and 9). */
  public boolean isOver(Instant now) {
    return !now.isBefore(createdAt.plus(kind == PaymentKind.LINK ? LINK_LIFE : QR_LIFE));
  }

  /** What is told of it besides. */
  public PaymentDetails details() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("numeric_id", numeric);
    if (operationId != null && kind == PaymentKind.QR) {
      facts.put("bill_number", operationId);
    }
    if (transactionId != null) {
      facts.put("transaction_id", transactionId);
    }
    return PaymentDetails.of(identifier, facts);
  }

  private EpayPayment with(String operation, String transaction, EpayStatus news) {
    return new EpayPayment(
        id,
        tenantId,
        invoiceId,
        mark,
        kind,
        amount,
        identifier,
        numeric,
        operation,
        transaction,
        news,
        createdAt);
  }
}
