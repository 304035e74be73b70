package duken.gateway.desk;

import duken.api.AdminJson;
import duken.api.DeskJson;
import duken.domain.ApiKey;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Mode;
import duken.domain.Tenant;
import duken.engine.admin.ShopAccess;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the owner of the data folder may do while the engine runs: shops and all their keys. */
public final class AdminRoutes {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WORD = 10;

  private final ShopAccess shopAccess;
  private final Runnable showWindow;

  /**
   * @param showWindow brings the window to front
   */
  public AdminRoutes(ShopAccess shopAccess, Runnable showWindow) {
    this.shopAccess = shopAccess;
    this.showWindow = showWindow;
  }

  /** The routes, below {@code /desk/v1/admin}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/keys", this::keys),
        Route.post("/keys", this::createKey),
        Route.delete("/keys/{id}", this::revokeKey),
        Route.get("/tenants", this::tenants),
        Route.post("/tenants", this::createTenant),
        Route.put("/tenants/{id}", this::renameTenant),
        Route.post("/tenants/{id}/suspend", this::suspend),
        Route.post("/show-window", this::showWindow));
  }

  private Answer keys(Visit visit) {
    return Answer.json(
        200, new DeskJson.ListOf<>(AdminToJson.keys(shopAccess.allKeys(), shopAccess.tenants())));
  }

  private Answer createKey(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String shop = fields.requiredText("tenant", LONGEST_NAME);
    String name = fields.text("name", LONGEST_NAME);
    Mode mode = choice(fields, "mode", Mode.values(), Mode::word);
    ApiKey.Role role =
        fields.has("role")
            ? choice(fields, "role", ApiKey.Role.values(), ApiKey.Role::word)
            : ApiKey.Role.API;
    fields.check();
    Tenant tenant = shopAccess.tenantNamed(shop);
    ShopAccess.NewKey made =
        shopAccess.createKey(tenant.id(), name == null ? tenant.name() : name, mode, role);
    return Answer.json(
        201, new AdminJson.CreatedKey(made.key().id(), made.text().whole(), tenant.name()));
  }

  private Answer revokeKey(Visit visit) {
    if (!shopAccess.revoke(visit.id())) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
    return Answer.empty();
  }

  private Answer tenants(Visit visit) {
    return Answer.json(
        200, new DeskJson.ListOf<>(shopAccess.tenants().stream().map(AdminToJson::tenant).toList()));
  }

  private Answer createTenant(Visit visit) {
    return Answer.json(201, named(shopAccess.openTenant(name(visit))));
  }

  private Answer renameTenant(Visit visit) {
    return Answer.json(200, named(shopAccess.rename(visit.id(), name(visit))));
  }

  private Answer suspend(Visit visit) {
    Fields fields = JsonBody.optional(visit.call());
    Boolean suspended = fields.flag("suspended");
    fields.check();
    return Answer.json(
        200, AdminToJson.tenant(shopAccess.suspend(visit.id(), suspended == null || suspended)));
  }

  private Answer showWindow(Visit visit) {
    showWindow.run();
    return Answer.empty();
  }

  private static String name(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.requiredText("name", LONGEST_NAME);
    fields.check();
    if (name.isBlank()) {
      throw DomainRefusal.field("name", Complaint.of("required"));
    }
    return name.strip();
  }

  private static AdminJson.Tenant named(Optional<Tenant> tenant) {
    return tenant.map(AdminToJson::tenant).orElseThrow(() -> Refused.because(Problem.NAME_TAKEN));
  }

  private static <E> E choice(Fields fields, String name, E[] values, Function<E, String> word) {
    String text = fields.requiredText(name, LONGEST_WORD);
    E value =
        Arrays.stream(values).filter(it -> word.apply(it).equals(text)).findFirst().orElse(null);
    if (text != null && value == null) {
      fields.complain(name, "choice");
    }
    return value;
  }
}
