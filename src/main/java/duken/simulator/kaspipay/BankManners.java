package duken.simulator.kaspipay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the fake bank writes what its guide leaves open (Kaspi Pay sheet, sections 3, 9 and 14).
 *
 * @param numericTokens whether a cash desk's token is all digits
 * @param dates how dates are written
 * @param options how the behaviour options come
 * @param billReads how often one bill may be asked about in a minute before 429; 0 for any
 * @param delay before each answer
 * @param sources addresses that r3 may come from
 */
public record BankManners(
    boolean numericTokens,
    Dates dates,
    Options options,
    int billReads,
    Duration delay,
    List<String> sources) {

  /** Where callers on this computer come from. */
  static final List<String> LOOPBACK = List.of("127.0.0.1");

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  /** How dates are written (section 3). */
  public enum Dates {
    /** {@code 2026-01-16T10:30:00+05}. */
    HOUR("uuuu-MM-dd'T'HH:mm:ssx"),
    /** {@code 2026-01-16T10:30:00.717+05:00}. */
    MILLIS("uuuu-MM-dd'T'HH:mm:ss.SSSxxx"),
    /** {@code 2026-01-08T11:35:48.1566667}, without an offset. */
    BARE("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS"),
    /** {@code 2026-01-3T11:55:14.166+06:00}. */
    SHORT_DAY("uuuu-MM-d'T'HH:mm:ss.SSSxxx"),
    /** {@code 2026-01-16T05:30:00Z}. */
    UTC("uuuu-MM-dd'T'HH:mm:ssX"),
    /** No date at all. */
    UNREADABLE("'soon'");

    private final String pattern;

    Dates(String pattern) {
      this.pattern = pattern;
    }

    String of(Instant at) {
      ZoneId zone = this == UTC ? ZoneOffset.UTC : ALMATY;
      return DateTimeFormatter.ofPattern(pattern).withZone(zone).format(at);
    }
  }

  /** How the behaviour options come (section 5). */
  public enum Options {
    NUMBERS,
    TEXT,
    MISSING
  }

  /** As the guide's samples. */
  public static BankManners standard() {
    return new BankManners(false, Dates.HOUR, Options.NUMBERS, 0, Duration.ZERO, LOOPBACK);
  }

  /** The options of an answer, or null where none come. */
  Map<String, Object> options(Map<String, Integer> seconds) {
    if (options == Options.MISSING) {
      return null;
    }
    Map<String, Object> told = new LinkedHashMap<>();
    seconds.forEach((name, value) -> told.put(name, options == Options.TEXT ? "" + value : value));
    return told;
  }

  /** The usual deadlines of a purchase, in seconds. */
  static Map<String, Integer> deadlines(String scan) {
    return Map.of(
        "StatusPollingInterval",
        1,
        scan,
        (int) PurchaseBooks.SCAN.toSeconds(),
        "PaymentConfirmationTimeout",
        (int) PurchaseBooks.CONFIRM.toSeconds());
  }
}
