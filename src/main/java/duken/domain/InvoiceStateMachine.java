package duken.domain;

import duken.domain.InvoiceEvent.CancelRefused;
import duken.domain.InvoiceEvent.CancelRequested;
import duken.domain.InvoiceEvent.Cancelled;
import duken.domain.InvoiceEvent.Expired;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceEvent.RefundCompleted;
import duken.domain.Transition.Anomalous;
import duken.domain.Transition.Keep;
import duken.domain.Transition.Move;
import duken.domain.Transition.NoChange;
import duken.domain.Transition.Rejected;

/**
 * The transition table of the gateway contract, section 14, as one pure function. Facts are
 * idempotent: a fact that the state already shows decides {@link NoChange}.
 */
public final class InvoiceStateMachine {

  private InvoiceStateMachine() {}

  /** What {@code fact} means for {@code invoice}. */
  public static Transition decide(Invoice invoice, InvoiceEvent fact) {
    return switch (fact) {
      case Paid paid -> paid(invoice, paid);
      case Progressed progressed -> progressed(invoice.state(), progressed);
      case CancelRequested() -> cancelRequested(invoice.state().status());
      case CancelRefused() -> cancelRefused(invoice.state().status());
      case Cancelled cancelled -> cancelled(invoice.state().status(), cancelled);
      case Expired expired -> expired(invoice.state().status(), expired);
      case RefundCompleted completed -> refunded(invoice, completed.refunded());
    };
  }

  private static Transition paid(Invoice invoice, Paid paid) {
    return switch (invoice.state().status()) {
      case PENDING, CANCELLING -> new Move(InvoiceStatus.PAID, null, true);
      case PAID, PARTIALLY_REFUNDED, REFUNDED ->
          isAnotherOperation(invoice, paid)
              ? new Anomalous(Anomaly.Kind.PAID_TWICE)
              : new NoChange();
      case CANCELLED, EXPIRED -> new Anomalous(Anomaly.Kind.PAID_LATE);
    };
  }

  private static boolean isAnotherOperation(Invoice invoice, Paid paid) {
    return paid.operationId() != null
        && invoice.bank().operationId() != null
        && !paid.operationId().equals(invoice.bank().operationId());
  }

  private static Transition progressed(Invoice.State state, Progressed fact) {
    return switch (state.status()) {
      case PENDING, CANCELLING ->
          state.payerProgress() == fact.payerProgress() && state.held() == fact.held()
              ? new NoChange()
              : new Keep();
      case PAID, CANCELLED, EXPIRED, PARTIALLY_REFUNDED, REFUNDED -> new Rejected();
    };
  }

  private static Transition cancelRequested(InvoiceStatus status) {
    return switch (status) {
      case PENDING -> new Move(InvoiceStatus.CANCELLING, null, false);
      case CANCELLING -> new NoChange();
      case PAID, CANCELLED, EXPIRED, PARTIALLY_REFUNDED, REFUNDED -> new Rejected();
    };
  }

  private static Transition cancelRefused(InvoiceStatus status) {
    return switch (status) {
      case CANCELLING -> new Move(InvoiceStatus.PENDING, null, false);
      case PENDING -> new NoChange();
      case PAID, CANCELLED, EXPIRED, PARTIALLY_REFUNDED, REFUNDED -> new Rejected();
    };
  }

  private static Transition cancelled(InvoiceStatus status, Cancelled fact) {
    return switch (status) {
      case PENDING, CANCELLING -> new Move(InvoiceStatus.CANCELLED, fact.reason(), true);
      case CANCELLED -> new NoChange();
      case PAID, EXPIRED, PARTIALLY_REFUNDED, REFUNDED -> new Rejected();
    };
  }

  private static Transition expired(InvoiceStatus status, Expired fact) {
    return switch (status) {
      case PENDING, CANCELLING -> new Move(InvoiceStatus.EXPIRED, fact.reason(), true);
      case EXPIRED -> new NoChange();
      case PAID, CANCELLED, PARTIALLY_REFUNDED, REFUNDED -> new Rejected();
    };
  }

  private static Transition refunded(Invoice invoice, Money refunded) {
    Money amount = invoice.terms().amount();
    Money known = invoice.state().refunds().refunded();
    if (refunded.isZero() || refunded.exceeds(amount) || known.exceeds(refunded)) {
      return new Rejected();
    }
    return switch (invoice.state().status()) {
      case PAID, PARTIALLY_REFUNDED -> {
        if (refunded.equals(known)) {
          yield new NoChange();
        }
        if (refunded.equals(amount)) {
          yield new Move(InvoiceStatus.REFUNDED, null, true);
        }
        yield invoice.state().status() == InvoiceStatus.PAID
            ? new Move(InvoiceStatus.PARTIALLY_REFUNDED, null, true)
            : new Keep();
      }
      case REFUNDED -> new NoChange();
      case PENDING, CANCELLING, CANCELLED, EXPIRED -> new Rejected();
    };
  }
}
