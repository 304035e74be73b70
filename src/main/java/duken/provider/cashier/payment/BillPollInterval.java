package duken.provider.cashier.payment;

import java.time.Duration;

/** How gently a bill is asked about as it grows old (cashier sheet, section 8). */
final class BillPollInterval {

  private BillPollInterval() {}

  static Duration at(Duration age) {
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return Duration.ofSeconds(5);
    }
    if (age.compareTo(Duration.ofMinutes(10)) < 0) {
      return Duration.ofSeconds(15);
    }
    return age.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofSeconds(60) : Duration.ofMinutes(5);
  }
}
