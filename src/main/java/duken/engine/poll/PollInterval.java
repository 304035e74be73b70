package duken.engine.poll;

import duken.domain.PaymentKind;
import duken.provider.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the bank is asked again about a payment (cashier sheet, section 8): what
 * the bank dictates, else the provider's pace for a QR and ever gentler questions for a bill.
 */
public final class PollInterval {

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST_DICTATED = Duration.ofMinutes(5);
  private static final int JITTER_PERCENT = 10;

  private final RandomGenerator random;

  public PollInterval(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The pause after an answer.
   *
   * @param dictated by the bank, or null
   * @param openedAt when the payment was opened, UTC
   */
  Duration afterAnswer(
      PaymentKind kind, Pace pace, Duration dictated, Instant openedAt, Instant now) {
    Duration usual =
        switch (kind) {
          case QR, TERMINAL -> pace.minInterval();
          case PHONE, LINK -> bill(Duration.between(openedAt, now));
        };
    Duration wanted = dictated == null ? usual : shorter(dictated, LONGEST_DICTATED);
    return jittered(longer(wanted, pace.minInterval()), dictated != null);
  }

  /**
   * The pause after {@code silences} questions in a row without an answer: 1, 2, 4 … 60 s.
   *
   * @param dictated by the provider, or null
   */
  Duration afterSilence(int silences, Duration dictated) {
    Duration own = Duration.ofSeconds(1L << Math.clamp(silences - 1L, 0, 6));
    Duration pause = shorter(own, LONGEST_SILENCE);
    return dictated == null
        ? jittered(pause, false)
        : jittered(longer(pause, shorter(dictated, LONGEST_DICTATED)), true);
  }

  private static Duration bill(Duration age) {
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return Duration.ofSeconds(5);
    }
    if (age.compareTo(Duration.ofMinutes(10)) < 0) {
      return Duration.ofSeconds(15);
    }
    return age.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofSeconds(60) : Duration.ofMinutes(5);
  }

  /**
   * A little more or less, so that a thousand questions do not fall on one instant; never less than
   * a bank dictates.
   */
  private Duration jittered(Duration pause, boolean dictated) {
    long tenth = pause.toMillis() * JITTER_PERCENT / 100;
    long least = dictated ? 0 : -tenth;
    return tenth == 0 ? pause : pause.plusMillis(random.nextLong(least, tenth + 1));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
