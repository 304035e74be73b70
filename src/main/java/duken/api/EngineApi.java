package duken.api;

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

/**
 * The engine as a window sees it, by subject. Calls block, also those that choose a subject; make
 * them on a virtual thread.
 *
 * <p>Every call throws {@link EngineProblem} when the engine said no, and {@link EngineUnreachable}
 * when it gave no answer, in which case nobody knows whether the call was carried out: repeat
 * creations and refunds with the same idempotency key.
 */
public interface EngineApi extends AutoCloseable {

  /** What the window needs to know about engine and shop. */
  DeskJson.State state();

  /** How the engine is, in facts. */
  HealthJson health();

  /**
   * Sales that changed after {@code cursor}; waits up to {@code waitSeconds} (0–25) for the first
   * one.
   */
  DeskJson.Changes changes(long cursor, int waitSeconds);

  void renameShop(String name);

  TillApi till();

  SalesApi sales();

  AnomaliesApi anomalies();

  /** The carts of the tills. */
  CartApi carts();

  /** Shifts of the desk and the shop. */
  ShiftApi shifts();

  /** Cash beside the bank. */
  CashApi cash();

  /** The bank's own list. */
  ReconcileApi reconcile();

  /** What only the owner looks at. */
  OwnerApi owner();

  /** Orders of the shop on kaspi.kz. */
  OrdersApi orders();

  /** What the shop sells. */
  GoodsApi goods();

  /** The people at the counter. */
  StaffApi staff();

  BankApi bank();

  ProvidersApi providers();

  WebhookApi webhook();

  KeysApi keys();

  @Override
  void close();
}
