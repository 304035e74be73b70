package duken.domain.cash;

import duken.domain.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Banknotes by their value, and coins as one sum.
 *
 * @param count how many of each value in whole tenge; only values of {@link #VALUES}
 * @param coins what the coins come to
 */
public record Banknotes(SortedMap<Integer, Integer> count, Money coins) {

  /** The banknotes of the National Bank of Kazakhstan that are in use, largest first, in tenge. */
  public static final List<Integer> VALUES = List.of(20_000, 10_000, 5_000, 2_000, 1_000, 500);

  /** More of one value lie in no drawer. */
  public static final int MOST = 9_999;

  private static final int SUGGESTED = 4;

  /**
   * @throws IllegalArgumentException for a value that is no banknote, or an impossible number
   */
  public Banknotes {
    SortedMap<Integer, Integer> sorted = new TreeMap<>(Comparator.reverseOrder());
    count.forEach(
        (value, many) -> {
          if (!VALUES.contains(value) || many < 0 || many > MOST) {
            throw new IllegalArgumentException("no such banknotes");
          }
          if (many > 0) {
            sorted.put(value, many);
          }
        });
    count = java.util.Collections.unmodifiableSortedMap(sorted);
  }

  /** These banknotes and coins. */
  public static Banknotes of(Map<Integer, Integer> count, Money coins) {
    return new Banknotes(new TreeMap<>(count), coins);
  }

  public Money sum() {
    Money sum = coins;
    for (Map.Entry<Integer, Integer> each : count.entrySet()) {
      sum = sum.plus(Money.ofTenge((long) each.getKey() * each.getValue()));
    }
    return sum;
  }

  /** {@code 20000x3 500x1 coins 120.50}, as it is kept. */
  public String inWords() {
    String notes =
        count.entrySet().stream()
            .map(it -> it.getKey() + "x" + it.getValue())
            .collect(Collectors.joining(" "));
    return (notes + (coins.isZero() ? "" : " coins " + coins.toWire())).strip();
  }

  /**
   * What a customer likely gives for a sum: the sums just above it that make sense with banknotes,
   * smallest first, never the sum itself.
   */
  public static List<Money> likely(Money sum) {
    TreeSet<Money> likely = new TreeSet<>();
    for (int value : VALUES) {
      long note = Money.ofTenge(value).tiyn();
      long up = Math.ceilDiv(sum.tiyn(), note) * note;
      if (up > sum.tiyn() && up <= Money.LARGEST.tiyn()) {
        likely.add(Money.ofTiyn(up));
      }
    }
    return new ArrayList<>(likely).subList(0, Math.min(SUGGESTED, likely.size()));
  }
}
