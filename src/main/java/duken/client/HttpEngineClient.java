package duken.client;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.HealthJson;
import duken.api.Paths;
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
import java.time.Duration;
import java.util.function.Supplier;

/**
 * An engine behind HTTP. Creations, cancels and refunds go to the public contract with the desk's
 * key, everything else to {@code /desk/v1}. Safe for use by many threads; calls block up to their
 * time limits: 10 s for what the engine knows, 30 s for what it asks a bank for.
 */
public final class HttpEngineClient implements EngineApi {

  private final EngineCalls calls;
  private final Patience patience;
  private final TillApi till;
  private final SalesApi sales;
  private final AnomaliesApi anomalies;
  private final ShiftApi shifts;
  private final CashCalls cash;
  private final ReconcileApi reconcile;
  private final OwnerApi owner;
  private final CartApi carts;
  private final OrdersApi orders;
  private final GoodsApi goods;
  private final StaffApi staff;
  private final BankApi bank;
  private final ProvidersApi providers;
  private final WebhookApi webhook;
  private final KeysApi keys;

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
    this.calls = new EngineCalls(address, key, language, patience.connecting());
    this.patience = patience;
    till = new TillCalls(calls, patience);
    sales = new SaleCalls(calls, patience);
    anomalies = new AnomalyCalls(calls, patience);
    shifts = new ShiftCalls(calls);
    cash = new CashCalls(calls);
    reconcile = new ReconcileCalls(calls, patience);
    owner = new OwnerCalls(calls);
    carts = new CartCalls(calls);
    orders = new OrderCalls(calls, patience);
    goods = new GoodsCalls(calls, patience);
    staff = new StaffCalls(calls, patience);
    bank = new BankCalls(calls, patience, Paths.DESK + "/bank");
    providers = new ProviderCalls(calls, patience, Paths.DESK + "/providers");
    webhook = new WebhookCalls(calls, patience);
    keys = new KeyCalls(calls, patience);
  }

  @Override
  public DeskJson.State state() {
    return desk("/state").within(patience.reading()).get(DeskJson.State.class);
  }

  @Override
  public HealthJson health() {
    return desk("/health").within(patience.reading()).get(HealthJson.class);
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
  public void renameShop(String name) {
    desk("/shop").within(patience.reading()).sending(new DeskJson.Shop(name)).send("PUT");
  }

  @Override
  public TillApi till() {
    return till;
  }

  @Override
  public SalesApi sales() {
    return sales;
  }

  @Override
  public AnomaliesApi anomalies() {
    return anomalies;
  }

  @Override
  public ReconcileApi reconcile() {
    return reconcile;
  }

  @Override
  public OwnerApi owner() {
    return owner;
  }

  @Override
  public CartApi carts() {
    return carts;
  }

  @Override
  public ShiftApi shifts() {
    return shifts;
  }

  @Override
  public CashApi cash() {
    return cash;
  }

  @Override
  public OrdersApi orders() {
    return orders;
  }

  @Override
  public GoodsApi goods() {
    return goods;
  }

  @Override
  public StaffApi staff() {
    return staff;
  }

  @Override
  public BankApi bank() {
    return bank;
  }

  @Override
  public ProvidersApi providers() {
    return providers;
  }

  @Override
  public WebhookApi webhook() {
    return webhook;
  }

  @Override
  public KeysApi keys() {
    return keys;
  }

  @Override
  public void close() {
    calls.close();
  }

  private EngineCalls.Ask desk(String path) {
    return calls.to(Paths.DESK + path);
  }
}
