package duken.app.bank;

import java.util.Map;
import java.util.stream.IntStream;

/** Facts of one terminal among all of a shop's, as the provider numbers them. */
final class PairedTill {

  private PairedTill() {}

  /**
   * A fact of the terminal of a till.
   *
   * @param till null for the shop's first
   * @return null when it is not known
   */
  static String fact(Map<String, String> facts, String till, String name) {
    int count = Integer.parseInt(facts.getOrDefault("terminals", "0"));
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "terminal_" + i + "_")
        .filter(prefix -> till == null || till.equals(facts.get(prefix + "till")))
        .findFirst()
        .map(prefix -> facts.get(prefix + name))
        .orElse(null);
  }
}
