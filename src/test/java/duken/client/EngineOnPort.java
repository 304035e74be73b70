package duken.client;

import duken.api.WebhookJson;
import duken.domain.ApiKey;
import duken.domain.Mode;
import duken.domain.Tenant;
import duken.engine.Access;
import duken.engine.CatalogDesk;
import duken.engine.Engine;
import duken.engine.RepeatedCalls;
import duken.engine.Roads;
import duken.engine.WebhookSetup;
import duken.gateway.GatewayOptions;
import duken.gateway.GatewayParts;
import duken.gateway.GatewayServer;
import duken.provider.sandbox.SandboxBank;
import duken.provider.sandbox.SandboxProvider;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.security.WebhookUrlRules;
import duken.store.Images;
import duken.store.Store;
import duken.store.files.FileImages;
import duken.store.jdbc.TestStores;
import duken.webhook.InvoiceEvent;
import duken.webhook.RetrySchedule;
import duken.webhook.Secrets;
import duken.webhook.WebhookDispatcher;
import duken.webhook.WebhookSender;
import duken.webhook.WebhookTest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** A whole engine on a free port, webhooks and all, with one shop in training. */
final class EngineOnPort implements AutoCloseable {

  private final Clock clock = Clock.systemUTC();
  private final Store store = TestStores.h2InMemoryOrTempFile();
  private final SandboxBank bank;
  private final Engine engine;
  private final WebhookSender sender;
  private final WebhookDispatcher dispatcher;
  private final GatewayServer server;
  private final String deskKey;

  EngineOnPort(Path folder) {
    SecureRandom random = new SecureRandom();
    SecretBox box = new SecretBox(MasterKey.mint(random), random);
    WebhookUrlRules rules = WebhookUrlRules.standard();
    WebhookUrlRules.Resolver resolver = WebhookUrlRules.Resolver.system();
    Access access = new Access(store, clock, random);
    Tenant shop = access.tenantNamed("Кофейня на Абая");
    deskKey = access.createKey(shop.id(), "Касса 1", Mode.TEST, ApiKey.Role.DESK).text().whole();
    bank = SandboxBank.open(folder, clock);
    SandboxProvider sandbox = new SandboxProvider(bank, clock);
    RepeatedCalls calls = new RepeatedCalls(store, clock);
    engine =
        new Engine(
            new Engine.Parts(
                store,
                clock,
                new Roads(sandbox, List.of()),
                sandbox.phone(),
                InvoiceEvent::body,
                token -> "http://localhost:3000/pay/" + token,
                calls,
                random));
    Secrets secrets = new Secrets(box);
    sender = new WebhookSender(rules, resolver, clock, "1.0.0", WebhookSender.TIME_LIMIT);
    dispatcher =
        new WebhookDispatcher(
            store, secrets, sender, new RetrySchedule(true), clock, WebhookDispatcher.IN_FLIGHT);
    engine.bell().onRing(dispatcher::ring);
    WebhookTest test = new WebhookTest(store, secrets, sender, clock);
    Images images = FileImages.in(folder.resolve("images"));
    server =
        new GatewayServer(
            new GatewayParts(
                store,
                engine,
                access,
                new CatalogDesk(store, images, clock),
                images,
                calls,
                new WebhookSetup(store, box, rules, resolver, random, clock),
                scope -> json(test.run(scope)),
                () -> {},
                random,
                clock),
            GatewayOptions.standard(URI.create("http://localhost:3000"), null, "1.0.0"));
    engine.start();
    dispatcher.start();
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  EngineAddress address() {
    return EngineAddress.parse("http://127.0.0.1:" + server.port());
  }

  String deskKey() {
    return deskKey;
  }

  @Override
  public void close() {
    server.close();
    engine.close();
    dispatcher.close();
    sender.close();
    bank.close();
    store.close();
  }

  private static WebhookJson.TestResult json(WebhookTest.Outcome outcome) {
    return new WebhookJson.TestResult(
        outcome.event(),
        outcome.delivered(),
        outcome.statusCode(),
        outcome.durationMs(),
        outcome.error());
  }
}
