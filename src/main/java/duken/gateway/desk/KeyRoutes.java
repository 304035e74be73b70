package duken.gateway.desk;

import duken.api.DeskJson;
import duken.domain.ApiKey;
import duken.domain.DomainRefusal;
import duken.engine.admin.ShopAccess;
import duken.gateway.contract.Wire;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** The shop's own keys. */
public final class KeyRoutes {

  private static final int LONGEST_NAME = 120;

  private final ShopAccess shopAccess;

  /** Routes to these keys. */
  public KeyRoutes(ShopAccess shopAccess) {
    this.shopAccess = shopAccess;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/keys", this::list),
        Route.post("/keys", this::create),
        Route.delete("/keys/{id}", this::revoke));
  }

  private Answer list(Visit visit) {
    return Answer.json(
        200,
        new DeskJson.ListOf<>(shopAccess.keys(visit.scope()).stream().map(KeyRoutes::json).toList()));
  }

  private Answer create(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.requiredText("name", LONGEST_NAME);
    fields.check();
    ShopAccess.NewKey made =
        shopAccess.createKey(visit.scope().tenantId(), name, visit.scope().mode(), ApiKey.Role.API);
    return Answer.json(201, new DeskJson.CreatedKey(json(made.key()), made.text().whole()));
  }

  private Answer revoke(Visit visit) {
    if (!shopAccess.revoke(visit.scope(), visit.id())) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
    return Answer.empty();
  }

  private static DeskJson.Key json(ApiKey key) {
    return new DeskJson.Key(
        key.id(),
        key.name(),
        key.prefix(),
        key.mode().word(),
        key.role().word(),
        Wire.time(key.createdAt()),
        Wire.time(key.lastUsedAt()),
        Wire.time(key.revokedAt()));
  }
}
