package duken.engine.refund;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import duken.provider.PaymentRef;
import duken.provider.RefundRequest;

/** Says a stored refund in a bank's terms. */
final class RefundRequests {

  private RefundRequests() {}

  static RefundRequest of(RefundResult it) {
    Refund refund = it.refund();
    Money before = refund.returnedBefore();
    return new RefundRequest(
        payment(it.invoice()),
        refund.id(),
        refund.amount(),
        before == null ? refund.refundedBefore() : before,
        refund.providerRefundId(),
        it.invoice().bank().details(),
        refund.sentAt());
  }

  static PaymentRef payment(Invoice invoice) {
    return new PaymentRef(
        invoice.tenantId(), invoice.kind(), invoice.bank().operationId(), invoice.createdAt());
  }
}
