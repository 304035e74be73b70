package duken.gateway;

import duken.api.WebhookJson;
import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.Engine;
import duken.engine.EngineParts;
import duken.engine.admin.CatalogService;
import duken.engine.admin.ShopAccess;
import duken.engine.admin.WebhookConfigService;
import duken.engine.privacy.PersonalDataRetention;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.ProviderRouter;
import duken.gateway.owner.HostFacts;
import duken.gateway.owner.OwnerParts;
import duken.marketplace.Marketplace;
import duken.notice.NoticeSettings;
import duken.notice.OwnerTelling;
import duken.provider.marketplace.MarketplaceModule;
import duken.provider.sandbox.SandboxBank;
import duken.provider.sandbox.SandboxProvider;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.security.WebhookUrlRules;
import duken.store.Images;
import duken.store.Scope;
import duken.store.Store;
import duken.store.files.FileImages;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway on a free port over a fresh database, a practice bank, a live one, and a client. */
final class RunningGateway implements AutoCloseable {

  static final String ADMIN_KEY = "admin-key-of-the-tests";
  static final Instant START = Instant.parse("2026-05-14T14:30:00Z");

  final SettableClock clock = new SettableClock(START);
  final SecureRandom random = new SecureRandom();
  final LiveBank liveBank = new LiveBank();
  final AtomicInteger windowShown = new AtomicInteger();
  final Store store;
  final ShopAccess shopAccess;
  final Engine engine;
  final Tenant shop;
  final String key;
  final String liveKey;
  final String deskKey;
  final GatewayServer server;
  final GatewayParts parts;
  final MarketplaceModule marketplaceFeed;
  final Marketplace marketplace;
  private final SandboxBank sandboxBank;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  RunningGateway() {
    this(options());
  }

  RunningGateway(GatewayOptions options) {
    this(options, TestStores.h2InMemoryOrTempFile());
  }

  RunningGateway(GatewayOptions options, Store store) {
    this(options, store, folder(), Engine::start);
  }

