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
    Names names,
    EpayStatus status,
    Instant createdAt) {

  /**
   * What a payment is called.
   *
   * @param identifier {@code KASPI_…}, ours
   * @param numeric the numeric form, ours
   * @param operationId {@code billNumber} as text, or null while the provider has not answered
   * @param transactionId the provider's, for refunds; or null
   */
  public record Names(String identifier, String numeric, String operationId, String transactionId) {

    public Names {
      Objects.requireNonNull(identifier);
    }
  }

  /** How long a QR can be paid at the provider (ePay sheet, section 5). */
  public static final Duration QR_LIFE = Duration.ofMinutes(20);

  /** The shortest life of a link that is asked for. */
  private static final Duration LINK_LIFE = Duration.ofDays(1);

  public EpayPayment {
    Objects.requireNonNull(names);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(status);
  }

  /** The same once the provider named it. */
  public EpayPayment opened(String newOperationId) {
    return with(newOperationId, names.transactionId(), status);
  }

  /** The same after news; what is null stays as it was. */
  public EpayPayment heard(EpayStatus news, String newTransactionId) {
    return with(
        names.operationId(),
        newTransactionId == null ? names.transactionId() : newTransactionId,
        news == null ? status : news.after(status));
  }

  /** Whether its time at the provider is over (ePay sheet, sections 5 and 9). */
  public boolean isOver(Instant now) {
    return !now.isBefore(createdAt.plus(kind == PaymentKind.LINK ? LINK_LIFE : QR_LIFE));
  }

  /** What is told of it besides. */
  public PaymentDetails details() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("numeric_id", names.numeric());
    if (names.operationId() != null && kind == PaymentKind.QR) {
      facts.put("bill_number", names.operationId());
    }
    if (names.transactionId() != null) {
      facts.put("transaction_id", names.transactionId());
    }
    return PaymentDetails.of(names.identifier(), facts);
  }

  private EpayPayment with(String operation, String transaction, EpayStatus news) {
    return new EpayPayment(
        id,
        tenantId,
        invoiceId,
        mark,
        kind,
        amount,
        new EpayPayment.Names(names.identifier(), names.numeric(), operation, transaction),
        news,
        createdAt);
  }
}
