package duken.engine;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import java.util.List;

/** Returns money. */
public interface Refunding {

  /**
   * Reserves the sum under a lock, asks the bank, settles. When the caller has a {@code callKey},
   * the transaction that reserves the sum binds the refund's id to it.
   *
   * @param amount null for everything still refundable
   * @param reason or null
   * @param lines the returned lines of a cart, empty without
   * @throws duken.domain.Refusal NOT_FOUND, INVOICE_NOT_REFUNDABLE, REFUND_AMOUNT_EXCEEDED,
   *     NOT_SUPPORTED_BY_PROVIDER, PROVIDER_SESSION_INVALID
   */
  Outcome refund(
      Caller caller, long invoiceId, Money amount, String reason, List<Refund.Line> lines);

  /** The refund and the invoice after it. */
  record Outcome(Refund refund, Invoice invoice) {}
}
