package duken.gateway.contract;

import duken.api.RefundJson;
import duken.domain.Invoice;
import duken.domain.Refund;
import duken.domain.RefundDetail;
import java.util.List;

/** Turns refunds into the contract's objects (gateway contract, sections 8 and 10). */
public final class RefundToJson {

  private RefundToJson() {}

  /** A refund alone, with what only some refunds have. */
  public static RefundJson json(Refund refund, RefundDetail detail) {
    return json(refund, detail, refund.state().errorMessage());
  }

  /**
   * The same with words for why it failed.
   *
   * @param why in the reader's language, or null
   */
  public static RefundJson json(Refund refund, RefundDetail detail, String why) {
    return json(refund, detail, why, null);
  }

  /** A refund with its invoice beside it, as in the list of all refunds. */
  static RefundJson withInvoice(Refund refund, RefundDetail detail, Invoice invoice) {
    return json(
        refund,
        detail,
        refund.state().errorMessage(),
        new RefundJson.InvoiceBrief(
            invoice.id(),
            invoice.terms().order().externalOrderId(),
            invoice.terms().amount().toWire(),
            invoice.state().status().wire(),
            invoice.bank().operationId(),
            invoice.state().refunds().refunded().toWire(),
            invoice.isFullyRefunded()));
  }

  /** The invoice's sums beside a refund that was just made. */
  static RefundJson.InvoiceSums sumsAfter(Invoice invoice) {
    return new RefundJson.InvoiceSums(
        invoice.id(),
        invoice.terms().amount().toWire(),
        invoice.state().status().wire(),
        invoice.state().refunds().refunded().toWire(),
        invoice.state().refunds().refunding().toDecimal(),
        invoice.availableForRefund().toDecimal(),
        invoice.isFullyRefunded());
  }

  static RefundJson.InvoiceSums sumsAbove(Invoice invoice) {
    return new RefundJson.InvoiceSums(
        invoice.id(),
        invoice.terms().amount().toWire(),
        null,
        invoice.state().refunds().refunded().toWire(),
        null,
        invoice.availableForRefund().toDecimal(),
        invoice.isFullyRefunded());
  }

  private static RefundJson json(
      Refund refund, RefundDetail detail, String why, RefundJson.InvoiceBrief invoice) {
    return new RefundJson(
        refund.id(),
        refund.invoiceId(),
        refund.terms().amount().toWire(),
        refund.terms().reason(),
        new RefundJson.State(
            refund.state().status().wire(),
            refund.state().providerRefundId(),
            refund.state().status().wire(),
            refund.terms().initiatedBy().wire(),
            why,
            refund.state().errorCode()),
        items(refund),
        new RefundJson.Times(
            Wire.time(refund.terms().createdAt()), Wire.time(refund.state().completedAt())),
        new RefundJson.Way(
            refund.state().status().isUnderWay() ? detail.returnQr() : null,
            refund.state().status().isUnderWay() ? Wire.time(detail.returnQrExpiresAt()) : null,
            detail.recordedByHand() ? Boolean.TRUE : null),
        invoice);
  }

  private static List<RefundJson.Item> items(Refund refund) {
    return refund.terms().items().stream()
        .map(
            line ->
                new RefundJson.Item(
                    line.id(),
                    refund.id(),
                    line.invoiceItemId(),
                    line.catalogItemId(),
                    line.name(),
                    line.price().toWire(),
                    line.count(),
                    line.amount().toWire()))
        .toList();
  }
}
