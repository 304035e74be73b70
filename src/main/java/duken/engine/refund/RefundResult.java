package duken.engine.refund;

import duken.domain.Invoice;
import duken.domain.Refund;
import duken.store.Store.Tx;

public record RefundResult(Refund refund, Invoice invoice) {

  static RefundResult load(Tx tx, long invoiceId, long refundId) {
    Invoice invoice = tx.invoices().find(invoiceId).orElseThrow();
    return tx.refunds().of(invoiceId).stream()
        .filter(refund -> refund.id() == refundId)
        .findFirst()
        .map(refund -> new RefundResult(refund, invoice))
        .orElseThrow();
  }
}
