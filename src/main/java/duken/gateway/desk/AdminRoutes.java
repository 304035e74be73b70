package duken.gateway.desk;

import duken.api.AdminJson;
import duken.api.DeskJson;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.admin.ShopAccess;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
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

  private HttpAnswer keys(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200, new DeskJson.ListOf<>(AdminToJson.keys(shopAccess.allKeys(), shopAccess.tenants())));
  }

  private HttpAnswer createKey(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String shop = bodyFields.requiredText("tenant", LONGEST_NAME);
    String name = bodyFields.text("name", LONGEST_NAME);
    Mode mode = choice(bodyFields, "mode", Mode.values(), Mode::word);
    ApiKey.Role role =
        bodyFields.has("role")
            ? choice(bodyFields, "role", ApiKey.Role.values(), ApiKey.Role::word)
            : ApiKey.Role.API;
    bodyFields.check();
    Tenant tenant = shopAccess.tenantNamed(shop);
    ShopAccess.NewKey made =
        shopAccess.createKey(tenant.id(), name == null ? tenant.name() : name, mode, role);
    return HttpAnswer.json(
        201, new AdminJson.CreatedKey(made.key().id(), made.text().whole(), tenant.name()));
  }

  private HttpAnswer revokeKey(RoutedRequest routedRequest) {
    if (!shopAccess.revoke(routedRequest.id())) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
    return HttpAnswer.empty();
  }

  private HttpAnswer tenants(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(shopAccess.tenants().stream().map(AdminToJson::tenant).toList()));
  }

  private HttpAnswer createTenant(RoutedRequest routedRequest) {
    return HttpAnswer.json(201, named(shopAccess.openTenant(name(routedRequest))));
  }

  private HttpAnswer renameTenant(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, named(shopAccess.rename(routedRequest.id(), name(routedRequest))));
  }

  private HttpAnswer suspend(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.optional(routedRequest.httpRequest());
    Boolean suspended = bodyFields.flag("suspended");
    bodyFields.check();
    return HttpAnswer.json(
        200,
        AdminToJson.tenant(shopAccess.suspend(routedRequest.id(), suspended == null || suspended)));
  }

  private HttpAnswer showWindow(RoutedRequest routedRequest) {
    showWindow.run();
    return HttpAnswer.empty();
  }

  private static String name(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String name = bodyFields.requiredText("name", LONGEST_NAME);
    bodyFields.check();
    if (name.isBlank()) {
      throw DomainRefusal.field("name", Complaint.of("required"));
    }
    return name.strip();
  }

  private static AdminJson.Tenant named(Optional<Tenant> tenant) {
    return tenant
        .map(AdminToJson::tenant)
        .orElseThrow(() -> HttpRefusal.because(Problem.NAME_TAKEN));
  }

  private static <E> E choice(
      BodyFields bodyFields, String name, E[] values, Function<E, String> word) {
    String text = bodyFields.requiredText(name, LONGEST_WORD);
    E value =
        Arrays.stream(values).filter(it -> word.apply(it).equals(text)).findFirst().orElse(null);
    if (text != null && value == null) {
      bodyFields.complain(name, "choice");
    }
    return value;
  }
}
