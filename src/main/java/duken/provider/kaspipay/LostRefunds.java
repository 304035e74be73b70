package duken.provider.kaspipay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refunds whose answer was lost: one that the bank surely does not have may be repeated once, half
 * a minute later (Kaspi Pay sheet, section 10).
 */
final class LostRefunds {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** So long after it was sent nobody asks about a refund any more. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Map<Long, Instant> sentAt = new ConcurrentHashMap<>();
  private final Map<Long, Boolean> repeated = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Instant started;

  LostRefunds(InstantSource clock) {
    this.clock = clock;
    this.started = clock.instant();
  }

  void sent(long refundId) {
    Instant old = clock.instant().minus(REMEMBERED);
    sentAt.values().removeIf(at -> at.isBefore(old));
    repeated.keySet().retainAll(sentAt.keySet());
    sentAt.putIfAbsent(refundId, clock.instant());
  }

  /**
   * Whether the bank may have been called with it already.
   *
   * @param begun when the refund was begun, UTC, or null: one from before a restart may have gone
   *     its whole way
   */
  boolean maybeSent(long refundId, Instant begun) {
    return sentAt.containsKey(refundId) || (begun != null && begun.isBefore(started));
  }

  /** The request surely did nothing. */
  void notSent(long refundId) {
    sentAt.remove(refundId);
  }

  /** Whether it may be sent once more; after a restart the time counts from the first question. */
  boolean mayBeRepeated(long refundId) {
    Instant at = sentAt.computeIfAbsent(refundId, _ -> clock.instant());
    return !clock.instant().isBefore(at.plus(PATIENCE))
        && repeated.putIfAbsent(refundId, true) == null;
  }
}
