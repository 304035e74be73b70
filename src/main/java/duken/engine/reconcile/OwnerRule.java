package duken.engine.reconcile;

import duken.store.Store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the owner has chosen about the bank's list.
 *
 * @param shown whether money without an invoice is shown at the till
 * @param auto whether it may settle the only open sale that fits
 * @param minutes so far before the money that sale may have been made
 * @param rates what the bank keeps of a sale, in hundredths of a per cent, by its word for what was
 *     paid from in lower case; those that are not here were not said
 */
public record OwnerRule(boolean shown, boolean auto, int minutes, Map<String, Integer> rates) {

  /** Before the owner has chosen: nothing happens by itself, and no rate is made up. */
  public static final OwnerRule FIRST = new OwnerRule(true, false, 15, Map.of());

  public OwnerRule {
    rates = Map.copyOf(rates);
  }

  private static String name(long tenantId) {
    return "bank-list." + tenantId;
  }

  static OwnerRule read(Tx tx, long tenantId) {
    return tx.storedSettings().get(name(tenantId)).map(OwnerRule::parse).orElse(FIRST);
  }

  void keep(Tx tx, long tenantId) {
    tx.storedSettings().put(name(tenantId), text());
  }

  private static OwnerRule parse(String text) {
    String[] parts = text.split(";", -1);
    Map<String, Integer> rates = new TreeMap<>();
    for (int i = 3; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      rates.put(parts[i].substring(0, equals), Integer.valueOf(parts[i].substring(equals + 1)));
    }
    return new OwnerRule(
        Boolean.parseBoolean(parts[0]),
        Boolean.parseBoolean(parts[1]),
        Integer.parseInt(parts[2]),
        rates);
  }

  private String text() {
    List<String> parts =
        new ArrayList<>(
            List.of(Boolean.toString(shown), Boolean.toString(auto), Integer.toString(minutes)));
    new TreeMap<>(rates).forEach((source, rate) -> parts.add(source + "=" + rate));
    return String.join(";", parts);
  }

  /** The rate of the bank's word, or null. */
  Integer rate(String source) {
    return rates.get(source.toLowerCase(Locale.ROOT));
  }
}
