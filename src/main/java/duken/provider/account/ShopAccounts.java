package duken.provider.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What shops are connected to one provider with, read from the vault when it is first wanted, and
 * what is wrong with it. Safe from any thread.
 *
 * @param <A> what a shop is connected with; secret as a whole
 */
public abstract class ShopAccounts<A> {

  private static final Logger LOG = LoggerFactory.getLogger(ShopAccounts.class);
  private static final String ACCOUNT = "account";

  private final Map<Long, Optional<A>> known = new ConcurrentHashMap<>();
  private final Map<Long, String> troubles = new ConcurrentHashMap<>();
  private final ProviderVault vault;
  private final String provider;

  /**
   * @param provider its short name, for the log
   */
  protected ShopAccounts(ProviderVault vault, String provider) {
    this.vault = vault;
    this.provider = provider;
  }

  /** The text that is sealed. */
  protected abstract String write(A account);

  /**
   * Reads what was sealed.
   *
   * @throws RuntimeException when it cannot be read
   */
  protected abstract A read(String text);

  protected final ProviderVault vault() {
    return vault;
  }

  public final Optional<A> of(long tenantId) {
    return known.computeIfAbsent(
        tenantId, id -> vault.load(id, ACCOUNT).flatMap(text -> read(id, text)));
  }

  /** Stores it; it is used at once. */
  public final void keep(long tenantId, A account) {
    vault.save(tenantId, ACCOUNT, write(account));
    known.put(tenantId, Optional.of(account));
    troubles.remove(tenantId);
  }

  public final void forget(long tenantId) {
    vault.delete(tenantId, ACCOUNT);
    known.remove(tenantId);
    troubles.remove(tenantId);
  }

  /** Remembers what is wrong with a shop's connection; null when nothing is. */
  public final void trouble(long tenantId, String code) {
    if (code == null) {
      troubles.remove(tenantId);
    } else if (!code.equals(troubles.put(tenantId, code))) {
      LOG.warn("shop {}: its connection to {}: {}", tenantId, provider, code);
    }
  }

  /** What is wrong, or null. */
  public final String trouble(long tenantId) {
    return troubles.get(tenantId);
  }

  private Optional<A> read(long tenantId, String text) {
    try {
      return Optional.of(read(text));
    } catch (RuntimeException _) {
      // The text itself must not get into the log, and a parser's message may quote it.
      LOG.warn("shop {}: what {} was given cannot be read; connect again", tenantId, provider);
      return Optional.empty();
    }
  }
}
