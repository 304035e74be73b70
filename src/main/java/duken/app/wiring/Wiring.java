package duken.app.wiring;

import duken.api.Paths;
import duken.api.WebhookJson;
import duken.app.Version;
import duken.app.folder.DataFolder;
import duken.app.folder.Setting;
import duken.app.folder.Settings;
import duken.app.folder.WindowActivation;
import duken.engine.Engine;
import duken.engine.EngineParts;
import duken.engine.admin.CatalogService;
import duken.engine.admin.ShopAccess;
import duken.engine.admin.ShopLocation;
import duken.engine.admin.WebhookConfigService;
import duken.engine.privacy.PersonalDataRetention;
import duken.engine.recovery.Retention;
import duken.engine.runtime.ConfigurationCache;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.LoopHealth;
import duken.engine.runtime.PeriodicTask;
import duken.gateway.GatewayOptions;
import duken.gateway.GatewayParts;
import duken.gateway.GatewayServer;
import duken.gateway.owner.OwnerParts;
import duken.marketplace.Marketplace;
import duken.notice.NoticeSettings;
import duken.notice.OwnerTelling;
import duken.provider.cashier.CashierModule;
import duken.provider.cashier.wire.Coordinates;
import duken.provider.sandbox.SandboxBank;
import duken.provider.sandbox.SandboxProvider;
import duken.security.MasterKey;
import duken.security.SecretBox;
import duken.security.WebhookUrlRules;
import duken.store.Images;
import duken.store.Store;
import duken.store.files.FileImages;
import duken.webhook.RetrySchedule;
import duken.webhook.Secrets;
import duken.webhook.WebhookBody;
import duken.webhook.WebhookDispatcher;
import duken.webhook.WebhookSender;
import duken.webhook.WebhookTest;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one place where the packages meet. Everything is made here by hand, begun in order and ended
 * in the opposite one; nobody is interrupted.
 */
public final class Wiring implements AutoCloseable {

  /** The dispatcher's own rounds show a sign of life far more often. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private final Clock clock = Clock.systemUTC();
  private final SandboxBank practiceBank;
  private final ProviderModules providers;
  private final Store store;
  private final ShopAccess shopAccess;
  private final Engine engine;
  private final Marketplace marketplace;
  private final WebhookSender sender;
  private final PeriodicTask retention;
  private final PeriodicTask privacy;
  private final OwnerTelling telling;
  private final PeriodicTask notices;
  private final WebhookDispatcher dispatcher;
  private final GatewayServer server;
  private final Runnable rehearsal;
  private final ListenAddress listenAddress;

  /**
   * Puts an engine together that does not run yet.
   *
   * @param store is closed by {@link #close}
   * @param adminKey guards what only the owner of the data folder may do
   */
  Wiring(
      DataFolder folder,
      Settings settings,
      Store store,
      MasterKey masterKey,
      ListenAddress listenAddress,
      String adminKey,
      SecureRandom random) {
    this.store = store;
    this.listenAddress = listenAddress;
    SecretBox box = new SecretBox(masterKey, random);
    WebhookUrlRules rules =
        new WebhookUrlRules(
            settings.get(Setting.LIVE_LOOPBACK), settings.get(Setting.PRIVATE_NETWORK));
    WebhookUrlRules.Resolver resolver = WebhookUrlRules.Resolver.system();
    practiceBank = SandboxBank.open(folder.practiceBank(), clock);
    SandboxProvider sandbox = new SandboxProvider(practiceBank, clock);
    providers = new ProviderModules(settings, store, box, clock, random);
    IdempotencyService calls = new IdempotencyService(store, clock);
    shopAccess = new ShopAccess(store, clock, random);
    engine =
        new Engine(
            new EngineParts(
                store,
                clock,
                new EngineParts.Banks(
                    providers.providers(sandbox), sandbox.phone(), providers.verifiers()),
                WebhookBody::body,
                token -> listenAddress.publicUrl() + Paths.PAY + "/" + token,
                calls,
                random,
                Duration.ofMinutes(settings.get(Setting.QR_MINUTES))));
    marketplace =
        new Marketplace(store, providers.orders(), box, days(settings, Setting.KEEP_BUYERS), clock);
    engine.health().add("marketplace-import", marketplace.periodicTask()::state);
    Secrets secrets = new Secrets(box);
    sender = new WebhookSender(rules, resolver, clock, Version.text(), WebhookSender.TIME_LIMIT);
    dispatcher =
        new WebhookDispatcher(
            store,
            secrets,
            sender,
            new RetrySchedule(settings.get(Setting.PARKED_RETRIES)),
            clock,
            WebhookDispatcher.IN_FLIGHT);
    engine.outbox().onSignal(dispatcher::ring);
    engine.health().add("webhook-dispatcher", () -> state(dispatcher));
    retention =
        new Retention(
                store,
                clock,
                new Retention.Rules(
                    days(settings, Setting.KEEP_DELIVERIES),
                    days(settings, Setting.KEEP_HISTORIES),
                    days(settings, Setting.KEEP_WORDS),
                    days(settings, Setting.KEEP_PRACTICE)),
                practiceBank::forget)
            .periodicTask();
    engine.health().add("retention-of-rows", retention::state);
    PersonalDataRetention personalData =
        new PersonalDataRetention(
            store, clock, settings.get(Setting.KEEP_PERSONAL), settings.get(Setting.KEEP_BUYERS));
    privacy = personalData.periodicTask();
    NoticeSettings noticeSettings = new NoticeSettings(store, box, clock);
    telling =
        new OwnerTelling(
            store,
            noticeSettings,
            settings.get(Setting.TELEGRAM),
            engine.providerHealth()::isBankReachable,
            clock);
    notices = new PeriodicTask("owner-notices", PeriodicTask.whileOurs(store, telling::round));
    engine.health().add("owner-notices", notices::state);
    engine.health().add("personal-data", privacy::state);
    WebhookTest test = new WebhookTest(store, secrets, sender, clock);
    Images images = FileImages.in(folder.images());
    GatewayParts parts =
        new GatewayParts(
            store,
            new GatewayParts.Services(
                engine, marketplace, shopAccess, new CatalogService(store, images, clock)),
            images,
            calls,
            new OwnerParts(
                personalData,
                noticeSettings,
                telling,
                new FolderFacts(folder.path(), settings.get(Setting.DATABASE_URL).isEmpty())),
            new GatewayParts.Webhooks(
                new WebhookConfigService(store, box, rules, resolver, random, clock),
                scope -> json(test.run(scope))),
            () -> WindowActivation.ring(folder),
            random,
            clock);
    GatewayOptions options = gatewayOptions(settings, listenAddress, adminKey);
    server = new GatewayServer(parts, options);
    rehearsal =
        settings.get(Setting.WARM_UP)
            ? () ->
                new Rehearsal(store, clock, random)
                    .play(parts, played -> new GatewayServer(played, options))
            : () -> {};
  }

