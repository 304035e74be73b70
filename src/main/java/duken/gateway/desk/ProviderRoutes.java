package duken.gateway.desk;

import duken.api.BankJson;
import duken.api.DeskJson;
import duken.domain.staff.Permission;
import duken.engine.admin.ConnectAttempts;
import duken.engine.admin.ProviderConnections;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
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
  private final ToLongFunction<RoutedRequest> tenant;

  /**
   * @param tenant tells whose providers a visit is about
   */
  public ProviderRoutes(
      ProviderConnections connections,
      ConnectAttempts attempts,
      ToLongFunction<RoutedRequest> tenant) {
    this.connections = connections;
    this.attempts = attempts;
    this.tenant = tenant;
  }

  public List<Route> routes(String prefix) {
    return List.of(
        Route.get(prefix, routedRequest -> rows(routedRequest, false)),
        Route.post(prefix + "/probe", routedRequest -> rows(routedRequest, true)),
        Route.get(prefix + "/attempt", this::attempt),
        Route.post(prefix + "/{provider}/connect", this::connect).needing(Permission.SETTINGS),
        Route.post(prefix + "/{provider}/change", this::change).needing(Permission.SETTINGS),
        Route.post(prefix + "/{provider}/search", this::search).needing(Permission.SETTINGS),
        Route.post(prefix + "/{provider}/disconnect", this::disconnect)
            .needing(Permission.SETTINGS));
  }

  private HttpAnswer rows(RoutedRequest routedRequest, boolean ask) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            connections.of(tenant(routedRequest), ask).stream().map(ProviderToJson::row).toList()));
  }

  private HttpAnswer attempt(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        attempts
            .newest(tenant(routedRequest))
            .map(ProviderToJson::attempt)
            .orElseGet(() -> new BankJson.Attempt("none", Map.of(), null, null, List.of(), false)));
  }

  private HttpAnswer connect(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    Map<String, String> values = values(bodyFields);
    Boolean replace = bodyFields.flag("replace");
    bodyFields.check();
    return HttpAnswer.json(
        202,
        ProviderToJson.attempt(
            attempts.begin(
                tenant(routedRequest),
                provider(routedRequest),
                values,
                Boolean.TRUE.equals(replace))));
  }

  private HttpAnswer change(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String action = bodyFields.requiredText("action", LONGEST_ACTION);
    Map<String, String> values = values(bodyFields);
    bodyFields.check();
    return HttpAnswer.json(
        200,
        ProviderToJson.outcome(
            Map.of(),
            connections.change(tenant(routedRequest), provider(routedRequest), action, values)));
  }

  private HttpAnswer search(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String range = bodyFields.requiredText("range", LONGEST_ACTION);
    bodyFields.check();
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            connections.search(provider(routedRequest), range).stream()
                .map(it -> new BankJson.Found(it.address(), it.fingerprint(), it.ofTheBank()))
                .toList()));
  }

  private HttpAnswer disconnect(RoutedRequest routedRequest) {
    connections.disconnect(tenant(routedRequest), provider(routedRequest));
    return rows(routedRequest, false);
  }

  private static Map<String, String> values(BodyFields bodyFields) {
    return bodyFields.textsByName("values", MOST_VALUES, LONGEST_VALUE);
  }

  private static String provider(RoutedRequest routedRequest) {
    return routedRequest.parameters().get("provider");
  }

  private long tenant(RoutedRequest routedRequest) {
    return tenant.applyAsLong(routedRequest);
  }
}
