package duken.engine;

import duken.domain.Invoice;
import java.util.List;

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
  List<Invoice> check(Caller caller, List<Long> invoiceIds);

  /**
   * Creates a QR invoice in training that the customer pays, declines or lets expire by himself a
   * moment later ({@code simulate} of contract section 9.2). With a live caller {@code simulate} is
   * ignored.
   *
   * @throws duken.domain.Refusal as {@link #create(Caller, InvoiceOrder)}
   */
  Invoice create(Caller caller, InvoiceOrder order, Simulation simulate);

  /**
   * Drives a training invoice (gateway contract, section 16).
   *
   * @throws duken.domain.Refusal NOT_FOUND, NOT_SANDBOX, INVALID_TRANSITION, and VALIDATION on
   *     {@code status} for {@code qr_scanned} of a bill
   */
  Invoice simulate(Caller caller, long invoiceId, Simulation simulation);

  /**
   * The same invoices with expiry applied to training ones whose time is over: what a list shows
   * (gateway contract, section 9.4).
   */
  List<Invoice> freshen(List<Invoice> invoices);
}
