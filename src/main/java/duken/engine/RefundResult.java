package duken.engine;

import duken.domain.Invoice;
import duken.domain.Refund;
import duken.store.Store.Rooms;

/** The refund and the invoice after it. */
public record RefundResult(Refund refund, Invoice invoice) {

  /** Both as they are now. */
  public static RefundResult load(Rooms rooms, long invoiceId, long refundId) {
    Invoice invoice = rooms.invoices().find(invoiceId).orElseThrow();
    return rooms.refunds().of(invoiceId).stream()
        .filter(refund -> refund.id() == refundId)
        .findFirst()
        .map(refund -> new RefundResult(refund, invoice))
        .orElseThrow();
  }
}
