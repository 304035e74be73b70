package duken.provider.cashier.payment;

import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.cashier.wire.TokenBucket;
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
 * question is there, the QRs that customers stand before now, and of all others in turn as many as
 * a small allowance lets through: so their number costs the bank nothing. No QR is asked about by
 * itself more often than the bank wants; in between the bulk question may show that it was paid.
 */
final class SingleQueryBudget {

  /** So many single questions cost no more than the bulk question and its company. */
  private static final int FEW = 5;

  private static final int REMEMBERED = 10_000;

  /** The longest that a payment among very many waits for its turn. */
  private static final Duration TURN = Duration.ofHours(3);

  private static final Duration USUAL = QrTiming.USUAL.beforeScan();

  /** Guards everything below. */
  private final ReentrantLock lock = new ReentrantLock();

  private final InstantSource clock;
  private final Map<Long, Shop> shops = new HashMap<>();

  private final LinkedHashMap<PaymentRef, Asked> asked = new LinkedHashMap<>();

  SingleQueryBudget(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param at when it was asked about by itself
   * @param pause until the bank wants to be asked again
   */
  private record Asked(Instant at, Duration pause) {

    /** The engine's pauses vary by a tenth, so a little less than the bank's is a full one. */
    boolean wasJustBefore(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(pause.multipliedBy(85).dividedBy(100)));
    }
  }

  private record Shop(RecentPayments recent, TokenBucket onScreen, TokenBucket others) {

    static Shop fresh() {
      return new Shop(
          new RecentPayments(),
          new TokenBucket(3, Duration.ofSeconds(1)),
          new TokenBucket(4, Duration.ofSeconds(2)));
    }
  }

  /** Whether these are many, together with what the shop wanted to know a moment ago. */
  boolean areMany(long tenantId, Collection<PaymentRef> payments) {
    lock.lock();
    try {
      RecentPayments recent = shop(tenantId).recent();
      recent.note(payments, clock.instant());
      return recent.size() > FEW;
    } finally {
      lock.unlock();
    }
  }

  /** Whether customers stand before one of these QRs now. */
  boolean areOnScreen(long tenantId, Collection<PaymentRef> payments) {
    lock.lock();
    try {
      return shop(tenantId).recent().onScreen(clock.instant()).stream()
          .anyMatch(payments::contains);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether customers stand before one of these QRs now, which was asked about by itself a moment
   * ago: for it the bulk question is the one half-way.
   */
  boolean areHalfway(long tenantId, Collection<PaymentRef> payments) {
    lock.lock();
    try {
      Instant now = clock.instant();
      return shop(tenantId).recent().onScreen(now).stream()
          .anyMatch(ref -> isEarly(ref, now) && payments.contains(ref));
    } finally {
      lock.unlock();
    }
  }

  /** Chooses among a few those that may be asked about now, and counts them as asked. */
  Set<PaymentRef> ofFew(Collection<PaymentRef> payments) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Set<PaymentRef> chosen = new LinkedHashSet<>(payments);
      chosen.removeIf(ref -> isEarly(ref, now));
      chosen.forEach(ref -> note(ref, now));
      return chosen;
    } finally {
      lock.unlock();
    }
  }

  /** Chooses among many, and counts the chosen as asked now. */
  Set<PaymentRef> ofMany(long tenantId, Collection<PaymentRef> waiting) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Shop shop = shop(tenantId);
      List<PaymentRef> due = waiting.stream().filter(ref -> !isEarly(ref, now)).toList();
      Set<PaymentRef> chosen = new LinkedHashSet<>();
      shop.recent().onScreen(now).stream()
          .filter(due::contains)
          .limit(shop.onScreen().left(now))
          .forEach(chosen::add);
      shop.onScreen().take(chosen.size(), now);
      List<PaymentRef> others =
          due.stream()
              .filter(ref -> !chosen.contains(ref))
              .sorted(Comparator.comparing(ref -> last(ref).at()))
              .limit(shop.others().left(now))
              .toList();
      shop.others().take(others.size(), now);
      chosen.addAll(others);
      chosen.forEach(ref -> note(ref, now));
      return chosen;
    } finally {
      lock.unlock();
    }
  }

  /** The bank said when it wants to be asked about a chosen one again. */
  void answered(PaymentRef ref, Duration pause) {
    lock.lock();
    try {
      asked.computeIfPresent(ref, (_, last) -> new Asked(last.at(), pause));
    } finally {
      lock.unlock();
    }
  }

  private Shop shop(long tenantId) {
    return shops.computeIfAbsent(tenantId, _ -> Shop.fresh());
  }

  private boolean isEarly(PaymentRef ref, Instant now) {
    return ref.kind() == PaymentKind.QR && last(ref).wasJustBefore(now);
  }

  private Asked last(PaymentRef ref) {
    return asked.getOrDefault(ref, new Asked(ref.openedAt(), USUAL));
  }

  private void note(PaymentRef ref, Instant now) {
    asked.putLast(ref, new Asked(now, USUAL));
    Instant old = now.minus(TURN);
    while (asked.size() > REMEMBERED || asked.firstEntry().getValue().at().isBefore(old)) {
      asked.pollFirstEntry();
    }
  }
}
