package duken.gateway.desk;

import duken.api.DeskJson;
import duken.engine.runtime.CommitSignal;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.QueryFields;
import duken.store.Invoices.Change;
import duken.store.Scope;
import duken.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Follows changes: answers as soon as something changed, or when the wait is over. The wait ends
 * early when the server stops.
 */
public final class ChangesRoute {

  private static final int MOST = 100;
  private static final int LONGEST_WAIT = 25;

  private final Store store;
  private final CommitSignal commitSignal;
  private final SaleToJson toJson;
  private final BooleanSupplier closing;

  /**
   * @param closing whether the server stops; the commit signal rings once when it begins to
   */
  public ChangesRoute(
      Store store, CommitSignal commitSignal, SaleToJson toJson, BooleanSupplier closing) {
    this.store = store;
    this.commitSignal = commitSignal;
    this.toJson = toJson;
    this.closing = closing;
  }

  /** The route, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(Route.get("/changes", this::changes));
  }

  private HttpAnswer changes(RoutedRequest routedRequest) {
    QueryFields fields = new QueryFields(routedRequest.httpRequest());
    long after = fields.number(0, 0, Long.MAX_VALUE, "after");
    long seconds = fields.number(0, 0, LONGEST_WAIT, "wait");
    fields.check();
    long endsAt = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    long heard = commitSignal.strokes();
    DeskJson.Changes changes = read(routedRequest.scope(), after);
    Duration left = Duration.ofNanos(endsAt - System.nanoTime());
    while (changes.sales().isEmpty() && left.isPositive() && !closing.getAsBoolean()) {
      heard = await(heard, left);
      changes = read(routedRequest.scope(), after);
      left = Duration.ofNanos(endsAt - System.nanoTime());
    }
    return HttpAnswer.json(200, changes);
  }

  private DeskJson.Changes read(Scope scope, long after) {
    return store.read(
        tx -> {
          List<Change> changes = tx.invoices().changes(scope, after, MOST);
          long cursor =
              changes.isEmpty()
                  ? Math.min(after, tx.invoices().lastChange())
                  : changes.getLast().cursor();
          return new DeskJson.Changes(
              cursor, changes.stream().map(change -> toJson.json(tx, change.invoice())).toList());
        });
  }

  private long await(long heard, Duration left) {
    try {
      return commitSignal.await(heard, left);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a handler", e);
    }
  }
}
