package duken.store;

import duken.domain.tenant.Tenant;
import java.util.List;
import java.util.Optional;

public interface Tenants {

  /**
   * Stores a new shop; the result has its id.
   *
   * @throws IllegalStateException when the name is taken
   */
  Tenant insert(Tenant tenant);

  Optional<Tenant> find(long id);

  Optional<Tenant> findByName(String name);

  /** All, oldest first. */
  List<Tenant> all();

  /**
   * Writes name, time zone and suspension.
   *
   * @throws IllegalStateException when the name is another shop's
   */
  void update(Tenant tenant);
}
