package duken.provider.smartpos;

import duken.provider.account.ProviderVault;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The shops' terminals, in the vault. */
final class Pairings {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String TERMINAL = "terminal";
  private static final String TILL = "till";
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int NAME_LETTERS = 6;

  private final ProviderVault vault;
  private final RandomGenerator random;

  Pairings(ProviderVault vault, RandomGenerator random) {
    this.vault = vault;
    this.random = random;
  }

  Optional<Pairing> of(long tenantId) {
    try {
      return vault.load(tenantId, TERMINAL).map(text -> JSON.readValue(text, Pairing.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  void save(long tenantId, Pairing pairing) {
    vault.save(tenantId, TERMINAL, JSON.writeValueAsString(pairing));
  }

  void forget(long tenantId) {
    vault.delete(tenantId, TERMINAL);
  }

  /** Our name on the terminal: chosen once per shop, then never changed by itself. */
  String till(long tenantId) {
    return vault
        .load(tenantId, TILL)
        .orElseGet(
            () -> {
              StringBuilder name = new StringBuilder("Duken-");
              for (int i = 0; i < NAME_LETTERS; i++) {
                name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
              }
              keepTill(tenantId, name.toString());
              return name.toString();
            });
  }

  void keepTill(long tenantId, String name) {
    vault.save(tenantId, TILL, name);
  }
}
