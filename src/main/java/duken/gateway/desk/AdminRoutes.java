package duken.gateway.desk;

import duken.api.AdminJson;
import duken.api.DeskJson;
import duken.domain.ApiKey;
import duken.domain.Mode;
import duken.domain.Refusal;
import duken.domain.Tenant;
import duken.engine.Access;
import duken.gateway.contract.Wire;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the owner of the data folder may do while the engine runs: shops and all their keys. */
public final class AdminRoutes {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WORD = 10;

  private final Access access;
  private final Runnable showWindow;

  /**
   * @param showWindow brings the window to front
   */
  public AdminRoutes(Access access, Runnable showWindow) {
    this.access = access;
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
        Route.post("/tenants/{id}/suspend", this::suspend),
        Route.post("/show-window", this::showWindow));
  }

  private Answer keys(Visit visit) {
    Map<Long, String> shops =
        access.tenants().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return Answer.json(
        200,
        new DeskJson.ListOf<>(
            access.allKeys().stream().map(key -> json(key, shops.get(key.tenantId()))).toList()));
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
    Tenant tenant = access.tenantNamed(shop);
    Access.NewKey made =
        access.createKey(tenant.id(), name == null ? tenant.name() : name, mode, role);
    return Answer.json(
        201, new AdminJson.CreatedKey(made.key().id(), made.text().whole(), tenant.name()));
  }

  private Answer revokeKey(Visit visit) {
    if (!access.revoke(visit.id())) {
      throw Refusal.of(Refusal.Reason.NOT_FOUND);
    }
    return Answer.empty();
  }

  private Answer tenants(Visit visit) {
    return Answer.json(
        200, new DeskJson.ListOf<>(access.tenants().stream().map(AdminRoutes::json).toList()));
  }

  private Answer createTenant(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.requiredText("name", LONGEST_NAME);
    fields.check();
    return Answer.json(201, json(access.tenantNamed(name)));
  }

  private Answer suspend(Visit visit) {
    Fields fields = JsonBody.optional(visit.call());
    Boolean suspended = fields.flag("suspended");
    fields.check();
    return Answer.json(200, json(access.suspend(visit.id(), suspended == null || suspended)));
  }

  private Answer showWindow(Visit visit) {
    showWindow.run();
    return Answer.empty();
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

  private static AdminJson.Key json(ApiKey key, String shop) {
    return new AdminJson.Key(
        key.id(),
        shop,
        key.name(),
        key.prefix(),
        key.mode().word(),
        key.role().word(),
        Wire.time(key.createdAt()),
        Wire.time(key.lastUsedAt()),
        Wire.time(key.revokedAt()));
  }

  private static AdminJson.Tenant json(Tenant tenant) {
    return new AdminJson.Tenant(
        tenant.id(),
        tenant.name(),
        tenant.timezone(),
        tenant.suspended(),
        Wire.time(tenant.createdAt()));
  }
}
