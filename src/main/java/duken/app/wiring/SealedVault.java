package duken.app.wiring;

import duken.provider.account.ProviderVault;
import duken.security.SecretBox;
import duken.security.SecretUnreadable;
import duken.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one provider keeps, in the database, each text encrypted for its shop and its name. */
final class SealedVault implements ProviderVault {

  private static final Logger LOG = LoggerFactory.getLogger(SealedVault.class);

  private final Store store;
  private final SecretBox box;
  private final String provider;
  private final InstantSource clock;

  /**
   * @param provider whose it is, {@code smart-pos}
   */
  SealedVault(Store store, SecretBox box, String provider, InstantSource clock) {
    this.store = store;
    this.box = box;
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public Optional<String> load(long tenantId, String name) {
    return store
        .read(tx -> tx.providerSecrets().find(tenantId, provider, name))
        .flatMap(bytes -> open(tenantId, name, bytes));
  }

  @Override
  public void save(long tenantId, String name, String secret) {
    byte[] sealed = box.seal(tenantId, field(name), secret);
    store.write(
        tx -> {
          tx.providerSecrets().put(tenantId, provider, name, sealed, clock.instant());
          return null;
        });
  }

  @Override
  public void delete(long tenantId, String name) {
    store.write(
        tx -> {
          tx.providerSecrets().delete(tenantId, provider, name);
          return null;
        });
  }

  private Optional<String> open(long tenantId, String name, byte[] sealed) {
    try {
      return Optional.of(box.open(tenantId, field(name), sealed));
    } catch (SecretUnreadable e) {
      LOG.warn(
          "shop {}: {} of {} cannot be read any more; connect it again", tenantId, name, provider);
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  private String field(String name) {
    return provider + "/" + name;
  }
}
