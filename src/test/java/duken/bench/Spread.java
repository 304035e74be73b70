package duken.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What many measurements say together: their middle, and how far they lie apart. */
record Spread(double median, double low, double high, int count) {

  /** Of times in nanoseconds; low and high are the 5th and the 95th percentile, in milliseconds. */
  static Spread ofNanos(List<Long> nanos) {
    return of(nanos.stream().mapToDouble(n -> n / 1e6).toArray());
  }

  /** Of any numbers. */
  static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(at(sorted, 0.5), at(sorted, 0.05), at(sorted, 0.95), sorted.length);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f (%.1f – %.1f)", median, low, high);
  }
}
