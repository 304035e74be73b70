package duken.app.cli;

import duken.api.AdminApi;
import duken.api.AdminJson;
import duken.api.EngineProblem;
import duken.app.folder.FolderLock;
import duken.app.folder.PreparedFolder;
import duken.app.wiring.Database;
import duken.domain.DomainRefusal;
import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.admin.ShopAccess;
import duken.gateway.desk.AdminToJson;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shops and keys in the database itself, while no engine runs. */
final class StoredAdmin implements AdminApi {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final Store store;
  private final FolderLock lock;
  private final ShopAccess shopAccess;

  private StoredAdmin(Store store, FolderLock lock) {
    this.store = store;
    this.lock = lock;
    this.shopAccess = new ShopAccess(store, Clock.systemUTC(), new SecureRandom());
  }

  /** Opens the database; gives the lock back at the end. */
  static StoredAdmin open(PreparedFolder folder, FolderLock lock) {
    return new StoredAdmin(Database.open(folder.data(), folder.settings()), lock);
  }

  @Override
  public List<AdminJson.Tenant> tenants() {
    return shopAccess.tenants().stream().map(AdminToJson::tenant).toList();
  }

  @Override
  public AdminJson.Tenant createTenant(String name) {
    return named(shopAccess.openTenant(name));
  }

  @Override
  public AdminJson.Tenant renameTenant(long tenantId, String name) {
    return named(found(() -> shopAccess.rename(tenantId, name)));
  }

  @Override
  public AdminJson.Tenant suspendTenant(long tenantId, boolean suspended) {
    return AdminToJson.tenant(found(() -> shopAccess.suspend(tenantId, suspended)));
  }

  @Override
  public List<AdminJson.Key> keys() {
    return AdminToJson.keys(shopAccess.allKeys(), shopAccess.tenants());
  }

  @Override
  public AdminJson.CreatedKey createKey(AdminJson.NewKey key) {
    Tenant shop = shopAccess.tenantNamed(key.tenant());
    Mode mode = one(Mode.values(), it -> it.word().equals(key.mode()));
    ApiKey.Role role = one(ApiKey.Role.values(), it -> it.word().equals(key.role()));
    ShopAccess.NewKey made = shopAccess.createKey(shop.id(), key.name(), mode, role);
    return new AdminJson.CreatedKey(made.key().id(), made.text().whole(), shop.name());
  }

  @Override
  public void revokeKey(long keyId) {
    if (!shopAccess.revoke(keyId)) {
      throw problem(NOT_FOUND, "NOT_FOUND");
    }
  }

  @Override
  public void close() {
    store.close();
    lock.close();
  }

  private static <E> E one(E[] values, java.util.function.Predicate<E> wanted) {
    return Arrays.stream(values).filter(wanted).findFirst().orElseThrow();
  }

  private static <T> T found(Supplier<T> work) {
    try {
      return work.get();
    } catch (DomainRefusal domainRefusal) {
      throw problem(NOT_FOUND, domainRefusal.reason().name());
    }
  }

  private static AdminJson.Tenant named(Optional<Tenant> tenant) {
    return AdminToJson.tenant(tenant.orElseThrow(() -> problem(CONFLICT, "NAME_TAKEN")));
  }

  /** The same as the running engine's; its words are the command's. */
  private static EngineProblem problem(int status, String code) {
    return new EngineProblem(status, code, code, Map.of());
  }
}
