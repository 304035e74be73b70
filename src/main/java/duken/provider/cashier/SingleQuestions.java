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
 * Which payments deserve a question of their own. A few all do. Of many, for which the bulk
 * question is there, always the QRs that customers stand before now, and of all others in turn as
 * many as a small allowance lets through: so their number costs the bank nothing.
 */
final class SingleQuestions {

  /** As long as a bank's QR usually lives. */
  private static final Duration ON_SCREEN = Duration.ofMinutes(3);

  private static final int TILLS = 3;

  /** So many single questions cost no more than the bulk question and its company. */
  private static final int FEW = 5;

  /** Payments that are due one by one are many all the same when they come so close together. */
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private static final Duration REFILL = Duration.ofSeconds(1);
  private static final int FULL = 4;
  private static final int REMEMBERED = 10_000;

  /** Guards everything below. */
  private final ReentrantLock lock = new ReentrantLock();

  private final InstantSource clock;
  private final Map<Long, Instant> emptyUntil = new HashMap<>();

  /** What each shop wanted to know of late, and when; the oldest wish first. */
  private final Map<Long, LinkedHashMap<PaymentRef, Instant>> wanted = new HashMap<>();

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

  /** Whether these are many, together with what the shop wanted to know a moment ago. */
  boolean areMany(long tenantId, Collection<PaymentRef> payments) {
    lock.lock();
    try {
      Instant now = clock.instant();
      var wishes = wanted.computeIfAbsent(tenantId, _ -> new LinkedHashMap<>());
      for (PaymentRef payment : payments) {
        wishes.remove(payment);
        wishes.put(payment, now);
      }
      wishes.values().removeIf(at -> at.isAfter(now) || at.plus(CLOSE).isBefore(now));
      return wishes.size() > FEW;
    } finally {
      lock.unlock();
    }
  }

  /** Chooses, and counts the chosen as asked now. */
  Set<PaymentRef> choose(long tenantId, Collection<PaymentRef> waiting) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Set<PaymentRef> chosen = new LinkedHashSet<>(onScreen(tenantId, now));
      chosen.retainAll(waiting);
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

  private List<PaymentRef> onScreen(long tenantId, Instant now) {
    return wanted.getOrDefault(tenantId, new LinkedHashMap<>()).keySet().stream()
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
