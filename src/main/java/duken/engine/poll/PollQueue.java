package duken.engine.poll;

import duken.domain.Invoice;
import duken.engine.poll.PolledInvoice.ProviderSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which invoices are open and when the bank is asked about each. Kept in memory only. */
public final class PollQueue {

  /** Guards everything; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<Long, PolledInvoice> list = new HashMap<>();
  private final SessionQueues queues = new SessionQueues();
  private final ScreenQrs screens = new ScreenQrs();

  private final InstantSource clock;

  /** The newest time seen. */
  private Instant latest = Instant.MIN;

  public PollQueue(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Watches an open invoice from now on.
   *
   * @param known what the bank said when the payment was opened, or null when a full step is needed
   * @return whether it was not watched before
   */
  boolean watch(Invoice invoice, PolledInvoice.Known known, Duration firstQuestion) {
    return locked(
        now -> {
          if (list.containsKey(invoice.id())) {
            return false;
          }
          PolledInvoice fresh = new PolledInvoice(invoice, known, now, now.plus(firstQuestion));
          list.put(invoice.id(), fresh);
          screens.add(fresh);
          queues.enqueue(fresh);
          return true;
        });
  }

  /** Whether somebody wants to know something at once. */
  boolean hasUrgent() {
    return locked(_ -> queues.hasUrgent());
  }

  /**
   * Has the bank asked at once about an invoice, whatever was known.
   *
   * @return whether it is watched
   */
  boolean hurry(long invoiceId) {
    return locked(
        now -> {
          PolledInvoice it = list.get(invoiceId);
          if (it != null && it.asking) {
            it.again = true;
          } else if (it != null) {
            queues.dequeue(it);
            it.urgent = true;
            it.known = null;
            it.dueAt = now;
            queues.enqueue(it);
          }
          return it != null;
        });
  }

  /** Makes a question due unless the last one was not answered: then its own pause is kept. */
  void hurryUnlessSilent(long invoiceId) {
    locked(
        now -> {
          PolledInvoice it = list.get(invoiceId);
          if (it != null && it.silences == 0) {
            queues.fallDue(it, now);
          }
          return null;
        });
  }

  /**
   * Somebody waits for the next answer about an invoice: it is due now, behind those that are
   * already. However many wait, it is asked about once; whoever waits no longer says so through
   * {@link #unwish}.
   *
   * @return completed by the answer, whatever it is; at once when the invoice is not watched
   */
  CompletableFuture<Void> wish(long invoiceId) {
    return locked(
        now -> {
          PolledInvoice it = list.get(invoiceId);
          if (it == null) {
            return CompletableFuture.completedFuture(null);
          }
          CompletableFuture<Void> wish = it.wished();
          if (!it.asking && it.dueAt.isAfter(now)) {
            it.usuallyDueAt = it.dueAt;
            queues.fallDue(it, now);
          }
          return wish;
        });
  }

  /** One of those who waited for this answer waits no longer: the last one takes the wish along. */
  void unwish(long invoiceId, CompletableFuture<Void> wish) {
    locked(
        now -> {
          PolledInvoice it = list.get(invoiceId);
          Instant usual = it == null ? null : it.unwished(wish);
          if (usual != null && !it.asking && !it.urgent) {
            queues.dequeue(it);
            it.dueAt = usual;
            queues.enqueue(it);
          }
          return null;
        });
  }

  /** The bank spoke about an invoice: no silence counts any more. */
  void answered(long invoiceId) {
    locked(
        _ -> {
          PolledInvoice it = list.get(invoiceId);
          if (it != null) {
            it.silences = 0;
          }
          return it;
        });
  }

  boolean isWatched(long invoiceId) {
    return locked(_ -> list.containsKey(invoiceId));
  }

  /** Has the bank asked at once about everything in these sessions: it speaks again. */
  void hurry(Predicate<ProviderSession> which) {
    locked(
        now -> {
          list.values().stream()
              .filter(it -> which.test(it.providerSession))
              .forEach(it -> queues.fallDue(it, now));
          return null;
        });
  }

  Set<ProviderSession> dueLanes() {
    return locked(queues::dueLanes);
  }

  /**
   * Takes up to {@code most} due invoices of a session to ask about. What was taken is given back
   * through {@link #done}.
   */
  List<PolledInvoice> take(ProviderSession providerSession, int most) {
    return taken(
        providerSession, (queue, now) -> queue.take(most, screens.of(providerSession), now));
  }

  /** Takes the newest due QR on a screen; at most one, so that it waits for no other's answer. */
  List<PolledInvoice> takeOnScreen(ProviderSession providerSession) {
    return taken(
        providerSession, (queue, now) -> queue.takeOnScreen(screens.of(providerSession), now));
  }

  private List<PolledInvoice> taken(
      ProviderSession providerSession,
      BiFunction<SessionQueue, Instant, List<PolledInvoice>> choice) {
    return locked(
        now -> {
          List<PolledInvoice> taken =
              queues.take(providerSession, queue -> choice.apply(queue, now));
          taken.forEach(it -> it.asking = true);
          return taken;
        });
  }

  /**
   * Gives back what was asked about.
   *
   * @param known what the bank said, or null when the next question is a full step
   * @param pause until the next question; the end of the invoice's time is never slept through
   */
  void done(PolledInvoice it, PolledInvoice.Known known, int silences, Duration pause) {
    CompletableFuture<Void> wish =
        locked(
            now -> {
              it.asked(known, silences, pause, now);
              if (list.get(it.invoiceId) == it) {
                queues.enqueue(it);
              }
              return it.fulfilled();
            });
    PolledInvoice.complete(wish);
  }

  void forget(long invoiceId) {
    CompletableFuture<Void> wish =
        locked(
            _ -> {
              PolledInvoice it = list.remove(invoiceId);
              if (it != null) {
                queues.dequeue(it);
                screens.remove(it);
              }
              return it == null ? null : it.fulfilled();
            });
    PolledInvoice.complete(wish);
  }

  /** How long nothing is due: empty list or all asked, at most {@code most}. */
  Duration untilNext(Duration most) {
    return locked(now -> queues.untilNext(now, most));
  }

  /** Whether the bank's last word is awaited: the time is over, or the bank is silent. */
  boolean isChecking(long invoiceId, Predicate<ProviderSession> isSilent) {
    return locked(
        now -> {
          PolledInvoice it = list.get(invoiceId);
          return it != null
              && (it.silences > 0 || it.isOverdue(now) || isSilent.test(it.providerSession));
        });
  }

  private <T> T locked(Function<Instant, T> work) {
    lock.lock();
    try {
      Instant now = clock.instant();
      boolean setBack = now.isBefore(latest);
      latest = now;
      if (setBack) {
        // A clock that was set back must not silence the questions.
        list.values().stream()
            .filter(it -> now.isBefore(it.askedAt))
            .forEach(it -> queues.fallDue(it, now));
      }
      return work.apply(now);
    } finally {
      lock.unlock();
    }
  }
}
