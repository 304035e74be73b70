package duken.engine;

import duken.domain.Invoice;

/** Creates and cancels invoices. */
public interface Invoicing {

  /**
   * Writes the intent, asks the bank, writes its answer. Returns a pending invoice; when the bank's
   * answer was lost the invoice stays pending and is reconciled. When the caller has a {@code
   * callKey}, the transaction that writes the intent binds the invoice's id to it.
   *
   * @throws duken.domain.Refusal PROVIDER_NOT_CONFIGURED, PROVIDER_SESSION_INVALID, PROVIDER_ERROR,
   *     PROVIDER_TIMEOUT (with {@code invoice_id} in extra), DUPLICATE_IDEMPOTENCY_KEY (with {@code
   *     invoice_id} and {@code status} in extra), NOT_SUPPORTED_BY_PROVIDER,
   *     AMOUNT_MUST_BE_WHOLE_TENGE
   */
  Invoice create(Caller caller, InvoiceOrder order);

  /**
   * Cancels a pending invoice: in training at once, live through {@code cancelling}.
   *
   * @throws duken.domain.Refusal NOT_FOUND, INVOICE_ALREADY_PAID, INVOICE_ALREADY_CANCELLED,
   *     INVOICE_NOT_CANCELLABLE, NOT_SUPPORTED_BY_PROVIDER
   */
  Invoice cancel(Caller caller, long invoiceId);

  /**
   * One invoice, with expiry applied for training.
   *
   * @throws duken.domain.Refusal NOT_FOUND
   */
  Invoice read(Caller caller, long invoiceId);

  /**
   * Asks the bank once about each open invoice among these and returns the shop's own, by id. A
   * silent bank changes nothing.
   */
  java.util.List<Invoice> check(Caller caller, java.util.List<Long> invoiceIds);
}
