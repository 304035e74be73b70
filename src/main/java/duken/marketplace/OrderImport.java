package duken.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderFeed.Page;
import duken.provider.marketplace.OrderFeed.Reading;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads a shop's orders in windows, state by state and page by page (sheet, section 7). Holds one
 * page at a time. A page is read and kept under the shop's turn, so that an action never meets an
 * older page.
 */
final class OrderImport {

  /** What is looked at again and again. */
  static final Duration USUAL = Duration.ofDays(14);

  private static final int TRIES = 4;
  private static final int MOST_PAGES = 10_000;
  private static final int MOST_OLD = 500;

  private final Store store;
  private final OrderFeed feed;
  private final OrderStore orders;
  private final InstantSource clock;
  private final Duration firstPause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<Long, ImportProgress> newest = new ConcurrentHashMap<>();
  private final Map<Long, ReentrantLock> imports = new ConcurrentHashMap<>();
  private final Set<Long> stopped = ConcurrentHashMap.newKeySet();

  /**
   * @param firstPause before a question is repeated; each further one is twice as long
   */
  OrderImport(
      Store store, OrderFeed feed, OrderStore orders, InstantSource clock, Duration firstPause) {
    this.store = store;
    this.feed = feed;
    this.orders = orders;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  /** Ends an import: it does not go on. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final State state;

    Ended(State state) {
      super(state.name(), null, false, false);
      this.state = state;
    }
  }

  /** How the newest import goes; empty when there was none since the start. */
  Optional<ImportProgress> progress(long tenantId) {
    return Optional.ofNullable(newest.get(tenantId));
  }

  /** Stops a running import after its present page. */
  void stop(long tenantId) {
    stopped.add(tenantId);
  }

  /** Ends every wait between tries. */
  void close() {
    closing.countDown();
  }

  /**
   * Reads the last 14 days.
   *
   * @param all also what lies in the archive and unfinished orders that are older
   */
  ImportProgress recent(long tenantId, boolean all) {
    Instant now = clock.instant();
    Instant from = now.minus(USUAL);
    return run(
        tenantId,
        ImportWindow.all(from, now),
        states(all),
        total -> {
          if (!all) {
            return State.DONE;
          }
          again(tenantId, from);
          feed.told(tenantId, total);
          if (total == 0 && isUnsure(tenantId)) {
            return State.UNSURE;
          }
          known(tenantId, from);
          return State.DONE;
        });
  }

  /** Reads what is older than what is here. */
  ImportProgress older(long tenantId, Instant from) {
    Instant to = importedFrom(tenantId).orElseGet(clock::instant);
    return run(
        tenantId,
        ImportWindow.all(from, to),
        states(true),
        total -> {
          if (total == 0 && isUnsure(tenantId)) {
            return State.UNSURE;
          }
          known(tenantId, from);
          return State.DONE;
        });
  }

  /** Since when a shop's orders are here. */
  Optional<Instant> importedFrom(long tenantId) {
    return store.read(tx -> tx.marketplaceOrders().importedFrom(tenantId));
  }

  /** The lines of an order that has none yet. */
  MarketplaceOrder withLines(long tenantId, MarketplaceOrder order) {
    if (order.lines() != null
        || store.read(tx -> tx.marketplaceOrders().hasLines(tenantId, order.id()))) {
      return order;
    }
    return feed.lines(tenantId, order.id()) instanceof Reading.Got<List<Line>>(List<Line> lines)
        ? order.with(lines)
        : order;
  }

  /** Asks up to four times while Kaspi is busy or silent, with longer and longer pauses. */
  <T> Reading<T> patiently(Supplier<Reading<T>> question) {
    Duration pause = firstPause;
    Reading<T> answer = question.get();
    for (int tries = 1; tries < TRIES && answer instanceof Reading.Later<T>; tries++) {
      if (isClosedAfter(pause)) {
        return answer;
      }
      pause = pause.multipliedBy(2);
      answer = question.get();
    }
    return answer;
  }

  private boolean isClosedAfter(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts an import", e);
    }
  }