  /**
   * Begins: first what recovers, last what lets others in.
   *
   * @throws UserError when another program was quicker to take the port
   */
  void start() {
    engine.start();
    marketplace.start();
    dispatcher.start();
    retention.start();
    privacy.start();
    notices.start();
    try {
      server.start(listenAddress.address(), listenAddress.port());
    } catch (UncheckedIOException e) {
      throw ListenAddress.taken(listenAddress.port(), e);
    }
  }

  /** Plays sales that nobody sees, so that the first real one finds everything warm. */
  void rehearse() {
    rehearsal.run();
  }

  ShopAccess shopAccess() {
    return shopAccess;
  }

  /** Ends what {@link #start} began, also when it began only a part, and closes the database. */
  @Override
  public void close() {
    server.close();
    marketplace.close();
    notices.close();
    telling.close();
    privacy.close();
    retention.close();
    engine.close();
    dispatcher.close();
    sender.close();
    providers.close();
    practiceBank.close();
    store.close();
  }

  /** The provider through a cashier's own session, with what is stored of it. */
  public static CashierModule cashier(
      Settings settings, Store store, SecretBox box, Clock clock, SecureRandom random) {
    ConfigurationCache<Long, Optional<ShopLocation>> places = new ConfigurationCache<>(store);
    return new CashierModule(
        settings.cashier(),
        new SealedSessions(store, box),
        tenantId ->
            places
                .get(tenantId, id -> Optional.of(ShopLocation.of(store, id)))
                .orElseThrow()
                .map(place -> new Coordinates(place.latitude(), place.longitude())),
        clock,
        random);
  }

  private static GatewayOptions gatewayOptions(
      Settings settings, ListenAddress listenAddress, String adminKey) {
    Set<String> hosts = new HashSet<>(settings.get(Setting.ALLOWED_HOSTS));
    hosts.add(listenAddress.url().getHost());
    GatewayOptions standard =
        GatewayOptions.standard(listenAddress.publicUrl(), adminKey, Version.text());
    return new GatewayOptions(
        standard.publicUrl(),
        hosts,
        settings.get(Setting.RATE_LIMIT),
        settings.get(Setting.ERROR_MIRRORS),
        adminKey,
        standard.version(),
        standard.patience(),
        new GatewayOptions.Callbacks(
            settings.epay().callbacksPerMinute(), settings.epay().source()));
  }

  private static Duration days(Settings settings, Setting<Integer> setting) {
    return Duration.ofDays(settings.get(setting));
  }

  private static LoopHealth.State state(WebhookDispatcher dispatcher) {
    if (!dispatcher.isRunning()) {
      return LoopHealth.State.STOPPED;
    }
    return dispatcher.quiet().compareTo(LATE) > 0 ? LoopHealth.State.LATE : LoopHealth.State.WELL;
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
