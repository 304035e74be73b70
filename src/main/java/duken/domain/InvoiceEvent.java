package duken.domain;

import java.time.Instant;
import java.util.Objects;

/** Something that happened to an invoice, told by the bank, the shop or a tool. */
public sealed interface InvoiceEvent {

  /**
   * The bank took the customer's money.
   *
   * @param at when, UTC
   * @param payerName or null
   * @param amount what was really paid, or null when the bank does not say
   * @param operationId the bank's operation that was paid
   * @param details what else the bank told of the payment
   */
  record Paid(
      Instant at, String payerName, Money amount, String operationId, PaymentDetails details)
      implements InvoiceEvent {
    public Paid {
      Objects.requireNonNull(at);
      Objects.requireNonNull(details);
    }

    /** Paid, and nothing else was told. */
    public Paid(Instant at, String payerName, Money amount, String operationId) {
      this(at, payerName, amount, operationId, PaymentDetails.NONE);
    }
  }

  /** The customer came this far; {@code held} when the bank blocks the money uncaptured. */
  record Progressed(PayerProgress payerProgress, boolean held) implements InvoiceEvent {}

  /** The shop asked to cancel and the bank has to agree. */
  record CancelRequested() implements InvoiceEvent {}

  /**
   * The bank refused the cancel, or could not be asked until the deadline; it still may be paid.
   */
  record CancelRefused() implements InvoiceEvent {}

  /**
   * The bank said that no money can come, because somebody ended it.
   *
   * @param reason merchant, customer, or null when it was ended elsewhere
   */
  record Cancelled(StatusReason reason) implements InvoiceEvent {}

  /**
   * The bank said that no money can come, because time ran out or the payment failed for good.
   *
   * @param reason {@code ttl_expired}, {@code payment_rejected} or {@code provider_error}
   */
  record Expired(StatusReason reason) implements InvoiceEvent {
    public Expired {
      Objects.requireNonNull(reason);
    }
  }

  /**
   * A refund completed.
   *
   * @param refunded sum of all completed refunds, this one included
   */
  record RefundCompleted(Money refunded) implements InvoiceEvent {
    public RefundCompleted {
      Objects.requireNonNull(refunded);
    }
  }
}
