package duken.api.desk;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import java.util.List;

public interface SalesApi {

  /** A page of sales, newest first. */
  DeskJson.Sales list(SalesFilter filter);

  /** One sale with its QR text and progress. */
  DeskJson.SaleDetail get(long invoiceId);

  /** Has the bank asked now about each of these that is open; at most a hundred. */
  void askBank(List<Long> invoiceIds);

  /** Asks to cancel; the result is {@code cancelled} or {@code cancelling}. */
  InvoiceJson cancel(long invoiceId);

  RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey);

  /** Sends a bill now that has waited so long that it is not sent silently. */
  void sendLate(long invoiceId);

  /** Sends a bill again of which nobody knows whether it was sent: a person has decided so. */
  void resendBill(long invoiceId);

  /** Says what the terminal shows of a sale whose start or end nobody knows. */
  void answerTerminal(long invoiceId, BankJson.Answer answer);

  /**
   * Books a sale as paid whose bank is silent: a person has seen the money in the bank's own app.
   *
   * @param reason how the person knows; kept with the sale
   */
  void paidByHand(long invoiceId, String reason);

  /** Plays the customer's phone or the practice bank. Training only. */
  void train(long invoiceId, String action);
}
