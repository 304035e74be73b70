package duken.provider.marketplace;

import duken.provider.account.ProviderVault;
import java.net.URI;
import java.util.Optional;

/** What is kept of the shops' accounts, sealed. */
final class MarketplaceAccounts {

  private static final String ACCOUNT = "account";
  private static final String TROUBLE = "trouble";
  private static final String SEEN = "seen";

  /** The token is refused: nobody is asked any more. */
  static final String REFUSED = "token_refused";

  /** Kaspi says there are no orders, which may be wrong. */
  static final String UNSURE = "unsure";

  private final ProviderVault vault;

  MarketplaceAccounts(ProviderVault vault) {
    this.vault = vault;
  }

  Optional<MarketplaceAccount> of(long tenantId) {
    return vault
        .load(tenantId, ACCOUNT)
        .map(text -> text.split("\n", -1))
        .filter(parts -> parts.length == 3)
        .map(
            parts ->
                new MarketplaceAccount(
                    URI.create(parts[0]), parts[1], parts[2].isEmpty() ? null : parts[2]));
  }

  /** Keeps an account; what was known about another token is forgotten. */
  void keep(long tenantId, MarketplaceAccount account) {
    if (of(tenantId).filter(it -> it.token().equals(account.token())).isEmpty()) {
      vault.delete(tenantId, SEEN);
    }
    vault.save(
        tenantId,
        ACCOUNT,
        String.join(
            "\n",
            account.base().toString(),
            account.token(),
            account.shop() == null ? "" : account.shop()));
    vault.delete(tenantId, TROUBLE);
  }

  void forget(long tenantId) {
    vault.delete(tenantId, ACCOUNT);
    vault.delete(tenantId, TROUBLE);
    vault.delete(tenantId, SEEN);
  }

  /** What is in the way, or null. */
  String trouble(long tenantId) {
    return vault.load(tenantId, TROUBLE).orElse(null);
  }

  void trouble(long tenantId, String word) {
    String known = trouble(tenantId);
    if (word == null && known != null) {
      vault.delete(tenantId, TROUBLE);
    } else if (word != null && !word.equals(known)) {
      vault.save(tenantId, TROUBLE, word);
    }
  }

  /** The token has brought orders, so that an empty answer is odd from now on. */
  void seen(long tenantId) {
    if (!hasSeen(tenantId)) {
      vault.save(tenantId, SEEN, "yes");
    }
  }

  boolean hasSeen(long tenantId) {
    return vault.load(tenantId, SEEN).isPresent();
  }
}
