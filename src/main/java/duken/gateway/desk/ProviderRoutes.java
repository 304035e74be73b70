package duken.gateway.desk;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.domain.staff.Permission;
import duken.engine.ConnectAttempts;
import duken.engine.ProviderConnections;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A shop's providers: how it stands with each, connecting and disconnecting. */
public final class ProviderRoutes {

  private static final int MOST_VALUES = 30;
  private static final int LONGEST_VALUE = 200_000;
  private static final int LONGEST_ACTION = 40;

  private final ProviderConnections connections;
  private final ConnectAttempts attempts;
  private final ToLongFunction<Visit> tenant;

  /**
   * @param tenant tells whose providers a visit is about
   */
  public ProviderRoutes(
      ProviderConnections connections, ConnectAttempts attempts, ToLongFunction<Visit> tenant) {
    this.connections = connections;
    this.attempts = attempts;
    this.tenant = tenant;
  }

  /** The routes below this prefix. */
  public List<Route> routes(String prefix) {
    return List.of(
        Route.get(prefix, visit -> rows(visit, false)),
        Route.post(prefix + "/probe", visit -> rows(visit, true)),
        Route.get(prefix + "/attempt", this::attempt),
        Route.post(prefix + "/{provider}/connect", this::connect).needing(Permission.SETTINGS),
        Route.post(prefix + "/{provider}/change", this::change).needing(Permission.SETTINGS),
        Route.post(prefix + "/{provider}/disconnect", this::disconnect)
            .needing(Permission.SETTINGS));
  }

  private Answer rows(Visit visit, boolean ask) {
    return Answer.json(
        200,
        new DeskJson.ListOf<>(
            connections.of(tenant(visit), ask).stream().map(ProviderToJson::row).toList()));
  }

  private Answer attempt(Visit visit) {
    return Answer.json(
        200,
        attempts
            .newest(tenant(visit))
            .map(ProviderToJson::attempt)
            .orElseGet(() -> new BankJson.Attempt("none", Map.of(), null, null, List.of(), false)));
  }

  private Answer connect(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    Map<String, String> values = values(fields);
    Boolean replace = fields.flag("replace");
    fields.check();
    return Answer.json(
        202,
        ProviderToJson.attempt(
            attempts.begin(tenant(visit), provider(visit), values, Boolean.TRUE.equals(replace))));
  }

  private Answer change(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String action = fields.requiredText("action", LONGEST_ACTION);
    Map<String, String> values = values(fields);
    fields.check();
    return Answer.json(
        200,
        ProviderToJson.outcome(
            Map.of(), connections.change(tenant(visit), provider(visit), action, values)));
  }

  private Answer disconnect(Visit visit) {
    connections.disconnect(tenant(visit), provider(visit));
    return rows(visit, false);
  }

  private static Map<String, String> values(Fields fields) {
    return fields.textsByName("values", MOST_VALUES, LONGEST_VALUE);
  }

  private static String provider(Visit visit) {
    return visit.parameters().get("provider");
  }

  private long tenant(Visit visit) {
    return tenant.applyAsLong(visit);
  }
}
