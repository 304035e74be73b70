package duken.engine.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a round has for each shop, done beside each other on virtual threads: a shop whose bank
 * is silent makes no other wait. At most one piece per shop, and not more than a bound in all.
 */
public final class ShopWorkers {

  private static final Logger LOG = LoggerFactory.getLogger(ShopWorkers.class);

  /** So many shops may hang before another one has to wait for its turn. */
  private static final int MOST = 64;

  /** Guards {@code busy}, {@code startedAt} and {@code starts}; held for a few instructions. */
  private final ReentrantLock lock = new ReentrantLock();

  private final String name;
  private final Set<Long> busy = new HashSet<>();

  /** In which order shops were served last. */
  private final Map<Long, Long> startedAt = new HashMap<>();

  private long starts;
  private final InFlight inFlight = new InFlight();

  /**
   * @param name of the threads
   */
  public ShopWorkers(String name) {
    this.name = name;
  }

  /**
   * Begins the work of each shop whose last piece has ended, as far as the bound allows; those that
   * were not served for longest go first. Does not wait.
   */
  public void begin(Collection<Long> shops, LongConsumer work) {
    for (long shop : inTurn(shops)) {
      if (take(shop)) {
        inFlight.begin();
        Thread.ofVirtual().name(name).start(() -> run(shop, work));
      }
    }
  }

  /** Waits until nothing is under way; false when the patience ended before. */
  public boolean awaitQuiet(Duration patience) {
    return inFlight.awaitNone(patience);
  }

  private void run(long shop, LongConsumer work) {
    try {
      work.accept(shop);
    } catch (Throwable e) {
      LOG.error("{} of shop {} failed", name, shop, e);
    } finally {
      free(shop);
      inFlight.end();
    }
  }

  private List<Long> inTurn(Collection<Long> shops) {
    lock.lock();
    try {
      return shops.stream()
          .sorted(Comparator.comparing(shop -> startedAt.getOrDefault(shop, 0L)))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  private boolean take(long shop) {
    lock.lock();
    try {
      if (busy.size() >= MOST || !busy.add(shop)) {
        return false;
      }
      startedAt.put(shop, ++starts);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void free(long shop) {
    lock.lock();
    try {
      busy.remove(shop);
    } finally {
      lock.unlock();
    }
  }
}
