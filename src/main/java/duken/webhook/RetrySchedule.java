package duken.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a failed delivery is tried again (gateway contract, section 15): three attempts, at once,
 * after 5 s and after 30 s, each from the end of the one before. Then it is parked and tried at
 * fixed times after it was parked, up to 72 h; then it waits for somebody to ask for it.
 *
 * @param whileParked whether parked deliveries are tried again by themselves; off for receivers
 *     that rely on exactly three attempts
 */
public record RetrySchedule(boolean whileParked) {

  /** How many attempts come before a delivery is parked. */
  public static final int FIRST_ATTEMPTS = 3;

  private static final Duration AFTER_FIRST = Duration.ofSeconds(5);
  private static final Duration AFTER_SECOND = Duration.ofSeconds(30);
  private static final List<Duration> AFTER_PARKING =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(48),
          Duration.ofHours(72));

  /**
   * When to try again one that is not parked.
   *
   * @param attempts made so far, at least 1
   * @param endedAt when the newest of them ended, UTC
   * @return empty when it is to be parked
   */
  public Optional<Instant> beforeParking(int attempts, Instant endedAt) {
    return switch (attempts) {
      case 1 -> Optional.of(endedAt.plus(AFTER_FIRST));
      case 2 -> Optional.of(endedAt.plus(AFTER_SECOND));
      default -> Optional.empty();
    };
  }

  /**
   * When to try again one that is parked.
   *
   * @param parkedAt UTC
   * @param endedAt when the newest attempt ended, UTC
   * @return empty when it is left for manual resend
   */
  public Optional<Instant> whileParked(Instant parkedAt, Instant endedAt) {
    if (!whileParked) {
      return Optional.empty();
    }
    return AFTER_PARKING.stream().map(parkedAt::plus).filter(endedAt::isBefore).findFirst();
  }
}
