package duken.provider.epay.payment;

import duken.security.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two forms of the merchant's payment identifier (ePay sheet, section 7), of which both are
 * stored and either is found.
 */
public final class PaymentIdentifier {

  /** {@code KASPI_1738665600000_A7BX3K2}: epoch milliseconds and seven of A-Z and 0-9. */
  public static final Pattern FORM = Pattern.compile("KASPI_\\d{13}_[A-Z0-9]{7}");

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int RANDOM_LENGTH = 7;
  private static final Instant NUMERIC_EPOCH = Instant.parse("2026-01-01T00:00:00Z");
  private static final long LAST_SIX = 1_000_000;

  private PaymentIdentifier() {}

  /**
   * The form of the product. The same try always gets the same identifier, so that a crash between
   * its writing and the call leaves no second one.
   *
   * @param attempt random and unique text of this attempt
   * @param at when it was begun
   */
  public static String of(String attempt, Instant at) {
    String digest = Digests.sha256Hex(attempt.getBytes(StandardCharsets.UTF_8));
    StringBuilder random = new StringBuilder(RANDOM_LENGTH);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      int word = Integer.parseInt(digest, i * 6, i * 6 + 6, 16);
      random.append(ALPHABET.charAt(word % ALPHABET.length()));
    }
    return String.format(Locale.ROOT, "KASPI_%013d_%s", at.toEpochMilli(), random);
  }

  /**
   * The numeric form of at most 15 digits, for terminals that refuse letters: seconds since 2026,
   * then six digits of a number that grows, so that the last six repeat after a million at the
   * earliest.
   *
   * @param number of the stored payment, 1 or more
   */
  public static String numeric(long number, Instant at) {
    long seconds = Math.max(1, at.getEpochSecond() - NUMERIC_EPOCH.getEpochSecond());
    return seconds + String.format(Locale.ROOT, "%06d", number % LAST_SIX);
  }
}
