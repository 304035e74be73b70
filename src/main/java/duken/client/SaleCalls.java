package duken.client;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.NewRefundJson;
import duken.api.Paths;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.desk.SalesApi;
import java.util.List;

/** Sales end and return in the words of the public contract, the rest is the window's. */
final class SaleCalls implements SalesApi {

  private final EngineCalls calls;
  private final Patience patience;

  SaleCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public DeskJson.Sales list(SalesFilter filter) {
    return SaleFilterQuery.of(desk("/sales"), filter).get(DeskJson.Sales.class);
  }

  @Override
  public DeskJson.SaleDetail get(long invoiceId) {
    return desk("/sales/" + invoiceId).get(DeskJson.SaleDetail.class);
  }

  @Override
  public void askBank(List<Long> invoiceIds) {
    calls
        .to(Paths.API + "/invoices/status/check")
        .within(patience.acting())
        .sending(new Asked(invoiceIds))
        .send("POST");
  }

  @Override
  public InvoiceJson cancel(long invoiceId) {
    return contract(invoiceId, "/cancel").post(Cancelled.class).invoice();
  }

  @Override
  public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
    return contract(invoiceId, "/refund")
        .once(idempotencyKey)
        .sending(refund)
        .post(RefundJson.Made.class);
  }

  @Override
  public void sendLate(long invoiceId) {
    desk("/sales/" + invoiceId + "/send").send("POST");
  }

  @Override
  public void resendBill(long invoiceId) {
    contract(invoiceId, "/resend").send("POST");
  }

  @Override
  public void answerTerminal(long invoiceId, BankJson.Answer answer) {
    desk("/sales/" + invoiceId + "/answer").sending(answer).send("POST");
  }

  @Override
  public void paidByHand(long invoiceId, String reason) {
    calls
        .to(Paths.DESK + "/sales/" + invoiceId + "/paid-by-hand")
        .within(patience.acting())
        .sending(new Reason(reason))
        .send("POST");
  }

  @Override
  public void train(long invoiceId, String action) {
    desk("/training/" + invoiceId).sending(new DeskJson.Training(action)).send("POST");
  }

  private EngineCalls.Ask contract(long invoiceId, String what) {
    return calls.to(Paths.API + "/invoices/" + invoiceId + what).within(patience.acting());
  }

  private EngineCalls.Ask desk(String path) {
    return calls.to(Paths.DESK + path).within(patience.reading());
  }

  private record Reason(String reason) {}

  private record Asked(List<Long> invoiceIds) {}

  private record Cancelled(String message, long invoiceId, InvoiceJson invoice) {}
}
