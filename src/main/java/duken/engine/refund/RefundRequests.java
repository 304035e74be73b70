package duken.engine.refund;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import duken.provider.PaymentRef;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundRequest;
import java.util.Optional;

/** Says a stored refund in a bank's terms. */
final class RefundRequests {

  private RefundRequests() {}

  static RefundRequest of(RefundResult it) {
    Refund refund = it.refund();
    Money before = refund.sending().returnedBefore();
    return new RefundRequest(
        payment(it.invoice()),
        refund.id(),
        refund.terms().amount(),
        before == null ? refund.sending().refundedBefore() : before,
        refund.state().providerRefundId(),
        it.invoice().bank().details(),
        refund.sending().sentAt());
  }

  /** What the bank's no means to whoever asked; empty where a failed refund says it all. */
  static Optional<DomainRefusal> refusal(String code, String message, Why why) {
    Optional<Reason> reason =
        switch (code) {
          case "refund_amount_exceeded" -> Optional.of(Reason.REFUND_AMOUNT_EXCEEDED);
          case "not_refundable" -> Optional.of(Reason.INVOICE_NOT_REFUNDABLE);
          default ->
              why == Why.SIGNED_OUT
                  ? Optional.of(Reason.PROVIDER_SESSION_INVALID)
                  : Optional.empty();
        };
    return reason.map(it -> DomainRefusal.said(it, code, message));
  }

  static PaymentRef payment(Invoice invoice) {
    return new PaymentRef(
        invoice.tenantId(),
        invoice.kind(),
        invoice.bank().operationId(),
        invoice.revision().createdAt());
  }
}