  private interface End {
    State after(long total);
  }

  private ImportProgress run(
      long tenantId, List<ImportWindow> spans, List<String> states, End end) {
    ReentrantLock alone = imports.computeIfAbsent(tenantId, _ -> new ReentrantLock(true));
    alone.lock();
    try {
      stopped.remove(tenantId);
      newest.put(tenantId, new ImportProgress(State.RUNNING, 0, 0, spans.size(), clock.instant()));
      State state;
      try {
        long total = 0;
        for (ImportWindow span : spans) {
          for (String word : states) {
            total += walk(tenantId, span, word);
          }
          newest.computeIfPresent(tenantId, (_, it) -> it.nextWindow());
        }
        state = end.after(total);
      } catch (Ended e) {
        state = e.state;
      }
      State last = state;
      return newest.computeIfPresent(tenantId, (_, it) -> it.with(last));
    } catch (RuntimeException e) {
      newest.computeIfPresent(tenantId, (_, it) -> it.with(State.SILENT));
      throw e;
    } finally {
      alone.unlock();
    }
  }

  private long walk(long tenantId, ImportWindow span, String state) {
    long total = 0;
    int pages = 1;
    for (int number = 0; number < pages && number < MOST_PAGES; number++) {
      if (stopped.contains(tenantId) || closing.getCount() == 0) {
        throw new Ended(State.STOPPED);
      }
      int page = number;
      Page read =
          value(
              patiently(
                  () ->
                      inTurn(
                          tenantId,
                          () ->
                              kept(
                                  tenantId,
                                  feed.page(tenantId, state, span.from(), span.to(), page)))));
      newest.computeIfPresent(tenantId, (_, it) -> it.more(read.orders().size()));
      total += read.orders().size();
      pages = read.orders().isEmpty() ? 0 : read.pages();
    }
    return total;
  }

  private Reading<Page> kept(long tenantId, Reading<Page> reading) {
    if (reading instanceof Reading.Got<Page>(Page page)) {
      page.orders().forEach(order -> orders.keep(tenantId, withLines(tenantId, order)));
    }
    return reading;
  }

  /** Unfinished orders that no window brings any more are asked for one by one. */
  private void again(long tenantId, Instant madeBefore) {
    List<String> codes =
        store.read(tx -> tx.marketplaceOrders().unfinished(tenantId, madeBefore, MOST_OLD));
    for (String code : codes) {
      value(
          patiently(
              () ->
                  inTurn(
                      tenantId,
                      () -> {
                        Reading<Optional<MarketplaceOrder>> read = feed.byCode(tenantId, code);
                        if (read
                            instanceof
                            Reading.Got<Optional<MarketplaceOrder>>(
                                Optional<MarketplaceOrder> found)) {
                          found.ifPresent(it -> orders.keep(tenantId, withLines(tenantId, it)));
                        }
                        return read;
                      })));
    }
  }

  private <T> T inTurn(long tenantId, Supplier<T> work) {
    ReentrantLock lock = feed.lock(tenantId);
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Got<T>(T value) -> value;
      case Reading.SignedOut<T> _ -> throw new Ended(State.SIGNED_OUT);
      case Reading.Refused<T> _ -> throw new Ended(State.REFUSED);
      case Reading.Later<T> _ -> throw new Ended(State.SILENT);
    };
  }

  private boolean isUnsure(long tenantId) {
    return feed.isUnsure(tenantId);
  }

  private void known(long tenantId, Instant from) {
    store.write(
        tx -> {
          Instant since = tx.marketplaceOrders().importedFrom(tenantId).orElse(from);
          if (!since.isBefore(from)) {
            tx.marketplaceOrders().importedFrom(tenantId, from);
          }
          return null;
        });
  }

  private static List<String> states(boolean all) {
    List<String> states = new ArrayList<>(OrderFeed.OPEN_STATES);
    if (all) {
      states.add(OrderFeed.ARCHIVE);
    }
    return states;
  }
}
