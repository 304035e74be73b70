package duken.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.marketplace.ImportProgress.State;
import duken.provider.marketplace.Deadline;
import duken.provider.marketplace.OrderFeed;
import duken.provider.marketplace.OrderFeed.Page;
import duken.provider.marketplace.OrderFeed.Reading;
import duken.provider.marketplace.OrderFeed.Slice;
import duken.provider.marketplace.OrderMeaning;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/**
 * Reads a shop's orders in windows, state by state and page by page (sheet, section 7). Holds one
 * page at a time. A page is read and kept under the shop's turn, so that an action never meets an
 * older page.
 */
final class OrderImport {

  /** What is looked at again and again. */
  static final Duration USUAL = Duration.ofDays(14);

  /** How long after an order was made its return is still looked for. */
  static final Duration RETURNABLE = Duration.ofDays(60);

  private static final List<String> ALL_STATES =
      Stream.concat(OrderFeed.OPEN_STATES.stream(), Stream.of(OrderFeed.ARCHIVE)).toList();

  private static final Duration OTHER_IMPORT = Duration.ofSeconds(4);
  private static final Duration ONE_CALL = Duration.ofSeconds(10);
  private static final int MOST_PAGES = 10_000;
  private static final int MOST_OLD = 500;

  private final Store store;
  private final OrderFeed feed;
  private final OrderStore orders;
  private final PatientReads reads;
  private final InstantSource clock;
  private final Map<Long, ImportProgress> newest = new ConcurrentHashMap<>();
  private final Map<Long, ReentrantLock> imports = new ConcurrentHashMap<>();
  private final Set<Long> stopped = ConcurrentHashMap.newKeySet();

