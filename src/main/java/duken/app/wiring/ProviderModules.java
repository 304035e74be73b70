package duken.app.wiring;

import duken.app.folder.Setting;
import duken.app.folder.Settings;
import duken.domain.tenant.Tenant;
import duken.engine.admin.ProviderConnections;
import duken.engine.runtime.ConfigurationCache;
import duken.engine.runtime.ProviderRouter;
import duken.provider.BankSignIn;
import duken.provider.PaymentProvider;
import duken.provider.account.ProviderConnector;
import duken.provider.callback.CallbackVerifier;
import duken.provider.cashier.CashierModule;
import duken.provider.epay.EpayModule;
import duken.provider.epay.EpayProvider;
import duken.provider.kaspipay.KaspiPayModule;
import duken.provider.kaspipay.KaspiPayProvider;
import duken.provider.marketplace.MarketplaceModule;
import duken.provider.marketplace.OrderFeed;
import duken.provider.smartpos.SmartPosModule;
import duken.provider.smartpos.SmartPosSettings;
import duken.security.SecretBox;
import duken.store.LiveProviders;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every provider for real money, put together from the settings and from what is stored. */
public final class ProviderModules implements AutoCloseable {

  private final Store store;
  private final Clock clock;
  private final CashierModule cashier;
  private final SmartPosModule smartPos;
  private final EpayModule epay;
  private final MarketplaceModule marketplace;
  private final KaspiPayModule kaspiPay;

  /** Puts them together; nobody is called. */
  /** What each shop has chosen, if it has. */
  private final ConfigurationCache<Long, Optional<LiveProviders.Live>> chosen;

  public ProviderModules(
      Settings settings, Store store, SecretBox box, Clock clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.chosen = new ConfigurationCache<>(store);
    cashier = Wiring.cashier(settings, store, box, clock, random);
    smartPos =
        new SmartPosModule(
            SmartPosSettings.standard().withOwnSlip(settings.get(Setting.SMART_POS_OWN_SLIP)),
            new SealedVault(store, box, SmartPosModule.name(), clock),
            clock,
            random);
    epay =
        new EpayModule(
            settings.epay(),
            new SealedVault(store, box, EpayProvider.NAME, clock),
            this::shops,
            new EpayPaymentStore(store),
            clock,
            random);
    marketplace =
        new MarketplaceModule(new SealedVault(store, box, MarketplaceModule.NAME, clock), clock);
    kaspiPay =
        new KaspiPayModule(
            settings.kaspiPay(),
            new SealedVault(store, box, KaspiPayProvider.NAME, clock),
            clock,
            random);
  }

  /** For real money, best first. */
  List<PaymentProvider> providers() {
    return List.of(cashier.provider(), smartPos.provider(), kaspiPay.provider(), epay.provider());
  }

  public Optional<BankSignIn> signIn() {
    return Optional.of(cashier.signIn());
  }

  List<ProviderConnector> connectors() {
    return List.of(
        smartPos.connector(), kaspiPay.connector(), epay.connector(), marketplace.connector());
  }

  /** Orders from the marketplace; it takes no money. */
  OrderFeed orders() {
    return marketplace.feed();
  }

  /** Of those whose bank calls, by name. */
  Map<String, CallbackVerifier> verifiers() {
    return Map.of(EpayProvider.NAME, epay.verifier());
  }

  /** All of them and the practice bank, as the engine sees them. */
  ProviderRouter providers(PaymentProvider sandbox) {
    return new ProviderRouter(sandbox, providers(), signIn(), connectors(), this::chosen);
  }

  /** The same for commands, while no engine runs. */
  public ProviderConnections connections() {
    return new ProviderConnections(store, providers(), signIn(), connectors(), _ -> {}, clock);
  }

  /** Lets connections go. Running calls end by their own time limits. */
  @Override
  public void close() {
    cashier.close();
    epay.close();
    marketplace.close();
    kaspiPay.close();
  }

  private List<Long> shops() {
    return store.read(tx -> tx.tenants().all()).stream().map(Tenant::id).toList();
  }

  private Optional<String> chosen(long tenantId) {
    return chosen
        .get(tenantId, id -> Optional.of(store.read(tx -> tx.liveProviders().of(id))))
        .orElseThrow()
        .map(LiveProviders.Live::provider);
  }
}
