package duken.api.desk;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import java.util.List;

/** New sales of this desk, and those it still has to show. */
public interface TillApi {

  InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey);

  /** Creates an invoice at the terminal on the counter, which asks the customer at once. */
  InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey);

  /** Creates a pay link, which the cashier sends to the customer. */
  InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey);

  InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey);

  /** The customer's name at the bank, before a bill is sent; null when the bank does not tell. */
  String payerName(String phone);

  /** All open sales made at the desk, oldest first: what a restarted window brings back. */
  List<DeskJson.Sale> openSales();

  /** Desk sales that were paid and that no window has announced. */
  List<DeskJson.Sale> unannounced();

  /** The window showed it. */
  void markAnnounced(long invoiceId);
}
