package duken.marketplace;

import duken.domain.tenant.Tenant;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.OrderFeed;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
   * Does what is due.
   *
   * @return how long the next round may wait
   */
  Duration round() {
    Instant now = clock.instant();
    if (!forgetDue.isAfter(now)) {
      buyers.forgetOld();
      forgetDue = now.plus(FORGET_EVERY);
    }
    for (Tenant tenant : store.read(tx -> tx.tenants().all())) {
      if (feed.isUsable(tenant.id())) {
        look(tenant.id(), now);
      }
    }
    return REST;
  }

  private void look(long id, Instant now) {
    boolean all = isDue(allDue, id, now);
    if (all || isDue(openDue, id, now)) {
      ImportProgress progress = imports.recent(id, all);
      openDue.put(id, now.plus(OPEN_EVERY));
      if (all && isThrough(progress)) {
        allDue.put(id, now.plus(ALL_EVERY));
      }
      told(id, progress);
    }
    if (isDue(returnsDue, id, now) && feed.isUsable(id)) {
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

  private static boolean isDue(Map<Long, Instant> due, long id, Instant now) {
    return !due.getOrDefault(id, Instant.MIN).isAfter(now);
  }
}
