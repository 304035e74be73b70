package duken.gateway.event;

import duken.api.EventJson;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.QueryFields;
import duken.store.Scope;
import duken.store.Store;
import duken.store.event.LoggedEvent;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /events?after=}: what happened, for programs that missed webhooks. The same below
 * {@code /api/v1} and {@code /desk/v1}.
 */
public final class EventRoutes {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  private final Store store;

  /**
   * @param store for reading
   */
  public EventRoutes(Store store) {
    this.store = store;
  }

  public List<Route> routes() {
    return List.of(Route.get("/events", this::events));
  }

  private HttpAnswer events(RoutedRequest routedRequest) {
    QueryFields fields = new QueryFields(routedRequest.httpRequest());
    long after = fields.number(0, 0, Long.MAX_VALUE, "after");
    int limit = (int) fields.number(USUAL, 1, MOST, "limit");
    fields.check();
    return HttpAnswer.json(200, read(routedRequest.scope(), after, limit));
  }

  private EventJson.Log read(Scope scope, long after, int limit) {
    return store.read(
        tx -> {
          Set<String> words =
              tx.cash().settings(scope.tenantId()).told()
                  ? EventToJson.WITH_CASH
                  : EventToJson.WORDS;
          List<LoggedEvent> found = tx.events().after(scope, after, words, limit + 1);
          List<LoggedEvent> shown = found.subList(0, Math.min(limit, found.size()));
          long last = tx.events().last(scope);
          return new EventJson.Log(
              shown.stream().map(EventToJson::json).toList(),
              shown.isEmpty() ? Math.min(after, last) : shown.getLast().id(),
              found.size() > limit,
              last);
        });
  }
}
