package duken.app.desk;

import duken.api.BankJson;
import duken.api.CatalogItemJson;
import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineUnreachable;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.ShiftApi;
import duken.api.WebhookJson;
import duken.api.orders.OrdersApi;
import duken.api.staff.StaffApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An engine that is still starting, so that the window need not wait for it to open: calls wait
 * until it is there.
 */
final class StartingEngine implements EngineApi {

  private final CompletableFuture<EngineApi> starting;

  /**
   * @param starting ends with the engine's client, or with why there is none
   */
  StartingEngine(CompletableFuture<EngineApi> starting) {
    this.starting = starting;
  }

  private EngineApi engine() {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw new EngineUnreachable("the engine did not start", e);
    }
  }

  @Override
  public StaffApi staff() {
    return engine().staff();
  }

  @Override
  public DeskJson.State state() {
    return engine().state();
  }

  @Override
  public InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey) {
    return engine().createQr(invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey) {
    return engine().createTerminal(invoice, idempotencyKey);
  }

  @Override
  public void answerTerminal(long invoiceId, BankJson.Answer answer) {
    engine().answerTerminal(invoiceId, answer);
  }

  @Override
  public InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey) {
    return engine().createLink(invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey) {
    return engine().createBill(invoice, idempotencyKey);
  }

  @Override
  public InvoiceJson cancel(long invoiceId) {
    return engine().cancel(invoiceId);
  }

  @Override
  public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
    return engine().refund(invoiceId, refund, idempotencyKey);
  }

  @Override
  public DeskJson.SaleDetail sale(long invoiceId) {
    return engine().sale(invoiceId);
  }

  @Override
  public DeskJson.Sales sales(SalesFilter filter) {
    return engine().sales(filter);
  }

  @Override
  public List<DeskJson.Sale> openSales() {
    return engine().openSales();
  }

  @Override
  public DeskJson.Changes changes(long cursor, int waitSeconds) {
    return engine().changes(cursor, waitSeconds);
  }

  @Override
  public List<DeskJson.Sale> unannounced() {
    return engine().unannounced();
  }

  @Override
  public void markAnnounced(long invoiceId) {
    engine().markAnnounced(invoiceId);
  }

  @Override
  public String payerName(String phone) {
    return engine().payerName(phone);
  }

  @Override
  public CatalogItemJson itemWithBarcode(String barcode) {
    return engine().itemWithBarcode(barcode);
  }

  @Override
  public void train(long invoiceId, String action) {
    engine().train(invoiceId, action);
  }

  @Override
  public List<DeskJson.AnomalyJson> anomalies() {
    return engine().anomalies();
  }

  @Override
  public void resolveAnomaly(long anomalyId, String how) {
    engine().resolveAnomaly(anomalyId, how);
  }

  @Override
  public void renameShop(String name) {
    engine().renameShop(name);
  }

  @Override
  public List<BankJson.Provider> providers() {
    return engine().providers();
  }

  @Override
  public List<BankJson.Provider> probeProviders() {
    return engine().probeProviders();
  }

  @Override
  public BankJson.Attempt connectProvider(String provider, BankJson.Connect wish) {
    return engine().connectProvider(provider, wish);
  }

  @Override
  public BankJson.Attempt connectAttempt() {
    return engine().connectAttempt();
  }

  @Override
  public BankJson.Attempt changeProvider(
      String provider, String action, Map<String, String> values) {
    return engine().changeProvider(provider, action, values);
  }

  @Override
  public List<BankJson.Found> searchDevices(String provider, String range) {
    return engine().searchDevices(provider, range);
  }

  @Override
  public List<BankJson.Provider> disconnectProvider(String provider) {
    return engine().disconnectProvider(provider);
  }

  @Override
  public ShiftApi shifts() {
    return engine().shifts();
  }

  @Override
  public OrdersApi orders() {
    return engine().orders();
  }

  @Override
  public BankJson.Status bank() {
    return engine().bank();
  }

  @Override
  public BankJson.Status probeBank() {
    return engine().probeBank();
  }

  @Override
  public BankJson.Step sendBankCode(BankJson.SignIn signIn) {
    return engine().sendBankCode(signIn);
  }

  @Override
  public BankJson.Step enterBankCode(String code) {
    return engine().enterBankCode(code);
  }

  @Override
  public void cancelBankSignIn() {
    engine().cancelBankSignIn();
  }

  @Override
  public BankJson.Status disconnectBank() {
    return engine().disconnectBank();
  }

  @Override
  public BankJson.Status placeShop(BankJson.Place place) {
    return engine().placeShop(place);
  }

  @Override
  public void sendLate(long invoiceId) {
    engine().sendLate(invoiceId);
  }

  @Override
  public void resendBill(long invoiceId) {
    engine().resendBill(invoiceId);
  }

  @Override
  public WebhookJson.Config webhook() {
    return engine().webhook();
  }

  @Override
  public WebhookJson.Config configureWebhook(WebhookJson.Change change) {
    return engine().configureWebhook(change);
  }

  @Override
  public WebhookJson.TestResult testWebhook() {
    return engine().testWebhook();
  }

  @Override
  public List<WebhookJson.Delivery> deliveries() {
    return engine().deliveries();
  }

  @Override
  public void resend(String deliveryId) {
    engine().resend(deliveryId);
  }

  @Override
  public List<DeskJson.Key> keys() {
    return engine().keys();
  }

  @Override
  public DeskJson.CreatedKey createKey(String name) {
    return engine().createKey(name);
  }

  @Override
  public void revokeKey(long keyId) {
    engine().revokeKey(keyId);
  }

  @Override
  public void close() {
    if (starting.isDone() && !starting.isCompletedExceptionally()) {
      starting.join().close();
    }
  }
}
