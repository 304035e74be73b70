package duken.desktop;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.HealthJson;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.NewRefundJson;
import duken.api.RefundJson;
import duken.api.SalesFilter;
import duken.api.ShiftApi;
import duken.api.WebhookJson;
import duken.api.cart.CartApi;
import duken.api.cash.CashApi;
import duken.api.desk.AnomaliesApi;
import duken.api.desk.BankApi;
import duken.api.desk.KeysApi;
import duken.api.desk.ProvidersApi;
import duken.api.desk.SalesApi;
import duken.api.desk.TillApi;
import duken.api.desk.WebhookApi;
import duken.api.goods.GoodsApi;
import duken.api.orders.OrdersApi;
import duken.api.owner.OwnerApi;
import duken.api.reconcile.ReconcileApi;
import duken.api.staff.StaffApi;
import java.util.List;

/** An engine that must not be asked anything; a test opens the one door it is about. */
public class NoEngine implements EngineApi {

  private static AssertionError unexpected() {
    return new AssertionError("the engine was asked for something this test is not about");
  }

  @Override
  public DeskJson.State state() {
    throw unexpected();
  }

  @Override
  public HealthJson health() {
    throw unexpected();
  }

  @Override
  public DeskJson.Changes changes(long cursor, int waitSeconds) {
    throw unexpected();
  }

  @Override
  public void renameShop(String name) {
    throw unexpected();
  }

  @Override
  public TillApi till() {
    throw unexpected();
  }

  @Override
  public SalesApi sales() {
    throw unexpected();
  }

  @Override
  public AnomaliesApi anomalies() {
    throw unexpected();
  }

  @Override
  public ReconcileApi reconcile() {
    throw unexpected();
  }

  @Override
  public OwnerApi owner() {
    throw unexpected();
  }

  @Override
  public CashApi cash() {
    throw unexpected();
  }

  @Override
  public CartApi carts() {
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
  public GoodsApi goods() {
    throw unexpected();
  }

  @Override
  public StaffApi staff() {
    throw unexpected();
  }

  @Override
  public BankApi bank() {
    throw unexpected();
  }

  @Override
  public ProvidersApi providers() {
    throw unexpected();
  }

  @Override
  public WebhookApi webhook() {
    throw unexpected();
  }

  @Override
  public KeysApi keys() {
    throw unexpected();
  }

  @Override
  public void close() {}

  /** A till that must not be asked anything. */
  public static class Till implements TillApi {

    @Override
    public InvoiceJson createQr(NewInvoiceJson invoice, String idempotencyKey) {
      throw unexpected();
    }

    @Override
    public InvoiceJson createTerminal(NewInvoiceJson invoice, String idempotencyKey) {
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
    public String payerName(String phone) {
      throw unexpected();
    }

    @Override
    public List<DeskJson.Sale> openSales() {
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
  }

  /** Sales that must not be asked anything. */
  public static class Sales implements SalesApi {

    @Override
    public DeskJson.Sales list(SalesFilter filter) {
      throw unexpected();
    }

    @Override
    public DeskJson.SaleDetail get(long invoiceId) {
      throw unexpected();
    }

    @Override
    public void askBank(List<Long> invoiceIds) {
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
    public void sendLate(long invoiceId) {
      throw unexpected();
    }

    @Override
    public void resendBill(long invoiceId) {
      throw unexpected();
    }

    @Override
    public void answerTerminal(long invoiceId, BankJson.Answer answer) {
      throw unexpected();
    }

    @Override
    public void paidByHand(long invoiceId, String reason) {
      throw unexpected();
    }

    @Override
    public void train(long invoiceId, String action) {
      throw unexpected();
    }
  }

  /** An account that must not be asked anything. */
  public static class Bank implements BankApi {

    @Override
    public BankJson.Status status() {
      throw unexpected();
    }

    @Override
    public BankJson.Status probe() {
      throw unexpected();
    }

    @Override
    public BankJson.Step sendCode(BankJson.SignIn signIn) {
      throw unexpected();
    }

    @Override
    public BankJson.Step enterCode(String code) {
      throw unexpected();
    }

    @Override
    public void cancelSignIn() {
      throw unexpected();
    }

    @Override
    public BankJson.Status disconnect() {
      throw unexpected();
    }

    @Override
    public BankJson.Status place(BankJson.Place place) {
      throw unexpected();
    }
  }

  /** A webhook that must not be asked anything. */
  public static class Webhook implements WebhookApi {

    @Override
    public WebhookJson.Config config() {
      throw unexpected();
    }

    @Override
    public WebhookJson.Config configure(WebhookJson.Change change) {
      throw unexpected();
    }

    @Override
    public WebhookJson.TestResult test() {
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
  }
}
