package duken.engine.reconcile;

import duken.store.shift.MoneyRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one source of money brought and what the bank is expected to keep of it.
 *
 * @param source the bank's word, {@code GOLD}; empty where it named none
 * @param sales how many
 * @param salesTiyn what came
 * @param backTiyn what went back
 * @param rate in hundredths of a per cent, or null where the owner has set none
 * @param feeTiyn expected, or null without a rate
 */
public record FeeLine(
    String source, long sales, long salesTiyn, long backTiyn, Integer rate, Long feeTiyn) {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  /** The split of the bank's lines, by source. */
  static List<FeeLine> of(List<ReconciledLine> lines, OwnerRule rule) {
    Map<String, long[]> bySource = new TreeMap<>();
    for (ReconciledLine line : lines) {
      if (line.bank() != null && line.bank().told().amount() != null) {
        String told = line.bank().told().source();
        String source = told == null ? "" : told.toUpperCase(Locale.ROOT);
        add(
            bySource.computeIfAbsent(source, _ -> new long[3]),
            line.isReturn(),
            line.bank().told().amount().tiyn());
      }
    }
    return lines(bySource, rule);
  }

  /**
   * The split of our own money.
   *
   * @param sources the bank's word by invoice; those that are missing were not named
   */
  static List<FeeLine> ofMoney(List<MoneyRow> money, Map<Long, String> sources, OwnerRule rule) {
    Map<String, long[]> bySource = new TreeMap<>();
    for (MoneyRow row : money) {
      String source = sources.getOrDefault(row.invoiceId(), "").toUpperCase(Locale.ROOT);
      add(bySource.computeIfAbsent(source, _ -> new long[3]), row.refund(), row.amount().tiyn());
    }
    return lines(bySource, rule);
  }

  private static void add(long[] sums, boolean isReturn, long tiyn) {
    if (isReturn) {
      sums[2] += tiyn;
    } else {
      sums[0]++;
      sums[1] += tiyn;
    }
  }

  private static List<FeeLine> lines(Map<String, long[]> bySource, OwnerRule rule) {
    List<FeeLine> all = new ArrayList<>();
    bySource.forEach(
        (source, sums) -> {
          Integer rate = rule.rate(source);
          Long fee = rate == null ? null : fee(sums[1] - sums[2], rate);
          all.add(new FeeLine(source, sums[0], sums[1], sums[2], rate, fee));
        });
    return all;
  }

  /** Half a tiyn is rounded up; nothing is kept of less than nothing. */
  static long fee(long tiyn, int rate) {
    if (tiyn <= 0) {
      return 0;
    }
    return BigInteger.valueOf(tiyn)
        .multiply(BigInteger.valueOf(rate))
        .add(WHOLE.shiftRight(1))
        .divide(WHOLE)
        .longValueExact();
  }
}
