package duken.provider.account;

import java.util.Optional;

/**
 * Where one provider keeps what it must not lose and nobody may read: tokens, keys, the state of
 * operations. Sealed at rest for its shop, its provider and its name; when {@link #save} returns,
 * it survives a power cut.
 */
public interface ProviderVault {

  /**
   * What was kept under this name; empty when nothing was, or when it cannot be opened any more.
   */
  Optional<String> load(long tenantId, String name);

  /** Keeps a text in the place of the one before. */
  void save(long tenantId, String name, String secret);

  /** Forgets it. Harmless when it is not there. */
  void delete(long tenantId, String name);
}
