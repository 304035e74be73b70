package duken.gateway.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Forms of values on the wire (gateway contract, section 3). */
public final class Wire {

  private Wire() {}

  /** RFC 3339 in UTC and whole seconds, {@code 2026-05-14T14:35:00Z}; null stays null. */
  public static String time(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A decimal without needless zeroes. */
  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
