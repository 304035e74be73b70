package duken.provider.epay.payment;

import java.time.Instant;
import java.util.Optional;

/** Where payments are kept. What is stored survives a crash before the call returns. */
public interface EpayPayments {

  /**
   * Stores a payment before the provider is called.
   *
   * @param fresh without {@code id} and {@code numeric}
   * @return the same with both
   */
  EpayPayment begin(EpayPayment fresh);

  /** How many payments this try of an invoice has had. */
  int attempts(long invoiceId, String mark);

  /** The payment with this identifier, in either form. */
  Optional<EpayPayment> named(long tenantId, String identifier);

  /** The payment with this identifier of the provider's. */
  Optional<EpayPayment> ofOperation(long tenantId, String operationId);

  /** Stores what was heard: operation, transaction and status. */
  void update(EpayPayment payment);

  /** Whether a callback with this digest was processed since {@code since}. */
  boolean isProcessed(String digest, Instant since);

  /** Remembers a processed callback; forgets those from before {@code forgetBefore}. */
  void markProcessed(String digest, Instant at, Instant forgetBefore);
}
