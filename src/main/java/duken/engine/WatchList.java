package duken.engine;

import duken.domain.Invoice;
import duken.engine.Watched.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which invoices are open and when the bank is asked about each. Kept in memory only. */
final class WatchList {

  private static final Comparator<Watched> NEWEST_QR_FIRST =
      Comparator.comparing((Watched it) -> !it.urgent)
          .thenComparing(it -> it.kind)
          .thenComparing(it -> it.createdAt, Comparator.reverseOrder())
          .thenComparing(it -> it.invoiceId, Comparator.reverseOrder());

  private static final Comparator<Watched> LONGEST_WAIT_FIRST =
      Comparator.comparing((Watched it) -> !it.urgent)
          .thenComparing(it -> it.dueAt)
          .thenComparing(it -> it.invoiceId);

  /** Guards everything; held for the length of a look through the list. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<Long, Watched> list = new HashMap<>();
  private final Map<Lane, Boolean> newestTurn = new HashMap<>();
  private final InstantSource clock;

  WatchList(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Watches an open invoice from now on.
   *
   * @return whether it was not watched before
   */
  boolean watch(Invoice invoice, Duration firstQuestion) {
    return locked(
        () -> {
          Instant now = clock.instant();
          Watched fresh = new Watched(invoice, now, now.plus(firstQuestion));
          return list.putIfAbsent(invoice.id(), fresh) == null;
        });
  }

  /** Whether somebody wants to know something at once. */
  boolean hasUrgent() {
    return locked(() -> list.values().stream().anyMatch(it -> it.urgent && !it.asking));
  }

  /**
   * Has the bank asked at once about an invoice, whatever was known.
   *
   * @return whether it is watched
   */
  boolean hurry(long invoiceId) {
    return locked(
        () -> {
          Watched it = list.get(invoiceId);
          if (it != null && it.asking) {
            it.again = true;
          } else if (it != null) {
            it.urgent = true;
            it.known = null;
            it.dueAt = clock.instant();
          }
          return it != null;
        });
  }

  /** Makes a question due unless the last one was not answered: then its own pause is kept. */
  void hurryUnlessSilent(long invoiceId) {
    locked(
        () -> {
          Watched it = list.get(invoiceId);
          Instant now = clock.instant();
          if (it != null && !it.asking && it.silences == 0 && it.dueAt.isAfter(now)) {
            it.dueAt = now;
          }
          return null;
        });
  }

  /** The bank spoke about an invoice: no silence counts any more. */
  void answered(long invoiceId) {
    locked(
        () -> {
          Watched it = list.get(invoiceId);
          if (it != null) {
            it.silences = 0;
          }
          return null;
        });
  }

  /** Whether an invoice is in the list. */
  boolean isWatched(long invoiceId) {
    return locked(() -> list.containsKey(invoiceId));
  }

  /** Has the bank asked at once about everything in these lanes: it speaks again. */
  void hurry(Predicate<Lane> which) {
    locked(
        () -> {
          Instant now = clock.instant();
          list.values().stream()
              .filter(it -> which.test(it.lane) && it.dueAt.isAfter(now))
              .forEach(it -> it.dueAt = now);
          return null;
        });
  }

  /** The lanes in which a question is due. */
  Set<Lane> dueLanes() {
    return locked(
        () -> {
          Instant now = clock.instant();
          return list.values().stream()
              .filter(it -> it.isDue(now))
              .map(it -> it.lane)
              .collect(Collectors.toSet());
        });
  }

  /**
   * Takes up to {@code most} due invoices of a lane to ask about. Every other time the newest QR
   * comes first, as its customer stands at the counter; in between whoever has waited longest, so
   * that nobody is forgotten. What was taken is given back through {@link #done}.
   */
  List<Watched> take(Lane lane, int most) {
    return locked(
        () -> {
          Instant now = clock.instant();
          boolean newest = newestTurn.merge(lane, true, (old, _) -> !old);
          List<Watched> taken =
              list.values().stream()
                  .filter(it -> it.lane.equals(lane) && it.isDue(now))
                  .sorted(newest ? NEWEST_QR_FIRST : LONGEST_WAIT_FIRST)
                  .limit(most)
                  .toList();
          taken.forEach(it -> it.asking = true);
          return new ArrayList<>(taken);
        });
  }

  /**
   * Gives back what was asked about.
   *
   * @param known what the bank said, or null when the next question is a full step
   * @param pause until the next question; the end of the invoice's time is never slept through
   */
  void done(Watched it, Watched.Known known, int silences, Duration pause) {
    locked(
        () -> {
          Instant now = clock.instant();
          Instant next = now.plus(pause);
          boolean sleepsThrough = now.isBefore(it.expiresAt) && it.expiresAt.isBefore(next);
          it.dueAt = it.again ? now : sleepsThrough ? it.expiresAt : next;
          it.known = it.again ? null : known;
          it.urgent = it.again;
          it.again = false;
          it.asking = false;
          it.askedAt = now;
          it.silences = silences;
          return null;
        });
  }

  /** Forgets an invoice that is no longer open. */
  void forget(long invoiceId) {
    locked(() -> list.remove(invoiceId));
  }

  /** How long nothing is due: empty list or all asked, at most {@code most}. */
  Duration untilNext(Duration most) {
    return locked(
        () -> {
          Instant now = clock.instant();
          return list.values().stream()
              .filter(it -> !it.asking && it.dueAt.isAfter(now))
              .map(it -> Duration.between(now, it.dueAt))
              .filter(wait -> wait.compareTo(most) < 0)
              .min(Comparator.naturalOrder())
              .orElse(most);
        });
  }

  /** Whether the bank's last word is awaited: the time is over, or the bank is silent. */
  boolean isChecking(long invoiceId, Predicate<Lane> isSilent) {
    return locked(
        () -> {
          Watched it = list.get(invoiceId);
          return it != null
              && (it.silences > 0 || it.isOverdue(clock.instant()) || isSilent.test(it.lane));
        });
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