  OrderImport(
      Store store, OrderFeed feed, OrderStore orders, PatientReads reads, InstantSource clock) {
    this.store = store;
    this.feed = feed;
    this.orders = orders;
    this.reads = reads;
    this.clock = clock;
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

  /**
   * Reads the last 14 days. Whoever waits and finds another import of the shop under way is told
   * how that one goes.
   *
   * @param all also what lies in the archive and unfinished orders that are older
   */
  ImportProgress recent(long tenantId, boolean all, Deadline deadline) {
    Instant now = clock.instant();
    Instant from = now.minus(USUAL);
    return run(
        tenantId,
        deadline,
        ImportWindow.all(from, now),
        all ? ALL_STATES : OrderFeed.OPEN_STATES,
        (_, _) -> {},
        total -> {
          if (!all) {
            return State.DONE;
          }
          again(tenantId, from, deadline);
          feed.told(tenantId, total);
          if (total == 0 && feed.isUnsure(tenantId)) {
            return State.UNSURE;
          }
          known(tenantId, from);
          return State.DONE;
        });
  }

  /** Reads what is older than what is here; a later one goes on where this one was stopped. */
  ImportProgress older(long tenantId, Instant from, Deadline deadline) {
    Instant to = importedFrom(tenantId).orElseGet(clock::instant);
    return run(
        tenantId,
        deadline,
        ImportWindow.all(from, to),
        ALL_STATES,
        (window, seen) -> {
          if (seen > 0) {
            feed.told(tenantId, seen);
          }
          if (!feed.isUnsure(tenantId)) {
            known(tenantId, window.from());
          }
        },
        total -> total == 0 && feed.isUnsure(tenantId) ? State.UNSURE : State.DONE);
  }

  /**
   * Reads again what was handed over and is older than the usual window: a buyer may return goods
   * weeks later. Asks nothing when there is no such order.
   */
  Optional<ImportProgress> returnable(long tenantId) {
    Instant now = clock.instant();
    Instant until = now.minus(USUAL);
    return store
        .read(
            tx ->
                tx.marketplaceOrders()
                    .oldest(tenantId, OrderMeaning.HANDED_OVER, now.minus(RETURNABLE)))
        .filter(oldest -> oldest.isBefore(until))
        .map(
            oldest ->
                run(
                    tenantId,
                    Deadline.none(),
                    ImportWindow.all(oldest, until),
                    ALL_STATES,
                    (_, _) -> {},
                    _ -> State.DONE));
  }

  /** Since when a shop's orders are here. */
  Optional<Instant> importedFrom(long tenantId) {
    return store.read(tx -> tx.marketplaceOrders().importedFrom(tenantId));
  }

  /** The lines of an order that has none yet. */
  MarketplaceOrder withLines(long tenantId, MarketplaceOrder order, Deadline deadline) {
    if (order.lines() != null
        || store.read(tx -> tx.marketplaceOrders().hasLines(tenantId, order.id()))) {
      return order;
    }
    return feed.lines(tenantId, order.id(), deadline)
            instanceof Reading.Got<List<Line>>(List<Line> lines)
        ? order.with(lines)
        : order;
  }

  private ImportProgress run(
      long tenantId,
      Deadline deadline,
      List<ImportWindow> spans,
      List<String> states,
      ObjLongConsumer<ImportWindow> afterEach,
      LongFunction<State> end) {
    ReentrantLock alone = imports.computeIfAbsent(tenantId, _ -> new ReentrantLock(true));
    if (!(deadline.isOpen() ? deadline : deadline.orIn(OTHER_IMPORT)).take(alone)) {
      return newest.get(tenantId);
    }
    try {
      stopped.remove(tenantId);
      newest.put(tenantId, new ImportProgress(State.RUNNING, 0, 0, spans.size(), clock.instant()));
      State state;
      try {
        long total = 0;
        for (ImportWindow span : spans) {
          for (String word : states) {
            total += walk(tenantId, new Slice(word, span.from(), span.to()), deadline);
          }
          afterEach.accept(span, total);
          newest.computeIfPresent(tenantId, (_, it) -> it.nextWindow());
        }
        state = end.apply(total);
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

  private long walk(long tenantId, Slice slice, Deadline deadline) {
    long total = 0;
    int pages = 1;
    for (int number = 0; number < pages && number < MOST_PAGES; number++) {
      goOn(tenantId);
      int page = number;
      Page read =
          value(
              reads.patiently(
                  deadline,
                  () -> {
                    Deadline one = one(deadline);
                    return reads.inTurn(
                        tenantId,
                        one,
                        () -> kept(tenantId, feed.page(tenantId, slice, page, one), deadline));
                  }));
      newest.computeIfPresent(tenantId, (_, it) -> it.more(read.orders().size()));
      total += read.orders().size();
      pages = read.orders().isEmpty() ? 0 : read.pages();
    }
    return total;
  }

  private void goOn(long tenantId) {
    if (stopped.contains(tenantId) || reads.isClosing()) {
      throw new Ended(State.STOPPED);
    }
  }

  private Reading<Page> kept(long tenantId, Reading<Page> reading, Deadline deadline) {
    if (reading instanceof Reading.Got<Page>(Page page)) {
      page.orders().forEach(order -> orders.keep(tenantId, withLines(tenantId, order, deadline)));
    }
    return reading;
  }

  /** Unfinished orders that no window brings any more are asked for one by one. */
  private void again(long tenantId, Instant madeBefore, Deadline deadline) {
    List<String> codes =
        store.read(tx -> tx.marketplaceOrders().unfinished(tenantId, madeBefore, MOST_OLD));
    for (String code : codes) {
      goOn(tenantId);
      value(
          reads.patiently(
              deadline,
              () -> reads.inTurn(tenantId, deadline, () -> one(tenantId, code, deadline))));
    }
  }

  private Reading<Optional<MarketplaceOrder>> one(long tenantId, String code, Deadline deadline) {
    Reading<Optional<MarketplaceOrder>> read = feed.byCode(tenantId, code, deadline);
    if (read instanceof Reading.Got<Optional<MarketplaceOrder>>(Optional<MarketplaceOrder> found)) {
      found.ifPresent(it -> orders.keep(tenantId, withLines(tenantId, it, deadline)));
    }
    return read;
  }

  /** For the turn and the call together, where somebody waits. */
  private static Deadline one(Deadline deadline) {
    return deadline.isOpen() ? deadline : deadline.orIn(ONE_CALL);
  }

  private static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Got<T>(T value) -> value;
      case Reading.SignedOut<T> _ -> throw new Ended(State.SIGNED_OUT);
      case Reading.Refused<T> _ -> throw new Ended(State.REFUSED);
      case Reading.Later<T> _ -> throw new Ended(State.SILENT);
    };
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
}
