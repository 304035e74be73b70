package duken.gateway;

import duken.domain.ApiKey;
import duken.domain.Mode;
import duken.domain.Tenant;
import duken.engine.Access;
import duken.engine.Bell;
import duken.engine.RepeatedCalls;
import duken.engine.WebhookSetup;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.security.WebhookUrlRules;
import duken.store.Store;
import duken.store.jdbc.TestStores;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A gateway on a free port over a fresh database, and a client for it. */
final class RunningGateway implements AutoCloseable {

  static final String ADMIN_KEY = "admin-key-of-the-tests";
  static final Instant START = Instant.parse("2026-05-14T14:30:00Z");

  final SettableClock clock = new SettableClock(START);
  final SecureRandom random = new SecureRandom();
  final Bell bell = new Bell();
  final Store store;
  final Access access;
  final Tenant shop;
  final String key;
  final GatewayServer server;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  RunningGateway() {
    this(options());
  }

  RunningGateway(GatewayOptions options) {
    this(options, TestStores.h2InMemoryOrTempFile());
  }

  RunningGateway(GatewayOptions options, Store store) {
    this.store = store;
    access = new Access(store, clock, random);
    shop = access.tenantNamed("Кофейня на Абая");
    key = newKey(shop, Mode.TEST, ApiKey.Role.API);
    WebhookSetup webhooks =
        new WebhookSetup(
            store,
            new SecretBox(MasterKey.mint(random), random),
            WebhookUrlRules.standard(),
            WebhookUrlRules.Resolver.system(),
            random,
            clock);
    server =
        new GatewayServer(
            new GatewayParts(
                store,
                access,
                null,
                null,
                new RepeatedCalls(store, clock),
                webhooks,
                null,
                null,
                bell,
                random,
                clock),
            options);
    server.start(InetAddress.getLoopbackAddress(), 0);
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

  String newKey(Tenant tenant, Mode mode, ApiKey.Role role) {
    return access.createKey(tenant.id(), "Касса 1", mode, role).text().whole();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return bare(path).header("X-API-Key", key);
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      return Reply.of(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  RawHttp raw() {
    return new RawHttp(server.port());
  }

  @Override
  public void close() {
    server.close();
    client.close();
    store.close();
  }
}
