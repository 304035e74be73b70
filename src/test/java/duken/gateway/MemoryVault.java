package duken.gateway;

import duken.provider.account.ProviderVault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A vault that forgets at its end. */
final class MemoryVault implements ProviderVault {

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<String> load(long tenantId, String name) {
    return Optional.ofNullable(kept.get(tenantId + name));
  }

  @Override
  public void save(long tenantId, String name, String secret) {
    kept.put(tenantId + name, secret);
  }

  @Override
  public void delete(long tenantId, String name) {
    kept.remove(tenantId + name);
  }
}
