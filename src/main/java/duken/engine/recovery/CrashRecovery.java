package duken.engine.recovery;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.Refund;
import duken.engine.poll.PaymentPoller;
import duken.engine.refund.RefundExecution;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.ShopWorkers;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a crash or a lost answer left half done. Open invoices, with intents that were never
 * answered and bills that were never sent among them, are handed to the watcher, whose first
 * question settles each; refunds under way are looked up here. At start and then now and again.
 */
public final class CrashRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(CrashRecovery.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration RELOAD = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PAGE = 500;

  /** So many that one shop's refunds never hide those of another. */
  private static final int MOST_REFUNDS = 20_000;

  private final Store store;
  private final InstantSource clock;
  private final PaymentPoller poller;
  private final RefundExecution courier;
  private final InvoiceLocks invoiceLocks;

  private final ShopWorkers workers = new ShopWorkers("refund look-up");

  /** When each refund under way was last looked up. */
  private final Map<Long, Instant> lookedUp = new ConcurrentHashMap<>();

  private Instant reloadedAt = Instant.MIN;

  public CrashRecovery(
      Store store,
      InstantSource clock,
      PaymentPoller poller,
      RefundExecution courier,
      InvoiceLocks invoiceLocks) {
    this.store = store;
    this.clock = clock;
    this.poller = poller;
    this.courier = courier;
    this.invoiceLocks = invoiceLocks;
  }

  /**
   * One look at everything that is half done, each shop's beside the others'. Does not wait for any
   * bank.
   *
   * @return how long the next round may wait
   */
  public synchronized Duration begin() {
    Instant now = clock.instant();
    boolean reload = now.isBefore(reloadedAt) || !now.isBefore(reloadedAt.plus(RELOAD));
    if (reloadedAt == Instant.MIN || reload) {
      watchOpen();
      reloadedAt = now;
    }
    List<Refund> underWay = store.read(tx -> tx.refunds().underWay(MOST_REFUNDS));
    lookedUp.keySet().retainAll(underWay.stream().map(Refund::id).toList());
    Map<Long, List<Refund>> due =
        underWay.stream()
            .filter(refund -> isDue(refund, now))
            .collect(Collectors.groupingBy(Refund::tenantId));
    workers.begin(due.keySet(), shop -> due.get(shop).forEach(this::lookUp));
    return PERIOD;
  }

  /**
   * The same, waiting until every bank has answered.
   *
   * @return how long the next round may wait
   */
  public Duration round() {
    Duration rest = begin();
    awaitQuiet(PATIENCE);
    return rest;
  }

  public boolean awaitQuiet(Duration patience) {
    return workers.awaitQuiet(patience);
  }

  private void watchOpen() {
    long after = 0;
    List<Invoice> page;
    do {
      long from = after;
      page = store.read(tx -> tx.invoices().open(from, PAGE));
      page.forEach(poller::watch);
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == PAGE);
  }

  /** Often at first, then ever more gently: a bank may take a day for a refund. */
  private boolean isDue(Refund refund, Instant now) {
    Instant last = lookedUp.get(refund.id());
    Duration age = Duration.between(refund.terms().createdAt(), now);
    Duration pause =
        age.compareTo(Duration.ofMinutes(2)) < 0
            ? Duration.ofSeconds(2)
            : age.compareTo(Duration.ofHours(1)) < 0
                ? Duration.ofSeconds(30)
                : Duration.ofMinutes(5);
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(pause));
  }

  private void lookUp(Refund refund) {
    Optional<Lock> lock = invoiceLocks.tryHold(refund.invoiceId());
    if (lock.isEmpty()) {
      return;
    }
    lookedUp.put(refund.id(), clock.instant());
    try (Lock _ = lock.get()) {
      courier.resolve(refund.invoiceId(), refund.id());
    } catch (DomainRefusal e) {
      LOG.warn("refund {}: {}", refund.id(), e.reason());
    } catch (Throwable e) {
      LOG.error("refund {} could not be looked up", refund.id(), e);
    }
  }
}
