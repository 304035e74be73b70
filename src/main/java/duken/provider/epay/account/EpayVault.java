package duken.provider.epay.account;

import java.util.List;
import java.util.Optional;

/** Where the secrets of terminals lie, encrypted and bound to their shop. */
public interface EpayVault {

  /** The stored text of a shop. */
  Optional<String> load(long tenantId);

  /** Stores or replaces it; it survives a crash before the call returns. */
  void save(long tenantId, String secret);

  /** Forgets it. */
  void delete(long tenantId);

  /** Shops that may have one. */
  List<Long> tenants();
}
