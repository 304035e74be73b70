package duken.provider.cashier.session;

import java.util.Optional;

/**
 * Where sessions lie, encrypted and bound to their shop. What is stored survives a crash before the
 * call returns.
 */
public interface SessionVault {

  /** The stored text of a shop under this name. */
  Optional<String> load(long tenantId, String name);

  /** Stores or replaces it. */
  void save(long tenantId, String name, String secret);

  void delete(long tenantId, String name);
}
