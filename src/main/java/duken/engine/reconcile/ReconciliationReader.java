package duken.engine.reconcile;

import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.ShopWorkers;
import duken.provider.PaymentProvider;
import duken.provider.history.OperationHistory;
import duken.provider.history.OperationPage;
import duken.provider.history.OperationRow;
import duken.store.Store;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.Reconciliation;
import duken.store.reconcile.Reconciliation.Progress;
import duken.store.reconcile.Reconciliation.Span;
import duken.store.reconcile.Reconciliation.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bank's list for those reconciliations that go on: a page of each shop, a rest, the next
 * page. What was read is kept with the place it goes on from, so that it may be stopped at any page
 * and goes on there, also after a restart.
 */
public final class ReconciliationReader {

  private static final Logger LOG = LoggerFactory.getLogger(ReconciliationReader.class);

  /** Between two pages of one shop: a person can wait, and the bank must not notice. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final int TRIES = 4;

  /** A day of the largest shop has fewer. */
  private static final int MOST_PAGES = 3_000;

  /** Lines at the edges belong to returns and clocks that lie at the edges. */
  static final Duration EDGE = Duration.ofMinutes(5);

  private final Store store;
  private final ProviderRouter providers;
  private final InstantSource clock;
  private final Consumer<Reconciliation> completed;
  private final ShopWorkers workers = new ShopWorkers("reconciliation");

  /** Those that this engine has begun. */
  private final Set<Long> ours = ConcurrentHashMap.newKeySet();

  private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

  /**
   * @param completed is told of each that was read to its end
   */
  public ReconciliationReader(
      Store store,
      ProviderRouter providers,
      InstantSource clock,
      Consumer<Reconciliation> completed) {
    this.store = store;
    this.providers = providers;
    this.clock = clock;
    this.completed = completed;
  }

  /** This one is read from now on. */
  void begin(long id) {
    failures.remove(id);
    ours.add(id);
  }

  /**
   * A page of each. Does not wait for any bank.
   *
   * @return how long the next round may wait
   */
  public Duration round() {
    List<Reconciliation> running = store.read(tx -> tx.reconciliations().running());
    running.stream().filter(it -> !ours.contains(it.id())).forEach(this::interrupted);
    Map<Long, List<Reconciliation>> byShop =
        running.stream()
            .filter(it -> ours.contains(it.id()))
            .collect(Collectors.groupingBy(it -> it.scope().tenantId()));
    workers.begin(byShop.keySet(), shop -> byShop.get(shop).forEach(this::page));
    return byShop.isEmpty() ? IDLE : PAUSE;
  }

  public boolean awaitQuiet(Duration patience) {
    return workers.awaitQuiet(patience);
  }

  /** The engine before this one ended in the middle of it. */
  private void interrupted(Reconciliation run) {
    Progress ended = run.progress().ended(State.INTERRUPTED, clock.instant(), null);
    store.write(tx -> tx.reconciliations().advance(run.id(), State.RUNNING, ended));
  }

  private void page(Reconciliation run) {
    Optional<OperationHistory> history =
        providers.named(run.provider()).flatMap(PaymentProvider::history);
    if (history.isEmpty()) {
      failed(run, "no_history");
      return;
    }
    Span span = run.span();
    Progress at = run.progress();
    OperationPage page =
        history
            .get()
            .page(
                run.scope().tenantId(),
                span.from().minus(EDGE),
                span.until().plus(EDGE),
                at.next());
    switch (page) {
      case OperationPage.Silent(String code, boolean signedOut) -> {
        int times = failures.merge(run.id(), 1, Integer::sum);
        if (signedOut || times >= TRIES) {
          failed(run, signedOut ? "signed_out" : code);
        }
      }
      case OperationPage.Told(List<OperationRow> rows, String next) -> {
        failures.remove(run.id());
        told(run, rows, next);
      }
    }
  }

  private void told(Reconciliation run, List<OperationRow> rows, String next) {
    Instant now = clock.instant();
    Span span = run.span();
    long within =
        rows.stream()
            .filter(row -> !row.at().isBefore(span.from()) && row.at().isBefore(span.until()))
            .count();
    Progress further = run.progress().page(next, within);
    Progress to =
        next == null
            ? further.ended(State.DONE, now, null)
            : further.pages() >= MOST_PAGES
                ? further.ended(State.FAILED, now, "too_many_pages")
                : further;
    boolean kept =
        store.write(
            tx -> {
              tx.bankLines().add(run.scope(), run.provider(), lines(rows), now);
              return tx.reconciliations().advance(run.id(), State.RUNNING, to);
            });
    if (kept && to.state() == State.DONE) {
      LOG.info("shop {}: the bank's list was read, {} lines", run.scope().tenantId(), to.lines());
      completed.accept(run);
    }
  }

  static List<BankLine.Told> lines(List<OperationRow> rows) {
    return rows.stream()
        .map(
            row ->
                new BankLine.Told(
                    row.key(),
                    row.operationId(),
                    row.order(),
                    row.isReturn(),
                    row.amount(),
                    row.at(),
                    row.payer(),
                    row.mark(),
                    row.source()))
        .toList();
  }

  private void failed(Reconciliation run, String problem) {
    Progress ended = run.progress().ended(State.FAILED, clock.instant(), problem);
    store.write(tx -> tx.reconciliations().advance(run.id(), State.RUNNING, ended));
  }
}
