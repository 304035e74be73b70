package duken.engine.goods;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.catalog.CatalogItem;
import duken.engine.runtime.Caller;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes lists of goods over: all of a list or nothing, in one transaction. A list arrives in parts,
 * since a large one would fill the memory of a small till. One that was taken over changes nothing
 * when it comes again, so a lost answer is repaired by sending it again.
 */
public final class GoodsImport {

  /** The most rows of a list. */
  public static final int MOST_ROWS = 50_000;

  private static final int MOST_LISTS = 8;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Store store;
  private final InstantSource clock;
  private final Map<Token, Kept> kept = new ConcurrentHashMap<>();
  private final Map<Token, Run> running = new ConcurrentHashMap<>();

  public GoodsImport(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** By what a window names its import. */
  private record Token(Scope scope, String word) {}

  /** What has come of a list so far. */
  private static final class Kept {
    private final List<ImportRow> rows = new ArrayList<>();
    private final Instant keptAt;

    private Kept(Instant keptAt) {
      this.keptAt = keptAt;
    }
  }

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

  /**
   * Keeps a part of a list until {@link #run}, or for half an hour.
   *
   * @param word by which the other calls name the list
   * @param from how many rows came before; 0 begins anew
   * @throws DomainRefusal VALIDATION on {@code rows} when a part is missing before this one, or the
   *     list is too long; INVALID_TRANSITION when too many lists are kept
   */
  public void keep(Scope scope, String word, int from, List<ImportRow> rows) {
    Instant now = clock.instant();
    kept.values().removeIf(list -> list.keptAt.plus(KEPT).isBefore(now));
    Token token = new Token(scope, word);
    if (from == 0 && !kept.containsKey(token) && kept.size() >= MOST_LISTS) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    Kept list =
        from == 0
            ? kept.compute(token, (_, _) -> new Kept(now))
            : kept.getOrDefault(token, new Kept(now));
    synchronized (list) {
      if (list.rows.size() != from || from + rows.size() > MOST_ROWS) {
        throw DomainRefusal.field("rows", Complaint.of("list", MOST_ROWS));
      }
      list.rows.addAll(rows);
    }
  }

  /**
   * What a kept list would do now.
   *
   * @throws DomainRefusal NOT_FOUND when it is kept no longer
   */
  public ImportPlan preview(Scope scope, String word) {
    List<ImportRow> rows = rows(new Token(scope, word));
    return store.read(tx -> ImportMatching.plan(tx.goods().all(scope), rows));
  }

  /**
   * Takes a kept list over, unless there is a problem or somebody stops it.
   *
   * @return what was done, or the problems; empty when it was stopped and nothing was done
   * @throws DomainRefusal NOT_FOUND when it is kept no longer, INVALID_TRANSITION while it is taken
   *     over already
   */
  public Optional<ImportPlan> run(Caller caller, String word) {
    Token token = new Token(caller.scope(), word);
    List<ImportRow> rows = rows(token);
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
      kept.remove(token);
    }
  }

  private List<ImportRow> rows(Token token) {
    Kept list = kept.get(token);
    if (list == null) {
      throw GoodsService.missing();
    }
    synchronized (list) {
      return List.copyOf(list.rows);
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
    for (int i = 0; i < plan.steps().size(); i++) {
      if (run.stopped) {
        throw new Stopped();
      }
      apply(tx, scope, plan.steps().get(i), now);
      run.done = i + 1;
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
