package duken.provider.kaspipay.account;

import duken.provider.account.ProviderVault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contracts of all shops, read from the vault when they are first wanted. */
public final class KaspiPayAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(KaspiPayAccounts.class);

  private static final String ACCOUNT = "account";
  private static final String DEVICE = "device";

  private final Map<Long, Optional<KaspiPayAccount>> known = new ConcurrentHashMap<>();
  private final Map<Long, String> troubles = new ConcurrentHashMap<>();
  private final ProviderVault vault;

  public KaspiPayAccounts(ProviderVault vault) {
    this.vault = vault;
  }

  /** A shop's contract. */
  public Optional<KaspiPayAccount> of(long tenantId) {
    return known.computeIfAbsent(
        tenantId, id -> vault.load(id, ACCOUNT).flatMap(text -> read(id, text)));
  }

  /** Stores a contract; it is used at once. */
  public void keep(long tenantId, KaspiPayAccount account) {
    vault.save(tenantId, ACCOUNT, KaspiPayAccountText.write(account));
    known.put(tenantId, Optional.of(account));
    troubles.remove(tenantId);
  }

  /** Forgets it; the cash desk's own name stays, so that the bank knows it again. */
  public void forget(long tenantId) {
    vault.delete(tenantId, ACCOUNT);
    known.remove(tenantId);
    troubles.remove(tenantId);
  }

  /** The cash desk's name that was made for this shop once. */
  public Optional<String> device(long tenantId) {
    return vault.load(tenantId, DEVICE);
  }

  /** Keeps the cash desk's name. */
  public void keepDevice(long tenantId, String name) {
    vault.save(tenantId, DEVICE, name);
  }

  /** Remembers what is wrong with a shop's contract; null when nothing is. */
  public void trouble(long tenantId, String code) {
    if (code == null) {
      troubles.remove(tenantId);
    } else if (!code.equals(troubles.put(tenantId, code))) {
      LOG.warn("shop {}: the contract with the bank: {}", tenantId, code);
    }
  }

  /** What is wrong, or null. */
  public String trouble(long tenantId) {
    return troubles.get(tenantId);
  }

  private static Optional<KaspiPayAccount> read(long tenantId, String text) {
    try {
      return Optional.of(KaspiPayAccountText.read(text));
    } catch (RuntimeException _) {
      // The text itself must not get into the log, and a parser's message may quote it.
      LOG.warn("shop {}: the contract cannot be read; connect it again", tenantId);
      return Optional.empty();
    }
  }
}
