package duken.gateway.desk;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.api.orders.OrdersJson;
import duken.domain.Capability;
import duken.domain.Mode;
import duken.domain.Phone;
import duken.domain.Refusal;
import duken.domain.Refusal.Complaint;
import duken.domain.staff.Permission;
import duken.engine.Access;
import duken.engine.BankAccounts;
import duken.engine.BankDesk;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
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
  private final Access access;
  private final BankDesk bank;
  private final BankAccounts accounts;
  private final Marketplace marketplace;
  private final String publicUrl;
  private final String version;

  /**
   * @param publicUrl the base of pay links
   * @param version of the program
   */
  public StateRoutes(
      Store store,
      Access access,
      BankDesk bank,
      BankAccounts accounts,
      Marketplace marketplace,
      String publicUrl,
      String version) {
    this.store = store;
    this.access = access;
    this.bank = bank;
    this.accounts = accounts;
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

  private Answer state(Visit visit) {
    Scope scope = visit.scope();
    BankDesk.Road road = bank.road(scope);
    BankJson.Status account =
        BankToJson.status(
            accounts.standing(scope.tenantId()),
            bank.road(new Scope(scope.tenantId(), Mode.LIVE)).reachable());
    OrdersJson.Standing orders = OrderDeskRoutes.standing(marketplace, scope);
    int oddOrders = marketplace.anomalies().open(scope, COUNTED).size();
    DeskJson.State state =
        store.read(
            rooms ->
                new DeskJson.State(
                    visit.holder().tenant().name(),
                    scope.mode().isSandbox(),
                    road.name(),
                    road.connection(),
                    road.capabilities().stream().sorted().map(Capability::wire).toList(),
                    road.reachable(),
                    rooms.anomalies().open(scope, COUNTED).size() + oddOrders,
                    (int)
                        rooms.outbox().newest(scope, COUNTED).stream()
                            .filter(delivery -> delivery.state() == Outbox.State.PARKED)
                            .count(),
                    rooms.invoices().lastChange(),
                    publicUrl,
                    version,
                    account,
                    orders));
    return Answer.json(200, state);
  }

  private Answer rename(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.requiredText("name", LONGEST_NAME);
    fields.check();
    if (name.isBlank()) {
      throw Refusal.field("name", Complaint.of("required"));
    }
    Optional<?> renamed = access.rename(visit.scope().tenantId(), name.strip());
    if (renamed.isEmpty()) {
      throw Refused.because(Problem.NAME_TAKEN);
    }
    return Answer.empty();
  }

  private Answer payer(Visit visit) {
    Phone phone;
    try {
      phone = Phone.parse(visit.call().parameter("phone").orElse(null));
    } catch (IllegalArgumentException _) {
      throw Refusal.field("phone", Complaint.of("phone"));
    }
    return Answer.json(200, new DeskJson.Payer(bank.payerName(visit.scope(), phone)));
  }
}
