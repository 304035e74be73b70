package duken.client;

import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.Paths;
import duken.api.RefundJson;

/** Calls that begin, end or return a sale, in the words of the public contract. */
final class SaleCalls {

  private final EngineCalls calls;
  private final Patience patience;

  SaleCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  /**
   * @param kind last part of the path, {@code /qr}; empty for a bill by phone
   */
  InvoiceJson create(String kind, NewInvoiceJson invoice, String idempotencyKey) {
    return to(kind).once(idempotencyKey).sending(invoice).post(InvoiceJson.class);
  }

  InvoiceJson cancel(long invoiceId) {
    return to("/" + invoiceId + "/cancel").post(Cancelled.class).invoice();
  }

  void resend(long invoiceId) {
    to("/" + invoiceId + "/resend").send("POST");
  }

  RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
    return to("/" + invoiceId + "/refund")
        .once(idempotencyKey)
        .sending(refund)
        .post(RefundJson.Made.class);
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.API + "/invoices" + path).within(patience.acting());
  }

  private record Cancelled(String message, long invoiceId, InvoiceJson invoice) {}
}
