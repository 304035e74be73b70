package duken.client;

import duken.api.BankJson;
import duken.api.CatalogItemJson;
import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.Paths;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.ShiftApi;
import duken.api.WebhookJson;
import duken.api.orders.OrdersApi;
import duken.api.staff.StaffApi;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * An engine behind HTTP. Creations, cancels and refunds go to the public contract with the desk's
 * key, everything else to {@code /desk/v1}. Safe for use by many threads; calls block up to their
 * time limits: 10 s for what the engine knows, 30 s for what it asks a bank for.
 */
public final class HttpEngineClient extends BankClient {

  private final EngineCalls calls;
  private final Patience patience;
  private final SaleCalls sales;
  private final OrderCalls orders;
  private final StaffCalls staff;

  /**
   * @param key of role desk
   * @param language {@code ru}, {@code kk} or {@code en}: what problems are told in
   * @throws IllegalArgumentException when the key has letters no key has, without repeating them
   */
  public HttpEngineClient(EngineAddress address, String key, Supplier<String> language) {
    this(address, key, language, Patience.standard());
  }

  HttpEngineClient(
      EngineAddress address, String key, Supplier<String> language, Patience patience) {
    this(new EngineCalls(address, key, language, patience.connecting()), patience);
  }

  private HttpEngineClient(EngineCalls calls, Patience patience) {
    super(calls, patience);
    this.calls = calls;
    this.patience = patience;
    this.sales = new SaleCalls(calls, patience);
    this.orders = new OrderCalls(calls, patience);
    this.staff = new StaffCalls(calls, patience);
  }

  @Override
  public StaffApi staff() {
    return staff;
  }

  @Override
  public DeskJson.State state() {
    return desk("/state").get(DeskJson.State.class);
  }

  @Override
  public InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey) {
    return sales.create("/qr", invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey) {
    return sales.create("/terminal", invoice, idempotencyKey);
  }

  @Override
  public void answerTerminal(long invoiceId, BankJson.Answer answer) {
    desk("/sales/" + invoiceId + "/answer").sending(answer).send("POST");
  }

  @Override
  public InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey) {
    return sales.create("/link", invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey) {
    return sales.create("", invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson cancel(long invoiceId) {
    return sales.cancel(invoiceId);
  }

  @Override
  public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
    return sales.refund(invoiceId, refund, idempotencyKey);
  }

  @Override
  public DeskJson.SaleDetail sale(long invoiceId) {
    return desk("/sales/" + invoiceId).get(DeskJson.SaleDetail.class);
  }

  @Override
  public DeskJson.Sales sales(SalesFilter filter) {
    return SaleFilterQuery.of(desk("/sales"), filter).get(DeskJson.Sales.class);
  }

  @Override
  public List<DeskJson.Sale> openSales() {
    return desk("/open-sales").get(AnswerTypes.SALES).data();
  }

  @Override
  public DeskJson.Changes changes(long cursor, int waitSeconds) {
    return desk("/changes")
        .with("after", cursor)
        .with("wait", waitSeconds)
        .within(Duration.ofSeconds(waitSeconds).plus(patience.following()))
        .get(DeskJson.Changes.class);
  }

  @Override
  public List<DeskJson.Sale> unannounced() {
    return desk("/unannounced").get(AnswerTypes.SALES).data();
  }

  @Override
  public void markAnnounced(long invoiceId) {
    desk("/sales/" + invoiceId + "/announced").send("POST");
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
  public CatalogItemJson itemWithBarcode(String barcode) {
    return contract("/catalog")
        .with("barcode", barcode)
        .with("limit", 1)
        .get(AnswerTypes.ITEMS)
        .data()
        .stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public void train(long invoiceId, String action) {
    desk("/training/" + invoiceId).sending(new DeskJson.Training(action)).send("POST");
  }

  @Override
  public List<DeskJson.AnomalyJson> anomalies() {
    return desk("/anomalies").get(AnswerTypes.ANOMALIES).data();
  }

  @Override
  public void resolveAnomaly(long anomalyId, String how) {
    desk("/anomalies/" + anomalyId + "/resolve")
        .within(patience.acting())
        .sending(new DeskJson.Resolve(how))
        .send("POST");
  }

  @Override
  public void renameShop(String name) {
    desk("/shop").sending(new DeskJson.Shop(name)).send("PUT");
  }

  @Override
  public ShiftApi shifts() {
    return new ShiftCalls(calls);
  }

  @Override
  public OrdersApi orders() {
    return orders;
  }

  @Override
  public void sendLate(long invoiceId) {
    desk("/sales/" + invoiceId + "/send").send("POST");
  }

  @Override
  public void resendBill(long invoiceId) {
    sales.resend(invoiceId);
  }

  @Override
  public WebhookJson.Config webhook() {
    return contract("/webhook/configure").get(WebhookJson.Config.class);
  }

  @Override
  public WebhookJson.Config configureWebhook(WebhookJson.Change change) {
    return act("/webhook/configure").sending(change).post(WebhookJson.Config.class);
  }

  @Override
  public WebhookJson.TestResult testWebhook() {
    return act("/webhook/test").post(WebhookJson.TestResult.class);
  }

  @Override
  public List<WebhookJson.Delivery> deliveries() {
    return desk("/deliveries").get(AnswerTypes.DELIVERIES).data();
  }

  @Override
  public void resend(String deliveryId) {
    desk("/deliveries/" + deliveryId + "/resend").send("POST");
  }

  @Override
  public List<DeskJson.Key> keys() {
    return desk("/keys").get(AnswerTypes.KEYS).data();
  }

  @Override
  public DeskJson.CreatedKey createKey(String name) {
    return desk("/keys").sending(new DeskJson.NewKey(name)).post(DeskJson.CreatedKey.class);
  }

  @Override
  public void revokeKey(long keyId) {
    desk("/keys/" + keyId).send("DELETE");
  }

  @Override
  public void close() {
    calls.close();
  }

  private EngineCalls.Ask desk(String path) {
    return calls.to(Paths.DESK + path).within(patience.reading());
  }

  private EngineCalls.Ask contract(String path) {
    return calls.to(Paths.API + path).within(patience.reading());
  }

  private EngineCalls.Ask act(String path) {
    return calls.to(Paths.API + path).within(patience.acting());
  }
}
