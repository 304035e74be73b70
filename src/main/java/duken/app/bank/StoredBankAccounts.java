package duken.app.bank;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.api.InvoiceJson;
import duken.app.folder.DataFolder;
import duken.app.folder.FolderLock;
import duken.app.folder.PreparedFolder;
import duken.app.terminal.Terminal;
import duken.app.wiring.Database;
import duken.app.wiring.LocalEngine;
import duken.app.wiring.ProviderModules;
import duken.app.wiring.RestingEngine;
import duken.domain.Phone;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.ProviderConnections;
import duken.engine.admin.ShopAccess;
import duken.engine.admin.ShopLocation;
import duken.gateway.contract.InvoiceToJson;
import duken.gateway.contract.Links;
import duken.gateway.desk.AdminToJson;
import duken.gateway.desk.BankToJson;
import duken.gateway.desk.ProviderToJson;
import duken.security.SecretBox;
import duken.store.Store;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The accounts in the database, while no engine runs. */
final class StoredBankAccounts implements BankAccountAdmin {

  private final FolderLock lock;
  private final Store store;
  private final ProviderModules providers;
  private final ProviderConnections connections;
  private final ShopAccess shopAccess;
  private final BankConnectionService accounts;

  private final Supplier<RestingEngine> resting;

  private StoredBankAccounts(
      FolderLock lock,
      DataFolder folder,
      Store store,
      ProviderModules providers,
      Clock clock,
      SecureRandom random) {
    this.lock = lock;
    this.resting = () -> new RestingEngine(folder, store, providers, clock, random);
    this.store = store;
    this.providers = providers;
    this.connections = providers.connections();
    this.shopAccess = new ShopAccess(store, clock, random);
    this.accounts = new BankConnectionService(store, providers.signIn(), _ -> {}, clock);
  }

  /** Opens the database; gives the lock back at the end. */
  static StoredBankAccounts open(PreparedFolder folder, Terminal terminal, FolderLock lock) {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    SecretBox box = new SecretBox(LocalEngine.masterKey(folder.data(), terminal, random), random);
    Store store = Database.open(folder.data(), folder.settings());
    ProviderModules providers = new ProviderModules(folder.settings(), store, box, clock, random);
    return new StoredBankAccounts(lock, folder.data(), store, providers, clock, random);
  }

  @Override
  public List<AdminJson.Tenant> shops() {
    return shopAccess.tenants().stream().map(AdminToJson::tenant).toList();
  }

  @Override
  public AdminJson.Tenant shop(String name) {
    return AdminToJson.tenant(shopAccess.tenantNamed(name));
  }

  @Override
  public BankJson.Status standing(long tenantId) {
    return BankToJson.status(accounts.standing(tenantId), true);
  }

  @Override
  public BankJson.Status place(long tenantId, BankJson.Place place) {
    ShopLocation where =
        new ShopLocation(new BigDecimal(place.latitude()), new BigDecimal(place.longitude()));
    return BankToJson.status(accounts.place(tenantId, where), true);
  }

  @Override
  public BankJson.Step sendCode(long tenantId, BankJson.SignIn signIn) {
    Phone phone = Phone.parse(signIn.phone());
    return json(tenantId, accounts.sendCode(tenantId, phone, signIn.acceptNotice()));
  }

  @Override
  public BankJson.Step enterCode(long tenantId, String code) {
    return json(tenantId, accounts.enterCode(tenantId, code));
  }

  @Override
  public List<BankJson.Provider> providers(long tenantId) {
    return connections.of(tenantId, true).stream().map(ProviderToJson::row).toList();
  }

  @Override
  public BankJson.Attempt connect(
      long tenantId,
      String provider,
      BankJson.Connect wish,
      Consumer<Map<String, String>> progress) {
    return ProviderToJson.outcome(
        Map.of(), connections.connect(tenantId, provider, wish.values(), wish.replace(), progress));
  }

  @Override
  public BankJson.Attempt change(
      long tenantId, String provider, String action, Map<String, String> values) {
    return ProviderToJson.outcome(Map.of(), connections.change(tenantId, provider, action, values));
  }

  @Override
  public void disconnect(long tenantId, String provider) {
    connections.disconnect(tenantId, provider);
  }

  @Override
  public InvoiceJson answer(long invoiceId, BankJson.Answer answer) {
    try (RestingEngine it = resting.get()) {
      return new InvoiceToJson(new Links(URI.create("http://localhost")))
          .json(
              it.engine()
                  .decisions()
                  .answer(invoiceId, answer.seen(), answer.reason(), "command line"));
    }
  }

  @Override
  public void close() {
    providers.close();
    store.close();
    lock.close();
  }

  private BankJson.Step json(long tenantId, BankConnectionService.Step step) {
    return BankToJson.step(step, accounts.standing(tenantId), true);
  }
}
