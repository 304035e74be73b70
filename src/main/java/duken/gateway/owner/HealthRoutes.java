package duken.gateway.owner;

import duken.api.HealthJson;
import duken.engine.runtime.LoopHealth;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Scope;
import duken.store.Store;
import duken.store.WebhookConfigs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How the engine is, in facts; a window puts them into words. */
public final class HealthRoutes {

  private static final int COUNTED = 1000;

  private final Store store;
  private final LoopHealth loops;
  private final HostFacts host;
  private final InstantSource clock;
  private final String version;

  /**
   * @param version of the program
   */
  public HealthRoutes(
      Store store, LoopHealth loops, HostFacts host, InstantSource clock, String version) {
    this.store = store;
    this.loops = loops;
    this.host = host;
    this.clock = clock;
    this.version = version;
  }

  /** The route, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(Route.get("/health", this::health));
  }

  private HttpAnswer health(RoutedRequest routedRequest) {
    long begun = System.nanoTime();
    boolean alive = store.isAlive();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    return HttpAnswer.json(
        200,
        new HealthJson(
            Wire.time(clock.instant()),
            version,
            host.freeBytes().isPresent() ? host.freeBytes().getAsLong() : null,
            new HealthJson.Database(alive, millis),
            new HealthJson.Backup(host.copiesItself(), Wire.time(host.newestCopy().orElse(null))),
            receiver(routedRequest.scope()),
            new ArrayList<>(loops.ailing().keySet())));
  }

  private HealthJson.Receiver receiver(Scope scope) {
    return store.read(
        tx -> {
          Optional<WebhookConfigs.Config> config =
              tx.webhooks().find(scope).filter(found -> found.url() != null);
          List<Delivery> newest = tx.outbox().newest(scope, COUNTED);
          Optional<Delivery> last =
              newest.stream()
                  .filter(it -> it.last() != null && it.last().lastAttemptAt() != null)
                  .max(Comparator.comparing(it -> it.last().lastAttemptAt()));
          Instant at = last.map(it -> it.last().lastAttemptAt()).orElse(null);
          return new HealthJson.Receiver(
              config.isPresent(),
              config.map(WebhookConfigs.Config::enabled).orElse(false),
              count(newest, Outbox.State.PARKED),
              count(newest, Outbox.State.QUEUED),
              last.map(it -> it.last().lastError()).orElse(null),
              Wire.time(at));
        });
  }

  private static int count(List<Delivery> deliveries, Outbox.State state) {
    return (int) deliveries.stream().filter(it -> it.progress().state() == state).count();
  }
}
