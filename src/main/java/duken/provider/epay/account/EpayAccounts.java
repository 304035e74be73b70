package duken.provider.epay.account;

import duken.provider.account.ProviderVault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminals of all shops, read from the vault when they are first wanted. */
public final class EpayAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(EpayAccounts.class);

  private static final String ACCOUNT = "account";

  private final Map<Long, Optional<EpayAccount>> known = new ConcurrentHashMap<>();
  private final Map<Long, String> troubles = new ConcurrentHashMap<>();
  private final ProviderVault vault;
  private final Supplier<List<Long>> shops;

  /**
   * @param shops every shop there is
   */
  public EpayAccounts(ProviderVault vault, Supplier<List<Long>> shops) {
    this.vault = vault;
    this.shops = shops;
  }

  /** A shop's terminal. */
  public Optional<EpayAccount> of(long tenantId) {
    return known.computeIfAbsent(
        tenantId, id -> vault.load(id, ACCOUNT).flatMap(text -> read(id, text)));
  }

  /** The shop that this reference in callback addresses stands for. */
  public Optional<Long> tenant(String reference) {
    return shops.get().stream()
        .filter(id -> of(id).filter(it -> it.reference().equals(reference)).isPresent())
        .findFirst();
  }

  /** Stores a terminal; it is used at once. */
  public void keep(long tenantId, EpayAccount account) {
    vault.save(tenantId, ACCOUNT, EpayAccountText.write(account));
    known.put(tenantId, Optional.of(account));
    troubles.remove(tenantId);
  }

  /** Forgets it. */
  public void forget(long tenantId) {
    vault.delete(tenantId, ACCOUNT);
    known.remove(tenantId);
    troubles.remove(tenantId);
  }

  /** Remembers what is wrong with a shop's terminal; null when nothing is. */
  public void trouble(long tenantId, String code) {
    if (code == null) {
      troubles.remove(tenantId);
    } else if (!code.equals(troubles.put(tenantId, code))) {
      LOG.warn("shop {}: the provider's terminal: {}", tenantId, code);
    }
  }

  /** What is wrong, or null. */
  public String trouble(long tenantId) {
    return troubles.get(tenantId);
  }

  private static Optional<EpayAccount> read(long tenantId, String text) {
    try {
      return Optional.of(EpayAccountText.read(text));
    } catch (RuntimeException _) {
      // The text itself must not get into the log, and a parser's message may quote it.
      LOG.warn("shop {}: the provider's settings cannot be read; connect it again", tenantId);
      return Optional.empty();
    }
  }
}
