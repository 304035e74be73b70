package duken.desktop;

import duken.api.BankJson;
import duken.api.CatalogItemJson;
import duken.api.DeskJson;
import duken.api.EngineApi;
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

/** An engine that must not be asked anything; a test opens the one door it is about. */
public class NoEngine implements EngineApi {

  private static AssertionError unexpected() {
    return new AssertionError("the engine was asked for something this test is not about");
  }

  @Override
  public StaffApi staff() {
    throw unexpected();
  }

  @Override
  public DeskJson.State state() {
    throw unexpected();
  }

  @Override
  public InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey) {
    throw unexpected();
  }

  @Override
  public InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey) {
    throw unexpected();
  }

  @Override
  public void answerTerminal(long invoiceId, BankJson.Answer answer) {
    throw unexpected();
  }

  @Override
  public InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey) {
    throw unexpected();
  }

  @Override
  public InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey) {
    throw unexpected();
  }

  @Override
  public InvoiceJson cancel(long invoiceId) {
    throw unexpected();
  }

  @Override
  public RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey) {
    throw unexpected();
  }

  @Override
  public DeskJson.SaleDetail sale(long invoiceId) {
    throw unexpected();
  }

  @Override
  public DeskJson.Sales sales(SalesFilter filter) {
    throw unexpected();
  }

  @Override
  public List<DeskJson.Sale> openSales() {
    throw unexpected();
  }

  @Override
  public DeskJson.Changes changes(long cursor, int waitSeconds) {
    throw unexpected();
  }

  @Override
  public List<DeskJson.Sale> unannounced() {
    throw unexpected();
  }

  @Override
  public void markAnnounced(long invoiceId) {
    throw unexpected();
  }

  @Override
  public String payerName(String phone) {
    throw unexpected();
  }

  @Override
  public CatalogItemJson itemWithBarcode(String barcode) {
    throw unexpected();
  }

  @Override
  public void train(long invoiceId, String action) {
    throw unexpected();
  }

  @Override
  public List<DeskJson.AnomalyJson> anomalies() {
    throw unexpected();
  }

  @Override
  public void resolveAnomaly(long anomalyId, String how) {
    throw unexpected();
  }

  @Override
  public void renameShop(String name) {
    throw unexpected();
  }

  @Override
  public List<BankJson.Provider> providers() {
    throw unexpected();
  }

  @Override
  public List<BankJson.Provider> probeProviders() {
    throw unexpected();
  }

  @Override
  public BankJson.Attempt connectProvider(String provider, BankJson.Connect wish) {
    throw unexpected();
  }

  @Override
  public BankJson.Attempt connectAttempt() {
    throw unexpected();
  }

  @Override
  public BankJson.Attempt changeProvider(
      String provider, String action, Map<String, String> values) {
    throw unexpected();
  }

  @Override
  public List<BankJson.Found> searchDevices(String provider, String range) {
    throw unexpected();
  }

  @Override
  public List<BankJson.Provider> disconnectProvider(String provider) {
    throw unexpected();
  }

  @Override
  public ShiftApi shifts() {
    throw unexpected();
  }

  @Override
  public OrdersApi orders() {
    throw unexpected();
  }

  @Override
  public BankJson.Status bank() {
    throw unexpected();
  }

  @Override
  public BankJson.Status probeBank() {
    throw unexpected();
  }

  @Override
  public BankJson.Step sendBankCode(BankJson.SignIn signIn) {
    throw unexpected();
  }

  @Override
  public BankJson.Step enterBankCode(String code) {
    throw unexpected();
  }

  @Override
  public void cancelBankSignIn() {
    throw unexpected();
  }

  @Override
  public BankJson.Status disconnectBank() {
    throw unexpected();
  }

  @Override
  public BankJson.Status placeShop(BankJson.Place place) {
    throw unexpected();
  }

  @Override
  public void sendLate(long invoiceId) {
    throw unexpected();
  }

  @Override
  public void resendBill(long invoiceId) {
    throw unexpected();
  }

  @Override
  public WebhookJson.Config webhook() {
    throw unexpected();
  }

  @Override
  public WebhookJson.Config configureWebhook(WebhookJson.Change change) {
    throw unexpected();
  }

  @Override
  public WebhookJson.TestResult testWebhook() {
    throw unexpected();
  }

  @Override
  public List<WebhookJson.Delivery> deliveries() {
    throw unexpected();
  }

  @Override
  public void resend(String deliveryId) {
    throw unexpected();
  }

  @Override
  public List<DeskJson.Key> keys() {
    throw unexpected();
  }

  @Override
  public DeskJson.CreatedKey createKey(String name) {
    throw unexpected();
  }

  @Override
  public void revokeKey(long keyId) {
    throw unexpected();
  }

  @Override
  public void close() {}
}
