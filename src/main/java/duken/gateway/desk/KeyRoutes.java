package duken.gateway.desk;

import duken.api.DeskJson;
import duken.domain.DomainRefusal;
import duken.domain.staff.Permission;
import duken.domain.tenant.ApiKey;
import duken.engine.admin.ShopAccess;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** The shop's own keys. */
public final class KeyRoutes {

  private static final int LONGEST_NAME = 120;

  private final ShopAccess shopAccess;

  public KeyRoutes(ShopAccess shopAccess) {
    this.shopAccess = shopAccess;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/keys", this::list),
        Route.post("/keys", this::create).needing(Permission.KEYS),
        Route.delete("/keys/{id}", this::revoke).needing(Permission.KEYS));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            shopAccess.keys(routedRequest.scope()).stream().map(KeyRoutes::json).toList()));
  }

  private HttpAnswer create(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String name = bodyFields.requiredText("name", LONGEST_NAME);
    bodyFields.check();
    ShopAccess.NewKey made =
        shopAccess.createKey(
            routedRequest.scope().tenantId(), name, routedRequest.scope().mode(), ApiKey.Role.API);
    return HttpAnswer.json(201, new DeskJson.CreatedKey(json(made.key()), made.text().whole()));
  }

  private HttpAnswer revoke(RoutedRequest routedRequest) {
    if (!shopAccess.revoke(routedRequest.scope(), routedRequest.id())) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
    return HttpAnswer.empty();
  }

  private static DeskJson.Key json(ApiKey key) {
    return new DeskJson.Key(
        key.id(),
        key.name(),
        key.prefix(),
        key.mode().word(),
        key.role().word(),
        Wire.time(key.times().createdAt()),
        Wire.time(key.times().lastUsedAt()),
        Wire.time(key.times().revokedAt()));
  }
}
