package duken.provider.cashier;

import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which of many payments deserve a question of their own beside the bulk question, so that their
 * number costs the bank nothing: always the QRs that customers stand before now, and of all others
 * in turn as many as a small allowance lets through.
 */
final class SingleQuestions {

  /** As long as a bank's QR usually lives. */
  private static final Duration ON_SCREEN = Duration.ofMinutes(3);

  private static final int TILLS = 3;
  private static final Duration REFILL = Duration.ofSeconds(1);
  private static final int FULL = 4;
  private static final int REMEMBERED = 10_000;

  /** Guards everything below. */
  private final ReentrantLock lock = new ReentrantLock();

  private final InstantSource clock;
  private final Map<Long, Instant> emptyUntil = new HashMap<>();
  private final Map<PaymentRef, Instant> lastAsked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PaymentRef, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  SingleQuestions(InstantSource clock) {
    this.clock = clock;
  }

  /** Chooses, and counts the chosen as asked now. */
  Set<PaymentRef> choose(long tenantId, Collection<PaymentRef> waiting) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Set<PaymentRef> chosen = new LinkedHashSet<>(onScreen(waiting, now));
      List<PaymentRef> others =
          waiting.stream()
              .filter(ref -> !chosen.contains(ref))
              .sorted(
                  Comparator.comparing(
                      (PaymentRef ref) -> lastAsked.getOrDefault(ref, ref.openedAt())))
              .limit(allowance(tenantId, now))
              .toList();
      spend(tenantId, others.size(), now);
      chosen.addAll(others);
      chosen.forEach(
          ref -> {
            lastAsked.remove(ref);
            lastAsked.put(ref, now);
          });
      return chosen;
    } finally {
      lock.unlock();
    }
  }

  private static List<PaymentRef> onScreen(Collection<PaymentRef> waiting, Instant now) {
    return waiting.stream()
        .filter(ref -> ref.kind() == PaymentKind.QR)
        .filter(ref -> now.isBefore(ref.openedAt().plus(ON_SCREEN)))
        .sorted(Comparator.comparing(PaymentRef::openedAt).reversed())
        .limit(TILLS)
        .toList();
  }

  private int allowance(long tenantId, Instant now) {
    Instant empty = emptyUntil.getOrDefault(tenantId, now);
    Duration debt = Duration.between(now, empty);
    // A clock that was set back must not silence the questions.
    return debt.compareTo(REFILL.multipliedBy(FULL)) > 0
        ? FULL
        : (int) Math.clamp(FULL - debt.plus(REFILL).minusNanos(1).dividedBy(REFILL), 0L, FULL);
  }

  private void spend(long tenantId, int questions, Instant now) {
    Instant empty = emptyUntil.getOrDefault(tenantId, now);
    boolean sane = empty.isAfter(now) && !empty.isAfter(now.plus(REFILL.multipliedBy(FULL)));
    emptyUntil.put(tenantId, (sane ? empty : now).plus(REFILL.multipliedBy(questions)));
  }
}
