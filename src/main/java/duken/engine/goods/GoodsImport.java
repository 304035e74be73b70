package duken.engine.goods;

import duken.domain.DomainRefusal;
import duken.domain.catalog.CatalogItem;
import duken.engine.runtime.Caller;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes lists of goods over: all of a list or nothing, in one transaction. A list that was taken
 * over changes nothing when it comes again, so a lost answer is repaired by sending it again.
 */
public final class GoodsImport {

  private final Store store;
  private final InstantSource clock;
  private final Map<Token, Run> running = new ConcurrentHashMap<>();

  public GoodsImport(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** By what a window names its import. */
  private record Token(Scope scope, String word) {}

  /** How far an import has come. */
  private static final class Run {
    private volatile int done;
    private volatile boolean stopped;
    private final int total;

    private Run(int total) {
      this.total = total;
    }
  }

  /** Ends the transaction of an import that somebody stopped. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stopped() {
      super("stopped", null, false, false);
    }
  }

  /** How far an import has come, in rows. */
  public record Progress(int done, int total) {}

  /** What this list would do now. */
  public ImportPlan preview(Scope scope, List<ImportRow> rows) {
    return store.read(tx -> ImportMatching.plan(tx.goods().all(scope), rows));
  }

  /**
   * Takes a list over, unless there is a problem or somebody stops it.
   *
   * @param word by which {@link #progress} and {@link #stop} name it
   * @throws DomainRefusal INVALID_TRANSITION while an import of this name is running
   * @return what was done, or the problems; empty when it was stopped and nothing was done
   */
  public Optional<ImportPlan> run(Caller caller, String word, List<ImportRow> rows) {
    Token token = new Token(caller.scope(), word);
    Run run = new Run(rows.size());
    if (running.putIfAbsent(token, run) != null) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    try {
      return Optional.of(store.write(tx -> write(tx, caller.scope(), rows, run)));
    } catch (Stopped _) {
      return Optional.empty();
    } finally {
      running.remove(token, run);
    }
  }

  /** How far it has come; empty when no import of this name is running. */
  public Optional<Progress> progress(Scope scope, String word) {
    return Optional.ofNullable(running.get(new Token(scope, word)))
        .map(run -> new Progress(run.done, run.total));
  }

  /** Has it end without doing anything, unless it is done already. */
  public void stop(Scope scope, String word) {
    Optional.ofNullable(running.get(new Token(scope, word))).ifPresent(run -> run.stopped = true);
  }

  private ImportPlan write(Tx tx, Scope scope, List<ImportRow> rows, Run run) {
    tx.catalog().lock(scope);
    ImportPlan plan = ImportMatching.plan(tx.goods().all(scope), rows);
    if (!plan.problems().isEmpty()) {
      return plan;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // Two items may change their barcodes with each other; for a moment neither has one.
    plan.steps().stream().filter(GoodsImport::losesBarcode).forEach(step -> bare(tx, step));
    for (ImportPlan.Step step : plan.steps()) {
      if (run.stopped) {
        throw new Stopped();
      }
      apply(tx, scope, step, now);
      run.done++;
    }
    return plan;
  }

  private static boolean losesBarcode(ImportPlan.Step step) {
    return step.before() != null
        && step.before().item().barcode() != null
        && !step.before().item().barcode().equals(step.wish().barcode());
  }

  private static void bare(Tx tx, ImportPlan.Step step) {
    CatalogItem item = step.before().item();
    tx.catalog()
        .update(
            new CatalogItem(
                item.id(),
                item.tenantId(),
                item.mode(),
                item.name(),
                item.price(),
                item.unit(),
                null,
                item.imageId(),
                item.createdAt(),
                item.updatedAt()));
  }

  private static void apply(Tx tx, Scope scope, ImportPlan.Step step, Instant now) {
    GoodsWish wish = step.wish();
    switch (step.change()) {
      case UNCHANGED -> {}
      case CREATED -> {
        CatalogItem item = GoodsEditing.item(scope, 0, wish, now, now);
        long id = tx.catalog().insert(List.of(item)).getFirst().id();
        if (wish.article() != null || wish.tile() != null) {
          tx.goods().describe(id, wish.article(), wish.tile());
        }
      }
      case CHANGED -> {
        CatalogItem before = step.before().item();
        tx.catalog().update(GoodsEditing.item(scope, before.id(), wish, before.createdAt(), now));
        tx.goods().describe(before.id(), wish.article(), wish.tile());
      }
    }
  }
}
