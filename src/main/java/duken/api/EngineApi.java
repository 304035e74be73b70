package duken.api;

import duken.api.orders.OrdersApi;
import duken.api.staff.StaffApi;
import java.util.List;
import java.util.Map;

/**
 * The engine as a window sees it. Calls block; make them on a virtual thread.
 *
 * <p>Every call throws {@link EngineProblem} when the engine said no, and {@link EngineUnreachable}
 * when it gave no answer, in which case nobody knows whether the call was carried out: repeat
 * creations and refunds with the same idempotency key.
 */
public interface EngineApi extends AutoCloseable {

  /** The people at the counter. */
  StaffApi staff();

  /** What the window needs to know about engine and shop. */
  DeskJson.State state();

  /** Creates a QR invoice. */
  InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey);

  /** Creates an invoice at the terminal on the counter, which asks the customer at once. */
  InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey);

  /** Says what the terminal shows of a sale whose start or end nobody knows. */
  void answerTerminal(long invoiceId, BankJson.Answer answer);

  /** Creates a pay link, which the cashier sends to the customer. */
  InvoiceJson createLink(NewInvoiceJson invoice, String idempotencyKey);

  /** Creates a bill by phone. */
  InvoiceJson createBill(NewInvoiceJson invoice, String idempotencyKey);

  /** Asks to cancel; the result is {@code cancelled} or {@code cancelling}. */
  InvoiceJson cancel(long invoiceId);

  /** Refunds. */
  RefundJson.Made refund(long invoiceId, NewRefundJson refund, String idempotencyKey);

  /** One sale with its QR text and progress. */
  DeskJson.SaleDetail sale(long invoiceId);

  /** A page of sales, newest first. */
  DeskJson.Sales sales(SalesFilter filter);

  /** All open sales made at the desk, oldest first: what a restarted window brings back. */
  List<DeskJson.Sale> openSales();

  /**
   * Sales that changed after {@code cursor}; waits up to {@code waitSeconds} (0–25) for the first
   * one.
   */
  DeskJson.Changes changes(long cursor, int waitSeconds);

  /** Desk sales that were paid and that no window has announced. */
  List<DeskJson.Sale> unannounced();

  /** The window showed it. */
  void markAnnounced(long invoiceId);

  /** The customer's name at the bank, before a bill is sent; null when the bank does not tell. */
  String payerName(String phone);

  /** The item of the shop's catalog with this barcode, or null. */
  CatalogItemJson itemWithBarcode(String barcode);

  /** Plays the customer's phone or the practice bank. Training only. */
  void train(long invoiceId, String action);

  List<DeskJson.AnomalyJson> anomalies();

  void resolveAnomaly(long anomalyId, String how);

  void renameShop(String name);

  /** How the shop's account at the bank is connected. Asks no bank. */
  BankJson.Status bank();

  /** Asks the bank whether the session still lives. */
  BankJson.Status probeBank();

  /** Has the bank send an SMS code. Never repeat it by itself: it costs an SMS. */
  BankJson.Step sendBankCode(BankJson.SignIn signIn);

  /** Goes on with the code the human typed. Never repeat it by itself: it costs an attempt. */
  BankJson.Step enterBankCode(String code);

  /** Forgets a sign-in that waits for its code. */
  void cancelBankSignIn();

  /** Forgets the session; open invoices stay and wait. */
  BankJson.Status disconnectBank();

  /** How the shop stands with its providers, the live one first. Asks nobody. */
  List<BankJson.Provider> providers();

  /** The same; each provider is asked. */
  List<BankJson.Provider> probeProviders();

  /** Begins to connect the shop to a provider. Never repeat it by itself. */
  BankJson.Attempt connectProvider(String provider, BankJson.Connect wish);

  /** How the newest attempt to connect stands. */
  BankJson.Attempt connectAttempt();

  /** Changes one thing of a connection, {@code accept-certificate} or {@code forget}. */
  BankJson.Attempt changeProvider(String provider, String action, Map<String, String> values);

  /** Looks for devices of a provider in a range of the local network, {@code 192.168.1.1-254}. */
  List<BankJson.Found> searchDevices(String provider, String range);

  /** Forgets what a provider keeps of the shop. */
  List<BankJson.Provider> disconnectProvider(String provider);

  /** Shifts of the desk and the shop. */
  ShiftApi shifts();

  /** Orders of the shop on kaspi.kz. */
  OrdersApi orders();

  /** Tells where the shop is. */
  BankJson.Status placeShop(BankJson.Place place);

  /** Sends a bill now that has waited so long that it is not sent silently. */
  void sendLate(long invoiceId);

  /** Sends a bill again of which nobody knows whether it was sent: a person has decided so. */
  void resendBill(long invoiceId);

  WebhookJson.Config webhook();

  WebhookJson.Config configureWebhook(WebhookJson.Change change);

  WebhookJson.TestResult testWebhook();

  /** The newest deliveries first. */
  List<WebhookJson.Delivery> deliveries();

  /** Sends a delivery again, now. */
  void resend(String deliveryId);

  List<DeskJson.Key> keys();

  DeskJson.CreatedKey createKey(String name);

  void revokeKey(long keyId);

  @Override
  void close();
}
