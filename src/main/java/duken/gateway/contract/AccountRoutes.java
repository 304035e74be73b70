package duken.gateway.contract;

import duken.api.MeJson;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.admin.BankStatusService;
import duken.engine.runtime.LoopHealth;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who am I, and are you well (gateway contract, section 13). */
public final class AccountRoutes {

  private static final String UNAVAILABLE = "unavailable";
  private static final int WINDOW_SECONDS = 60;

  private final Store store;
  private final BankStatusService bank;
  private final int ratePerMinute;
  private final String version;
  private final InstantSource clock;
  private final LoopHealth loops;

  public AccountRoutes(
      Store store,
      BankStatusService bank,
      LoopHealth loops,
      int ratePerMinute,
      String version,
      InstantSource clock) {
    this.store = store;
    this.bank = bank;
    this.ratePerMinute = ratePerMinute;
    this.version = version;
    this.clock = clock;
    this.loops = loops;
  }

  /** The routes that need a key, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(Route.get("/me", this::me));
  }

  /** The routes that need none, below {@code /api/v1}. */
  public List<Route> openRoutes() {
    return List.of(Route.get("/health", this::health), Route.get("/status", this::health));
  }

  private HttpAnswer me(RoutedRequest routedRequest) {
    Tenant tenant = routedRequest.holder().tenant();
    ApiKey key = routedRequest.holder().key();
    boolean sandbox = key.mode().isSandbox();
    BankStatusService.Standing provider = bank.provider(routedRequest.scope());
    return HttpAnswer.json(
        200,
        new MeJson(
            new MeJson.Tenant(
                tenant.id(), tenant.name(), tenant.timezone(), Wire.time(tenant.createdAt())),
            new MeJson.ApiKey(
                key.id(),
                key.name(),
                key.prefix(),
                sandbox,
                Wire.time(key.times().createdAt()),
                Wire.time(key.times().lastUsedAt())),
            sandbox,
            new MeJson.Provider(provider.name(), "connected".equals(provider.connection())),
            new MeJson.RateLimit(ratePerMinute, WINDOW_SECONDS)));
  }

  private HttpAnswer health(RoutedRequest routedRequest) {
    if (!store.isAlive()) {
      return HttpAnswer.json(503, Map.of("status", UNAVAILABLE));
    }
    Map<String, String> ailing = new TreeMap<>();
    loops
        .ailing()
        .forEach((name, state) -> ailing.put(name, state.name().toLowerCase(Locale.ROOT)));
    return ailing.isEmpty()
        ? HttpAnswer.json(200, new Health("ok", version, Wire.time(clock.instant())))
        : HttpAnswer.json(503, Map.of("status", UNAVAILABLE, "loops", ailing));
  }

  private record Health(String status, String version, String time) {}
}
