package duken.provider.epay.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminals of all shops, read from the vault when they are first wanted. */
public final class EpayAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(EpayAccounts.class);

  private final Map<Long, Optional<EpayAccount>> known = new ConcurrentHashMap<>();
  private final Map<Long, String> troubles = new ConcurrentHashMap<>();
  private final EpayVault vault;

  public EpayAccounts(EpayVault vault) {
    this.vault = vault;
  }

  /** A shop's terminal. */
  public Optional<EpayAccount> of(long tenantId) {
    return known.computeIfAbsent(tenantId, id -> vault.load(id).flatMap(text -> read(id, text)));
  }

  /** The shop that this reference in callback addresses stands for. */
  public Optional<Long> tenant(String reference) {
    return vault.tenants().stream()
        .filter(id -> of(id).filter(it -> it.reference().equals(reference)).isPresent())
        .findFirst();
  }

  /** Stores a terminal; it is used at once. */
  public void keep(long tenantId, EpayAccount account) {
    vault.save(tenantId, EpayAccountText.write(account));
    known.put(tenantId, Optional.of(account));
    troubles.remove(tenantId);
  }

  /** Forgets it. */
  public void forget(long tenantId) {
    vault.delete(tenantId);
    known.remove(tenantId);
    troubles.remove(tenantId);
  }

  /** Reads the vault again when it is next asked: another program may have changed it. */
  public void refresh(long tenantId) {
    known.remove(tenantId);
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
