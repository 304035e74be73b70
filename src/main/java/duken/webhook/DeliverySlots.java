package duken.webhook;

import duken.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is being called now. One attempt per invoice keeps its events in order; a few per shop keep a
 * slow receiver from taking everybody's turn.
 */
final class DeliverySlots {

  /** Guards everything below; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition freed = lock.newCondition();
  private final int perShop;
  private final int inAll;
  private final Set<Long> invoices = new HashSet<>();
  private final Map<Scope, Integer> shops = new HashMap<>();
  private final Map<Long, Instant> held = new HashMap<>();

  DeliverySlots(int perShop, int inAll) {
    this.perShop = perShop;
    this.inAll = inAll;
  }

  /**
   * Takes a slot.
   *
   * @return whether there was one
   */
  boolean take(long invoiceId, Scope shop) {
    lock.lock();
    try {
      if (invoices.size() >= inAll
          || shops.getOrDefault(shop, 0) >= perShop
          || !invoices.add(invoiceId)) {
        return false;
      }
      shops.merge(shop, 1, Integer::sum);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void free(long invoiceId, Scope shop) {
    lock.lock();
    try {
      invoices.remove(invoiceId);
      shops.computeIfPresent(shop, (_, count) -> count == 1 ? null : count - 1);
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Keeps an invoice's events back until {@code until}: an outcome could not be written down. */
  void hold(long invoiceId, Instant until) {
    lock.lock();
    try {
      held.put(invoiceId, until);
    } finally {
      lock.unlock();
    }
  }

  /** Invoices that must not be taken at {@code now}. */
  List<Long> busy(Instant now) {
    lock.lock();
    try {
      held.values().removeIf(until -> !until.isAfter(now));
      List<Long> busy = new ArrayList<>(invoices);
      busy.addAll(held.keySet());
      return busy;
    } finally {
      lock.unlock();
    }
  }

  /** When the first of those that are kept back is free again, if later than {@code after}. */
  Optional<Instant> nextRelease(Instant after) {
    lock.lock();
    try {
      return held.values().stream().filter(after::isBefore).min(Instant::compareTo);
    } finally {
      lock.unlock();
    }
  }

  /** Shops with as many attempts as a shop may have. */
  List<Scope> full() {
    lock.lock();
    try {
      return shops.entrySet().stream()
          .filter(shop -> shop.getValue() >= perShop)
          .map(Map.Entry::getKey)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** How many more attempts may begin. */
  int left() {
    lock.lock();
    try {
      return inAll - invoices.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until nobody is being called.
   *
   * @return whether that came within the patience
   * @throws InterruptedException when the waiting thread is interrupted, which nobody of ours does
   */
  boolean awaitIdle(Duration patience) throws InterruptedException {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (!invoices.isEmpty() && nanos > 0) {
        nanos = freed.awaitNanos(nanos);
      }
      return invoices.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
