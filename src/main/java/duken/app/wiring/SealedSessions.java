package duken.app.wiring;

import duken.provider.cashier.session.SessionVault;
import duken.security.SecretBox;
import duken.security.SecretUnreadable;
import duken.store.Store;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions in the database, each encrypted for its shop and its name. */
final class SealedSessions implements SessionVault {

  private static final Logger LOG = LoggerFactory.getLogger(SealedSessions.class);

  private final Store store;
  private final SecretBox box;

  SealedSessions(Store store, SecretBox box) {
    this.store = store;
    this.box = box;
  }

  @Override
  public Optional<String> load(long tenantId, String name) {
    return store
        .read(tx -> tx.storedSettings().get(key(tenantId, name)))
        .filter(text -> !text.isEmpty())
        .flatMap(text -> open(tenantId, name, text));
  }

  @Override
  public void save(long tenantId, String name, String secret) {
    keepUnreadable(tenantId, name);
    put(tenantId, name, Base64.getEncoder().encodeToString(box.seal(tenantId, name, secret)));
  }

  @Override
  public void delete(long tenantId, String name) {
    put(tenantId, name, "");
  }

  /** What cannot be read now may be once the right key is back: a device is never thrown away. */
  private void keepUnreadable(long tenantId, String name) {
    store
        .read(tx -> tx.storedSettings().get(key(tenantId, name)))
        .filter(text -> !text.isEmpty() && open(tenantId, name, text).isEmpty())
        .ifPresent(text -> put(tenantId, name + ".unreadable", text));
  }

  private Optional<String> open(long tenantId, String name, String text) {
    try {
      return Optional.of(box.open(tenantId, name, Base64.getDecoder().decode(text)));
    } catch (SecretUnreadable | IllegalArgumentException e) {
      LOG.warn("shop {}: {} cannot be read any more; connect the bank again", tenantId, name);
      LOG.debug("its trace", e);
      return Optional.empty();
    }
  }

  private void put(long tenantId, String name, String content) {
    store.write(
        tx -> {
          tx.storedSettings().put(key(tenantId, name), content);
          return null;
        });
  }

  private static String key(long tenantId, String name) {
    return "sealed." + tenantId + "." + name;
  }
}
