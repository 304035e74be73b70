package duken.gateway.contract;

import duken.api.InvoiceJson;
import duken.api.WireJson;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Turns an invoice into the contract's object (gateway contract, section 8). */
public final class InvoiceToJson {

  private final Links links;

  public InvoiceToJson(Links links) {
    this.links = links;
  }

  /** The object as it goes out to a shop's program, with the nulls the contract asks for. */
  public ObjectNode node(Invoice invoice) {
    ObjectNode node = WireJson.mapper().valueToTree(json(invoice));
    if (invoice.kind() == PaymentKind.QR) {
      putNullIfMissing(node, "qr_substate");
      putNullIfMissing(node, "kaspi_qr_link");
    }
    return node;
  }

  public InvoiceJson json(Invoice invoice) {
    Invoice.Terms terms = invoice.terms();
    Invoice.State state = invoice.state();
    Invoice.BankSide bank = invoice.bank();
    Invoice.Discount discount = terms.discount();
    Phone phone = terms.phone();
    boolean qr = invoice.kind() == PaymentKind.QR;
    String qrLink = qr ? links.qrText(invoice) : null;
    String payLink = links.shownLink(invoice);
    String expiresAt = Wire.time(terms.expiresAt());
    boolean scanned =
        state.payerProgress() == PayerProgress.SCANNED
            || state.payerProgress() == PayerProgress.CONFIRMING;
    return new InvoiceJson(
        invoice.id(),
        new InvoiceJson.State(
            invoice.kind().wire(),
            state.status().wire(),
            state.reason() == null ? null : state.reason().wire()),
        new InvoiceJson.Terms(
            terms.amount().toWire(),
            "KZT",
            discount == null ? null : discount.subtotal().toWire(),
            discount == null ? null : discount.sum().toWire(),
            discount == null || discount.percentage() == null
                ? null
                : Wire.plain(discount.percentage()),
            terms.order().description(),
            terms.order().externalOrderId(),
            terms.order().idempotencyId()),
        new InvoiceJson.Customer(
            phone == null ? null : phone.canonical(),
            phone == null ? null : phone.canonical(),
            phone == null ? null : phone.international(),
            state.payerName(),
            null),
        new InvoiceJson.Payment(
            bankId(invoice),
            payLink,
            qr ? terms.payToken() : null,
            qrLink,
            expiresAt,
            invoice.mode().isSandbox(),
            false),
        new InvoiceJson.Refunded(
            state.refunds().refunded().toWire(),
            invoice.availableForRefund().toDecimal(),
            pendingRefund(invoice).toDecimal(),
            invoice.isFullyRefunded()),
        items(invoice),
        new InvoiceJson.Outcome(
            bank.errorMessage(),
            bank.errorCode(),
            Wire.time(state.times().paidAt()),
            Wire.time(state.times().cancelledAt()),
            Wire.time(state.times().expiredAt()),
            Wire.time(invoice.revision().createdAt()),
            Wire.time(invoice.revision().updatedAt()),
            terms.settlesInvoiceId()),
        new InvoiceJson.Bank(
            new InvoiceJson.Qr(
                qr ? Boolean.TRUE : null,
                qrLink,
                qr ? links.qrPicture(invoice) : null,
                qr ? expiresAt : null,
                qr && scanned ? "scanned" : null,
                qr && !invoice.mode().isSandbox() ? payLink : null),
            bank.details().method(),
            bank.details().cardLast4(),
            bank.details().rrn(),
            new InvoiceJson.Provider(
                bank.provider(),
                bank.details().paymentId() == null
                    ? bank.operationId()
                    : bank.details().paymentId(),
                bank.details().metadata())));
  }

  /** The bank's identifier that a shop quotes; of a terminal the transaction's, once it is paid. */
  static String bankId(Invoice invoice) {
    return invoice.kind() == PaymentKind.TERMINAL
        ? invoice.bank().details().paymentId()
        : invoice.bank().operationId();
  }

  private static Money pendingRefund(Invoice invoice) {
    return invoice.state().status().hasMoney() ? invoice.state().refunds().refunding() : Money.ZERO;
  }

  private static List<InvoiceJson.Item> items(Invoice invoice) {
    return invoice.terms().items().stream()
        .map(
            line ->
                new InvoiceJson.Item(
                    line.id(),
                    invoice.id(),
                    line.catalogItemId(),
                    line.name(),
                    line.price().toWire(),
                    line.originalPrice().toWire(),
                    line.count(),
                    line.unitId(),
                    line.discount() == null ? null : line.discount().toWire()))
        .toList();
  }

  private static void putNullIfMissing(ObjectNode node, String name) {
    if (!node.has(name)) {
      node.putNull(name);
    }
  }
}
