package duken.store.cash;

import duken.domain.InvoiceStatus;
import duken.domain.Money;

/**
 * The cash of a mixed payment beside the invoice for the rest.
 *
 * @param part the cash that was taken
 * @param invoiceNumber the number a cashier reads out
 * @param status of the invoice
 * @param rest what the invoice asks for
 * @param returned whether the cash was given back because the rest was never paid
 */
public record CashPart(
    CashRow part, long invoiceNumber, InvoiceStatus status, Money rest, boolean returned) {

  /** Whether the customer should have the cash back. */
  public boolean isToReturn() {
    return !returned && !status.isOpen() && !status.hasMoney();
  }
}