  /**
   * @param ledger the practice bank's folder
   * @param engineStart starts the engine, or leaves it at rest
   */
  RunningGateway(
      GatewayOptions options,
      Store store,
      Path ledger,
      java.util.function.Consumer<Engine> engineStart) {
    this.store = store;
    shopAccess = new ShopAccess(store, clock, random);
    shop = shopAccess.tenantNamed("Кофейня на Абая");
    key = newKey(shop, Mode.TEST, ApiKey.Role.API);
    liveKey = newKey(shop, Mode.LIVE, ApiKey.Role.API);
    deskKey = newKey(shop, Mode.TEST, ApiKey.Role.DESK);
    sandboxBank = SandboxBank.open(ledger, clock);
    SandboxProvider sandbox = new SandboxProvider(sandboxBank, clock);
    IdempotencyService calls = new IdempotencyService(store, clock);
    engine =
        new Engine(
            new EngineParts(
                store,
                clock,
                new ProviderRouter(sandbox, List.of(liveBank)),
                sandbox.phone(),
                (invoice, _) -> "{\"id\":" + invoice.id() + "}",
                token -> options.publicUrl() + "/pay/" + token,
                calls,
                random));
    WebhookConfigService webhooks =
        new WebhookConfigService(
            store,
            new SecretBox(MasterKey.mint(random), random),
            WebhookUrlRules.standard(),
            WebhookUrlRules.Resolver.system(),
            random,
            clock);
    Images images = FileImages.in(ledger.resolve("images"));
    marketplaceFeed = new MarketplaceModule(new MemoryVault(), clock);
    marketplace =
        new Marketplace(
            store,
            marketplaceFeed.feed(),
            new SecretBox(MasterKey.mint(random), random),
            java.time.Duration.ofDays(90),
            clock);
    parts =
        new GatewayParts(
            store,
            new GatewayParts.Services(
                engine, marketplace, shopAccess, new CatalogService(store, images, clock)),
            images,
            calls,
            owner(),
            new GatewayParts.Webhooks(webhooks, RunningGateway::tested),
            windowShown::incrementAndGet,
            random,
            clock);
    server = new GatewayServer(parts, options);
    engineStart.accept(engine);
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  private OwnerParts owner() {
    NoticeSettings settings =
        new NoticeSettings(store, new SecretBox(MasterKey.mint(random), random), clock);
    return new OwnerParts(
        new PersonalDataRetention(store, clock, 90, 90),
        settings,
        new OwnerTelling(store, settings, URI.create("http://127.0.0.1:1"), _ -> true, clock),
        HostFacts.UNKNOWN);
  }

  /** A second server over the same parts, not started. */
  GatewayServer another() {
    return new GatewayServer(parts, options());
  }

  static GatewayOptions options() {
    return new GatewayOptions(
        URI.create("http://localhost:3000"),
        Set.of(),
        60,
        true,
        ADMIN_KEY,
        "1.0.0",
        Duration.ofSeconds(5));
  }

  /** The same with a limit that does not disturb. */
  static GatewayOptions unlimited() {
    GatewayOptions o = options();
    return new GatewayOptions(
        o.publicUrl(), o.hosts(), 100_000, true, o.adminKey(), o.version(), o.patience());
  }

  String newKey(Tenant tenant, Mode mode, ApiKey.Role role) {
    return newKey(tenant, mode, role, "Касса 1");
  }

  String newKey(Tenant tenant, Mode mode, ApiKey.Role role, String name) {
    return shopAccess.createKey(tenant.id(), name, mode, role).text().whole();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply get(String path, String withKey) {
    return send(bare(path).header("X-API-Key", withKey).GET());
  }

  Reply post(String path, String body) {
    return post(path, body, key);
  }

  Reply post(String path, String body, String withKey, String... headers) {
    HttpRequest.Builder request =
        bare(path).header("X-API-Key", withKey).header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  /** Posts to another server over the same parts. */
  Reply sendTo(int port, String path, String body, String withKey) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(40))
            .header("X-API-Key", withKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return bare(path).header("X-API-Key", key);
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(40));
  }

  Reply send(HttpRequest.Builder request) {
    Exchange exchange = exchange(request.build());
    OpenApi.check(exchange);
    return exchange.reply();
  }

  /** Sends what is taken although the document does not promise it. */
  Reply sendLoosely(HttpRequest.Builder request) {
    Exchange exchange = exchange(request.build());
    OpenApi.checkAnswer(exchange);
    return exchange.reply();
  }

  private Exchange exchange(HttpRequest request) {
    try {
      return Exchange.of(request, Reply.of(client.send(request, BodyHandlers.ofByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A training QR invoice over 2500.50. */
  Reply createQr() {
    Reply reply = post("/api/v1/invoices/qr", "{\"amount\":2500.50}");
    if (reply.status() != 201) {
      throw new AssertionError(reply.text());
    }
    return reply;
  }

  /** A training QR invoice over 2500.50 that is paid. */
  long paidQr() {
    long id = createQr().json().at("/id").asLong();
    simulate(id, "paid");
    return id;
  }

  Reply simulate(long id, String status) {
    return post("/api/v1/invoices/" + id + "/simulate-status", "{\"status\":\"" + status + "\"}");
  }

  Invoice stored(long id) {
    return store.read(tx -> tx.invoices().find(id)).orElseThrow();
  }

  Scope training() {
    return new Scope(shop.id(), Mode.TEST);
  }

  RawHttp raw() {
    return new RawHttp(server.port());
  }

  static Path folder() {
    try {
      Path folder = Files.createTempDirectory("duken-gateway-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WebhookJson.TestResult tested(Scope scope) {
    return new WebhookJson.TestResult("webhook.test", false, 500, 41, "HTTP 500");
  }

  @Override
  public void close() {
    server.close();
    engine.close();
    sandboxBank.close();
    client.close();
    store.close();
  }
}
