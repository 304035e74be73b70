package duken.gateway.desk;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.orders.OrdersJson;
import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Mode;
import duken.domain.Phone;
import duken.domain.staff.Permission;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankStatusService;
import duken.engine.admin.ProviderConnections;
import duken.engine.admin.ShopAccess;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import duken.marketplace.Marketplace;
import duken.store.Outbox;
import duken.store.Scope;
import duken.store.Store;
import java.util.List;
import java.util.Optional;

/** What a window asks when it opens: whose till, which bank, how things stand. */
public final class StateRoutes {

  private static final int COUNTED = 1000;
  private static final int LONGEST_NAME = 120;

  private final Store store;
  private final ShopAccess shopAccess;
  private final BankStatusService bank;
  private final BankConnectionService accounts;
  private final ProviderConnections providers;
  private final Marketplace marketplace;
  private final String publicUrl;
  private final String version;

  /**
   * @param publicUrl the base of pay links
   * @param version of the program
   */
  public StateRoutes(
      Store store,
      ShopAccess shopAccess,
      BankStatusService bank,
      BankConnectionService accounts,
      ProviderConnections providers,
      Marketplace marketplace,
      String publicUrl,
      String version) {
    this.store = store;
    this.shopAccess = shopAccess;
    this.bank = bank;
    this.accounts = accounts;
    this.providers = providers;
    this.marketplace = marketplace;
    this.publicUrl = publicUrl;
    this.version = version;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/state", this::state),
        Route.put("/shop", this::rename).needing(Permission.SETTINGS),
        Route.get("/payer", this::payer));
  }

  private HttpAnswer state(RoutedRequest routedRequest) {
    Scope scope = routedRequest.scope();
    BankStatusService.Standing provider = bank.provider(scope);
    BankJson.Status account =
        BankToJson.status(
            accounts.standing(scope.tenantId()),
            bank.provider(new Scope(scope.tenantId(), Mode.LIVE)).reachable());
    OrdersJson.Standing orders = OrderDeskRoutes.standing(marketplace, scope);
    int oddOrders = marketplace.anomalies().open(scope, COUNTED).size();
    List<BankJson.Provider> known =
        scope.mode().isSandbox()
            ? List.of()
            : providers.of(scope.tenantId(), false).stream().map(ProviderToJson::row).toList();
    DeskJson.State state =
        store.read(
            tx ->
                new DeskJson.State(
                    routedRequest.holder().tenant().name(),
                    scope.mode().isSandbox(),
                    new DeskJson.Way(
                        provider.name(),
                        provider.connection(),
                        provider.capabilities().stream().sorted().map(Capability::wire).toList(),
                        provider.reachable()),
                    new DeskJson.Waiting(
                        tx.anomalies().open(scope, COUNTED).size() + oddOrders,
                        (int)
                            tx.outbox().newest(scope, COUNTED).stream()
                                .filter(
                                    delivery -> delivery.progress().state() == Outbox.State.PARKED)
                                .count()),
                    new DeskJson.EngineFacts(tx.invoices().lastChange(), publicUrl, version),
                    account,
                    orders,
                    known));
    return HttpAnswer.json(200, state);
  }

  private HttpAnswer rename(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String name = bodyFields.requiredText("name", LONGEST_NAME);
    bodyFields.check();
    if (name.isBlank()) {
      throw DomainRefusal.field("name", Complaint.of("required"));
    }
    Optional<?> renamed = shopAccess.rename(routedRequest.scope().tenantId(), name.strip());
    if (renamed.isEmpty()) {
      throw HttpRefusal.because(Problem.NAME_TAKEN);
    }
    return HttpAnswer.empty();
  }

  private HttpAnswer payer(RoutedRequest routedRequest) {
    Phone phone;
    try {
      phone = Phone.parse(routedRequest.httpRequest().parameter("phone").orElse(null));
    } catch (IllegalArgumentException _) {
      throw DomainRefusal.field("phone", Complaint.of("phone"));
    }
    return HttpAnswer.json(200, new DeskJson.Payer(bank.payerName(routedRequest.scope(), phone)));
  }
}
