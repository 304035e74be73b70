package duken.store;

import java.time.Instant;
import java.util.Optional;

/** What providers keep for a shop, sealed: whoever writes here has encrypted it before. */
public interface ProviderSecrets {

  /** A sealed text. */
  Optional<byte[]> find(long tenantId, String provider, String name);

  /** Keeps a sealed text in the place of the one before. */
  void put(long tenantId, String provider, String name, byte[] sealed, Instant at);

  /** Forgets it. Harmless when it is not there. */
  void delete(long tenantId, String provider, String name);
}
