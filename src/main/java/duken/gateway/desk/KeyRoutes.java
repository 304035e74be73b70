package duken.gateway.desk;

import duken.api.DeskJson;
import duken.domain.ApiKey;
import duken.domain.Refusal;
import duken.domain.staff.Permission;
import duken.engine.Access;
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

  private final Access access;

  /** Routes to these keys. */
  public KeyRoutes(Access access) {
    this.access = access;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/keys", this::list),
        Route.post("/keys", this::create).needing(Permission.KEYS),
        Route.delete("/keys/{id}", this::revoke).needing(Permission.KEYS));
  }

  private Answer list(Visit visit) {
    return Answer.json(
        200,
        new DeskJson.ListOf<>(access.keys(visit.scope()).stream().map(KeyRoutes::json).toList()));
  }

  private Answer create(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String name = fields.requiredText("name", LONGEST_NAME);
    fields.check();
    Access.NewKey made =
        access.createKey(visit.scope().tenantId(), name, visit.scope().mode(), ApiKey.Role.API);
    return Answer.json(201, new DeskJson.CreatedKey(json(made.key()), made.text().whole()));
  }

  private Answer revoke(Visit visit) {
    if (!access.revoke(visit.scope(), visit.id())) {
      throw Refusal.of(Refusal.Reason.NOT_FOUND);
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
