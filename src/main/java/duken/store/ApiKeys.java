package duken.store;

import duken.domain.tenant.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys to the gateway, as digests. */
public interface ApiKeys {

  /** Stores a new key; the result has its id. */
  ApiKey insert(ApiKey key);

  /** All keys with this prefix, revoked ones too. */
  List<ApiKey> findByPrefix(String prefix);

  Optional<ApiKey> find(long id);

  /** All keys of all shops, oldest first. */
  List<ApiKey> all();

  /** A shop's keys, oldest first. */
  List<ApiKey> of(Scope scope);

  /**
   * @return whether it was still valid
   */
  boolean revoke(long id, Instant at);

  void touch(long id, Instant usedAt);
}
