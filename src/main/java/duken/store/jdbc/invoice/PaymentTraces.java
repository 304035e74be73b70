package duken.store.jdbc.invoice;

import duken.domain.Invoice;
import duken.store.jdbc.search.InvoiceWords;
import duken.store.jdbc.sql.Handle;

/** What other tables know of the payment of an invoice. */
final class PaymentTraces {

  private PaymentTraces() {}

  /**
   * Writes what is new.
   *
   * @param before null for a new invoice
   */
  static void write(Handle handle, long id, Invoice before, Invoice after) {
    if (after.state().times().paidAt() != null
        && (before == null || before.state().times().paidAt() == null)) {
      Announcing.owe(handle, id, after);
    }
    String payment = after.bank().details().paymentId();
    if (payment != null
        && (before == null || !payment.equals(before.bank().details().paymentId()))) {
      InvoiceWords.insertPayment(handle, id, after);
    }
  }
}
