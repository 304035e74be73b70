package duken.marketplace;

import duken.domain.tenant.Tenant;
import duken.engine.runtime.ShopWorkers;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.OrderFeed;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a shop's orders are looked at by themselves (sheet, section 7). */
final class OrderSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(OrderSchedule.class);
  private static final Duration OPEN_EVERY = Duration.ofSeconds(60);
  private static final Duration ALL_EVERY = Duration.ofMinutes(15);
  private static final Duration RETURNS_EVERY = Duration.ofHours(6);
  private static final Duration FORGET_EVERY = Duration.ofHours(1);
  private static final Duration REST = Duration.ofSeconds(2);

  private final Store store;
  private final OrderFeed feed;
  private final OrderImport imports;
  private final Buyers buyers;
  private final InstantSource clock;
  private final Map<Long, Instant> openDue = new ConcurrentHashMap<>();
  private final Map<Long, Instant> allDue = new ConcurrentHashMap<>();
  private final Map<Long, Instant> returnsDue = new ConcurrentHashMap<>();
  private final ShopWorkers workers = new ShopWorkers("order-import");
  private Instant forgetDue = Instant.MIN;

  OrderSchedule(
      Store store, OrderFeed feed, OrderImport imports, Buyers buyers, InstantSource clock) {
    this.store = store;
    this.feed = feed;
    this.imports = imports;
    this.buyers = buyers;
    this.clock = clock;
  }

  /**
   * Begins what is due, each shop's beside the others': a Kaspi that is silent for one, or a long
   * import, makes no other wait.
   *
   * @return how long the next round may wait
   */
  Duration round() {
    Instant now = clock.instant();
    if (isDue(forgetDue, FORGET_EVERY, now)) {
      buyers.forgetOld();
      forgetDue = now.plus(FORGET_EVERY);
    }
    List<Long> shops =
        store.read(tx -> tx.tenants().all()).stream()
            .map(Tenant::id)
            .filter(feed::isUsable)
            .filter(
                id ->
                    isDue(allDue.get(id), ALL_EVERY, now)
                        || isDue(openDue.get(id), OPEN_EVERY, now)
                        || isDue(returnsDue.get(id), RETURNS_EVERY, now))
            .toList();
    workers.begin(shops, id -> look(id, now));
    return REST;
  }

  /** Waits until nothing is under way; false when the patience ended before. */
  boolean awaitQuiet(Duration patience) {
    return workers.awaitQuiet(patience);
  }

  private void look(long id, Instant now) {
    boolean all = isDue(allDue.get(id), ALL_EVERY, now);
    if (all || isDue(openDue.get(id), OPEN_EVERY, now)) {
      // Before the work: what fails without end is not begun anew every round.
      openDue.put(id, now.plus(OPEN_EVERY));
      ImportProgress progress = imports.recent(id, all, Deadline.none());
      if (all && isThrough(progress)) {
        allDue.put(id, now.plus(ALL_EVERY));
      }
      told(id, progress);
    }
    if (isDue(returnsDue.get(id), RETURNS_EVERY, now) && feed.isUsable(id)) {
      returnsDue.put(id, now.plus(OPEN_EVERY));
      ImportProgress progress = imports.returnable(id).orElse(null);
      if (progress == null || isThrough(progress)) {
        returnsDue.put(id, now.plus(RETURNS_EVERY));
      }
      if (progress != null) {
        told(id, progress);
      }
    }
  }

  private static boolean isThrough(ImportProgress progress) {
    return progress.state() == State.DONE || progress.state() == State.UNSURE;
  }

  private static void told(long id, ImportProgress progress) {
    LOG.info("shop {}: orders imported, {} {}", id, progress.seen(), progress.state().wire());
  }

  /** Whether its time came, or the clock was set back since that was set. */
  private static boolean isDue(Instant due, Duration every, Instant now) {
    return due == null || !due.isAfter(now) || due.isAfter(now.plus(every));
  }
}
