package duken.engine.settlement;

import duken.domain.Invoice;
import duken.domain.Invoice.BankSide;
import duken.domain.Invoice.State;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceEvent.RefundCompleted;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.Transition.Move;
import java.time.Instant;

/** What a settled fact leaves behind in an invoice: pure, and only {@link Settlement} asks. */
final class InvoiceStateChange {

  private InvoiceStateChange() {}

  /** The state after a move. The version is not raised here. */
  static Invoice move(Invoice invoice, InvoiceEvent fact, Move move, Instant now) {
    State old = invoice.state();
    boolean open = move.to().isOpen();
    State moved =
        new State(
            move.to(),
            move.to().hasMoney() ? old.reason() : move.reason(),
            old.payerProgress(),
            open && old.held(),
            fact instanceof Paid paid ? paid.payerName() : old.payerName(),
            new Invoice.Times(
                fact instanceof Paid paid ? earlier(paid.at(), now) : old.times().paidAt(),
                move.to() == InvoiceStatus.CANCELLED ? now : old.times().cancelledAt(),
                move.to() == InvoiceStatus.EXPIRED ? now : old.times().expiredAt()),
            new Invoice.Refunds(
                fact instanceof RefundCompleted done ? done.refunded() : old.refunds().refunded(),
                old.refunds().refunding()));
    return replaced(invoice, moved);
  }

  /** The state after a fact that leaves the status alone. */
  static Invoice keep(Invoice invoice, InvoiceEvent fact) {
    State old = invoice.state();
    return replaced(
        invoice,
        new State(
            old.status(),
            old.reason(),
            fact instanceof Progressed progressed
                ? progressed.payerProgress()
                : old.payerProgress(),
            fact instanceof Progressed progressed ? progressed.held() : old.held(),
            old.payerName(),
            old.times(),
            new Invoice.Refunds(
                fact instanceof RefundCompleted done ? done.refunded() : old.refunds().refunded(),
                old.refunds().refunding())));
  }

  /** The same with {@code refunding} reserved for refunds under way. */
  static Invoice reserved(Invoice invoice, Money refunding) {
    State old = invoice.state();
    return replaced(
        invoice,
        new State(
            old.status(),
            old.reason(),
            old.payerProgress(),
            old.held(),
            old.payerName(),
            old.times(),
            new Invoice.Refunds(old.refunds().refunded(), refunding)));
  }

  /** The bank side after a fact: what was paid is what is refunded later. */
  static BankSide bank(BankSide bank, InvoiceEvent fact) {
    return fact instanceof Paid paid
        ? new BankSide(
                bank.provider(),
                paid.operationId() == null ? bank.operationId() : paid.operationId(),
                bank.qrText(),
                bank.payUrl(),
                null,
                null,
                bank.details())
            .told(paid.details())
        : bank;
  }

  static Invoice nextVersion(Invoice invoice, BankSide bank, Instant now) {
    return replaced(invoice, invoice.state(), bank).with(invoice.state(), now);
  }

  private static Instant earlier(Instant told, Instant now) {
    return told.isAfter(now) ? now : told;
  }

  private static Invoice replaced(Invoice invoice, State state) {
    return replaced(invoice, state, invoice.bank());
  }

  private static Invoice replaced(Invoice invoice, State state, BankSide bank) {
    return new Invoice(
        invoice.id(),
        invoice.number(),
        invoice.tenantId(),
        invoice.mode(),
        invoice.kind(),
        invoice.terms(),
        state,
        bank,
        invoice.revision());
  }
}
