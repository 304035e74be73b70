package duken.provider.smartpos;

import duken.provider.account.ProviderVault;
import duken.provider.smartpos.wire.TerminalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The shops' terminals, in the vault. */
final class Pairings {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Pairing>> PAIRINGS = new TypeReference<>() {};
  private static final String TERMINALS = "terminals";

  /** Where the only terminal was kept before a shop could have several. */
  private static final String ONLY = "terminal";

  /** Tills that are paired no more, with their devices. */
  private static final String PAST = "past";

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};
  private static final String TILL = "till";
  private static final String CHOICE = "choice:";
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int NAME_LETTERS = 6;

  private final ProviderVault vault;
  private final RandomGenerator random;

  /** Tokens of two terminals may be refreshed at once. */
  private final ReentrantLock lock = new ReentrantLock();

  Pairings(ProviderVault vault, RandomGenerator random) {
    this.vault = vault;
    this.random = random;
  }

  /** All terminals of a shop, the first one first. */
  List<Pairing> all(long tenantId) {
    try {
      Optional<String> several = vault.load(tenantId, TERMINALS);
      if (several.isPresent()) {
        return List.copyOf(JSON.readValue(several.get(), PAIRINGS));
      }
      return vault.load(tenantId, ONLY).map(text -> JSON.readValue(text, Pairing.class)).stream()
          .toList();
    } catch (JacksonException _) {
      return List.of();
    }
  }

  /** The terminal of this till, of the first one for null. */
  Optional<Pairing> of(long tenantId, String till) {
    return all(tenantId).stream().filter(it -> till == null || it.till().equals(till)).findFirst();
  }

  /** Keeps a pairing in the place of the one of the same till. */
  void save(long tenantId, Pairing pairing) {
    change(
        tenantId,
        list -> {
          int place =
              IntStream.range(0, list.size())
                  .filter(i -> list.get(i).till().equals(pairing.till()))
                  .findFirst()
                  .orElse(-1);
          if (place < 0) {
            list.add(pairing);
          } else {
            list.set(place, pairing);
          }
        });
  }

  void forget(long tenantId, String till) {
    forget(tenantId, it -> it.till().equals(till));
  }

  /** Forgets every terminal of a shop. */
  void forget(long tenantId) {
    forget(tenantId, (Pairing _) -> true);
  }

  private void forget(long tenantId, Predicate<Pairing> which) {
    Map<String, String> past = new TreeMap<>(past(tenantId));
    all(tenantId).stream()
        .filter(which)
        .filter(it -> it.device() != null)
        .forEach(it -> past.put(it.till(), it.device()));
    vault.save(tenantId, PAST, JSON.writeValueAsString(past));
    change(tenantId, list -> list.removeIf(which));
  }

  /**
   * The other names under which the terminal of this till knew us: it is one device that was paired
   * anew. Pairings of those names are forgotten.
   *
   * @param answers whether a pairing is alive at an address of its own; such a one is kept
   */
  List<String> superseded(long tenantId, String till, Predicate<Pairing> answers) {
    String device = of(tenantId, till).map(Pairing::device).orElse(null);
    if (device == null) {
      return List.of();
    }
    List<String> gone =
        all(tenantId).stream()
            .filter(it -> !it.till().equals(till) && device.equals(it.device()))
            .filter(answers.negate())
            .map(Pairing::till)
            .toList();
    forget(tenantId, it -> gone.contains(it.till()));
    return past(tenantId).entrySet().stream()
        .filter(it -> it.getValue().equals(device))
        .map(Map.Entry::getKey)
        .filter(it -> of(tenantId, it).isEmpty())
        .toList();
  }

  /** Which device was behind the tills that are paired no more. */
  private Map<String, String> past(long tenantId) {
    return vault.load(tenantId, PAST).map(text -> JSON.readValue(text, NAMES)).orElseGet(Map::of);
  }

  private void change(long tenantId, Consumer<List<Pairing>> change) {
    lock.lock();
    try {
      List<Pairing> list = new ArrayList<>(all(tenantId));
      change.accept(list);
      vault.save(tenantId, TERMINALS, JSON.writeValueAsString(list));
      vault.delete(tenantId, ONLY);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Our name on a terminal where none was typed: the one it was paired under, the shop's own for
   * its first terminal, another for each further one. None is ever changed by itself.
   */
  String till(long tenantId, TerminalAddress address) {
    List<Pairing> all = all(tenantId);
    return all.stream()
        .filter(it -> it.address().text().equals(address.text()))
        .map(Pairing::till)
        .findFirst()
        .orElseGet(() -> all.isEmpty() ? first(tenantId) : fresh());
  }

  private String first(long tenantId) {
    return vault
        .load(tenantId, TILL)
        .orElseGet(
            () -> {
              String name = fresh();
              keepTill(tenantId, name);
              return name;
            });
  }

  private String fresh() {
    StringBuilder name = new StringBuilder("Duken-");
    for (int i = 0; i < NAME_LETTERS; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }

  void keepTill(long tenantId, String name) {
    vault.save(tenantId, TILL, name);
  }

  /** Which till a try that is about to begin belongs to. */
  void assign(long tenantId, String mark, String till) {
    vault.save(tenantId, CHOICE + mark, till);
  }

  /** The till of a try; the first one for a try that was not assigned. */
  String assigned(long tenantId, String mark) {
    return vault
        .load(tenantId, CHOICE + mark)
        .or(() -> of(tenantId, null).map(Pairing::till))
        .orElse(null);
  }

  /** A try is in the journal now and says itself where it runs. */
  void begun(long tenantId, String mark) {
    vault.delete(tenantId, CHOICE + mark);
  }
}
