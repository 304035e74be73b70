package duken.client;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.Paths;
import duken.api.desk.TillApi;
import java.util.List;

final class TillCalls implements TillApi {

  private final EngineCalls calls;
  private final Patience patience;

  TillCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey) {
    return create("/qr", invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey) {
    return create("/terminal", invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey) {
    return create("/link", invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey) {
    return create("", invoice, idempotencyKey);
  }

  private InvoiceJson create(String kind, NewInvoiceJson invoice, String idempotencyKey) {
    return calls
        .to(Paths.API + "/invoices" + kind)
        .within(patience.acting())
        .once(idempotencyKey)
        .sending(invoice)
        .post(InvoiceJson.class);
  }

  @Override
  public String payerName(String phone) {
    return desk("/payer")
        .with("phone", phone)
        .within(patience.acting())
        .get(DeskJson.Payer.class)
        .name();
  }

  @Override
  public List<DeskJson.Sale> openSales() {
    return desk("/open-sales").get(AnswerTypes.SALES).data();
  }

  @Override
  public List<DeskJson.Sale> unannounced() {
    return desk("/unannounced").get(AnswerTypes.SALES).data();
  }

  @Override
  public void markAnnounced(long invoiceId) {
    desk("/sales/" + invoiceId + "/announced").send("POST");
  }

  private EngineCalls.Ask desk(String path) {
    return calls.to(Paths.DESK + path).within(patience.reading());
  }
}
