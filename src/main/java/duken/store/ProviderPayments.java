package duken.store;

import duken.domain.Money;
import duken.domain.PaymentKind;
import java.time.Instant;
import java.util.Optional;

/** Payments by the names that providers and we call them, for providers that call back. */
public interface ProviderPayments {

  /** Stores a new payment; the result has its id. */
  Row insert(Row fresh);

  /** Writes names, transaction and status. */
  void update(Row row);

  /** How many payments this try of an invoice has had. */
  int count(long invoiceId, String mark);

  /** The payment of a shop with this identifier of ours, in either form. */
  Optional<Row> named(String provider, long tenantId, String identifier);

  /** The newest payment of a shop with this identifier of the provider's. */
  Optional<Row> ofOperation(String provider, long tenantId, String operationId);

  /** Whether a message with this digest was processed at {@code since} or later. */
  boolean isProcessed(String digest, Instant since);

  /** Remembers a processed message; harmless when repeated. */
  void markProcessed(String digest, Instant at);

  /** Forgets messages processed before {@code time}. */
  int forgetProcessed(Instant time);

  /**
   * A payment.
   *
   * @param id unique and growing; 0 before it is stored
   * @param status the provider's own last word
   * @param createdAt UTC
   */
  record Row(
      long id, Attempt attempt, String provider, Names names, String status, Instant createdAt) {}

  /**
   * The try of an invoice that a payment belongs to.
   *
   * @param mark the try of an invoice it belongs to
   */
  record Attempt(long tenantId, long invoiceId, String mark, PaymentKind kind, Money amount) {}

  /**
   * What a payment is called.
   *
   * @param paymentId ours
   * @param alternateId ours in another form, or null
   * @param operationId the provider's, or null
   * @param transactionId the provider's, for refunds; or null
   */
  record Names(String paymentId, String alternateId, String operationId, String transactionId) {}
}
