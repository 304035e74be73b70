package duken.app;

import duken.api.AdminJson;
import duken.api.BankJson;
import duken.domain.Phone;
import duken.engine.Access;
import duken.engine.BankAccounts;
import duken.gateway.desk.AdminToJson;
import duken.gateway.desk.BankToJson;
import duken.provider.cashier.CashierRoad;
import duken.security.SecretBox;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The accounts in the database, while no engine runs. */
final class StoredBankBook implements BankBook {

  private final FolderLock lock;
  private final Store store;
  private final CashierRoad road;
  private final Access access;
  private final BankAccounts accounts;

  private StoredBankBook(
      FolderLock lock, Store store, CashierRoad road, Clock clock, SecureRandom random) {
    this.lock = lock;
    this.store = store;
    this.road = road;
    this.access = new Access(store, clock, random);
    this.accounts = new BankAccounts(store, Optional.of(road.signIn()), _ -> {}, clock);
  }

  /** Opens the database; gives the lock back at the end. */
  static StoredBankBook open(PreparedFolder folder, Terminal terminal, FolderLock lock) {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    SecretBox box = new SecretBox(LocalEngine.masterKey(folder.data(), terminal, random), random);
    Store store = Database.open(folder.data(), folder.settings());
    CashierRoad road = Wiring.cashier(folder.settings(), store, box, clock, random);
    return new StoredBankBook(lock, store, road, clock, random);
  }

  @Override
  public List<AdminJson.Tenant> shops() {
    return access.tenants().stream().map(AdminToJson::tenant).toList();
  }

  @Override
  public AdminJson.Tenant shop(String name) {
    return AdminToJson.tenant(access.tenantNamed(name));
  }

  @Override
  public BankJson.Status probe(long tenantId) {
    return BankToJson.status(accounts.probe(tenantId), true);
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
  public BankJson.Status disconnect(long tenantId) {
    return BankToJson.status(accounts.disconnect(tenantId), true);
  }

  @Override
  public void close() {
    road.close();
    store.close();
    lock.close();
  }

  private BankJson.Step json(long tenantId, BankAccounts.Step step) {
    return BankToJson.step(step, accounts.standing(tenantId), true);
  }
}
