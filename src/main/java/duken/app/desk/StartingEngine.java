package duken.app.desk;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineUnreachable;
import duken.api.HealthJson;
import duken.api.ShiftApi;
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
  public DeskJson.State state() {
    return engine().state();
  }

  @Override
  public HealthJson health() {
    return engine().health();
  }

  @Override
  public DeskJson.Changes changes(long cursor, int waitSeconds) {
    return engine().changes(cursor, waitSeconds);
  }

  @Override
  public void renameShop(String name) {
    engine().renameShop(name);
  }

  @Override
  public TillApi till() {
    return engine().till();
  }

  @Override
  public SalesApi sales() {
    return engine().sales();
  }

  @Override
  public AnomaliesApi anomalies() {
    return engine().anomalies();
  }

  @Override
  public ReconcileApi reconcile() {
    return engine().reconcile();
  }

  @Override
  public OwnerApi owner() {
    return engine().owner();
  }

  @Override
  public CartApi carts() {
    return engine().carts();
  }

  @Override
  public ShiftApi shifts() {
    return engine().shifts();
  }

  @Override
  public CashApi cash() {
    return engine().cash();
  }

  @Override
  public OrdersApi orders() {
    return engine().orders();
  }

  @Override
  public GoodsApi goods() {
    return engine().goods();
  }

  @Override
  public StaffApi staff() {
    return engine().staff();
  }

  @Override
  public BankApi bank() {
    return engine().bank();
  }

  @Override
  public ProvidersApi providers() {
    return engine().providers();
  }

  @Override
  public WebhookApi webhook() {
    return engine().webhook();
  }

  @Override
  public KeysApi keys() {
    return engine().keys();
  }

  @Override
  public void close() {
    if (starting.isDone() && !starting.isCompletedExceptionally()) {
      starting.join().close();
    }
  }
}
