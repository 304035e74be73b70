package duken.app;

import duken.api.AdminJson;
import duken.domain.ApiKey;
import duken.domain.Mode;
import duken.domain.Tenant;
import duken.engine.Access;
import duken.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys in the database, while no engine runs. */
final class StoredKeyBook implements KeyBook {

  private final Store store;
  private final FolderLock lock;
  private final Access access;

  private StoredKeyBook(Store store, FolderLock lock) {
    this.store = store;
    this.lock = lock;
    this.access = new Access(store, Clock.systemUTC(), new SecureRandom());
  }

  /** Opens the database; gives the lock back when that fails, else at the end. */
  static StoredKeyBook open(DataFolder folder, Settings settings, FolderLock lock) {
    try {
      return new StoredKeyBook(Database.open(folder, settings), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public AdminJson.CreatedKey create(String tenant, String name, Mode mode, ApiKey.Role role) {
    Tenant shop = access.tenantNamed(tenant);
    Access.NewKey made = access.createKey(shop.id(), name, mode, role);
    return new AdminJson.CreatedKey(made.key().id(), made.text().whole(), shop.name());
  }

  @Override
  public List<AdminJson.Key> list() {
    Map<Long, String> shops =
        access.tenants().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return access.allKeys().stream()
        .map(
            key ->
                new AdminJson.Key(
                    key.id(),
                    shops.get(key.tenantId()),
                    key.name(),
                    key.prefix(),
                    key.mode().word(),
                    key.role().word(),
                    time(key.createdAt()),
                    time(key.lastUsedAt()),
                    time(key.revokedAt())))
        .toList();
  }

  @Override
  public boolean revoke(long id) {
    return access.revoke(id);
  }

  @Override
  public void close() {
    store.close();
    lock.close();
  }

  private static String time(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
