package duken.engine.reconcile;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.PayerProgress;
import duken.domain.tenant.Tenant;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.ShopWorkers;
import duken.provider.Connection;
import duken.provider.PaymentProvider;
import duken.provider.history.OperationHistory;
import duken.provider.history.OperationPage;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.OwnSide;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Money that no invoice asked for: paid to the shop's sticker or in the bank's application. The
 * newest page of the bank's list is read while a window looks, one call in forty seconds; while
 * none does, one in ten minutes. More pages are read only until what was read before.
 */
public final class UnassignedPayments {

  private static final Logger LOG = LoggerFactory.getLogger(UnassignedPayments.class);
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Duration WHILE_LOOKED_AT = Duration.ofSeconds(40);
  private static final Duration OTHERWISE = Duration.ofMinutes(10);
  private static final Duration LOOKING = Duration.ofMinutes(2);
  private static final Duration OVERLAP = Duration.ofMinutes(5);
  private static final Duration SHOWN_FOR = Duration.ofHours(24);
  private static final int MOST_PAGES = 5;
  private static final int MOST = 20;
  private static final String READ = ".read";

  private final Store store;
  private final ProviderRouter providers;
  private final BankLineDecisions decisions;
  private final CommitSignal commitSignal;
  private final InstantSource clock;
  private final ShopWorkers workers = new ShopWorkers("bank-watch");
  private final Map<Scope, Instant> lookedAt = new ConcurrentHashMap<>();
  private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();

  UnassignedPayments(
      Store store,
      ProviderRouter providers,
      BankLineDecisions decisions,
      CommitSignal commitSignal,
      InstantSource clock) {
    this.store = store;
    this.providers = providers;
    this.decisions = decisions;
    this.commitSignal = commitSignal;
    this.clock = clock;
  }

  /**
   * Money without an invoice.
   *
   * @param candidates sales it may belong to, newest first
   */
  public record Waiting(BankLine line, List<OwnSide.Candidate> candidates) {}

  /** What a till shows, oldest first; whoever asks is taken to look on for a while. */
  public List<Waiting> look(Scope scope) {
    lookedAt.put(scope, clock.instant());
    return store.read(
        tx -> OwnerRule.read(tx, scope.tenantId()).shown() ? waiting(tx, scope) : List.of());
  }

  private List<Waiting> waiting(Tx tx, Scope scope) {
    List<Waiting> all = new ArrayList<>();
    for (PaymentProvider provider : providers.of(scope)) {
      for (BankLine line : unassigned(tx, scope, provider.name())) {
        all.add(new Waiting(line, SaleCandidates.of(tx, line)));
      }
    }
    return all;
  }

  private List<BankLine> unassigned(Tx tx, Scope scope, String provider) {
    Instant begun =
        tx.storedSettings().get(mark(scope, provider)).map(Instant::parse).orElse(Instant.MAX);
    Instant day = clock.instant().minus(SHOWN_FOR);
    return begun.equals(Instant.MAX)
        ? List.of()
        : tx
            .bankLines()
            .unassigned(scope, provider, begun.isAfter(day) ? begun : day, MOST)
            .stream()
            .filter(it -> it.told().mark() == null || !tx.bankLines().isAwaited(it.told().mark()))
            .toList();
  }

  /** Since when money without an invoice is shown: what came before is the reconciliation's. */
  private static String mark(Scope scope, String provider) {
    return "bank-watch." + provider + "." + scope.tenantId() + "." + scope.mode();
  }

  /** What the owner has chosen. */
  public OwnerRule rule(long tenantId) {
    return store.read(tx -> OwnerRule.read(tx, tenantId));
  }

  /** The owner chooses. */
  public void rule(long tenantId, OwnerRule rule) {
    store.write(
        tx -> {
          rule.keep(tx, tenantId);
          return null;
        });
  }

  /**
   * A look at each shop that is due. Does not wait for any bank.
   *
   * @return how long the next round may wait
   */
  public Duration round() {
    List<Long> shops = store.read(tx -> tx.tenants().all()).stream().map(Tenant::id).toList();
    workers.begin(shops, this::look);
    return ROUND;
  }

  void awaitQuiet(Duration patience) {
    workers.awaitQuiet(patience);
  }

  private void look(long tenantId) {
    for (Mode mode : Mode.values()) {
      Scope scope = new Scope(tenantId, mode);
      for (PaymentProvider provider : providers.of(scope)) {
        boolean connected = provider.connection(tenantId) == Connection.CONNECTED;
        Optional<OperationHistory> history = provider.history();
        if (connected && history.isPresent() && isDue(scope, provider.name())) {
          look(scope, provider.name(), history.get());
        }
      }
    }
  }

  private boolean isDue(Scope scope, String provider) {
    Instant now = clock.instant();
    Instant looked = lookedAt.getOrDefault(scope, Instant.MIN);
    boolean isLookedAt = looked.isAfter(now.minus(LOOKING));
    if (scope.mode().isSandbox() && !isLookedAt) {
      return false;
    }
    Instant last = askedAt.get(mark(scope, provider));
    Duration pause = isLookedAt ? WHILE_LOOKED_AT : OTHERWISE;
    return last == null || last.isAfter(now) || !now.isBefore(last.plus(pause));
  }

  private void look(Scope scope, String provider, OperationHistory history) {
    Instant now = clock.instant();
    String mark = mark(scope, provider);
    askedAt.put(mark, now);
    Instant from = readUpTo(mark, now).minus(OVERLAP);
    int added = 0;
    String next = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      OperationPage page = history.page(scope.tenantId(), from, now.plus(OVERLAP), next);
      if (!(page instanceof OperationPage.Told told)) {
        return;
      }
      added +=
          store.write(
              tx ->
                  tx.bankLines()
                      .add(scope, provider, ReconciliationReader.lines(told.rows()), now));
      next = told.next();
      if (next == null) {
        break;
      }
    }
    store.writeLightly(tx -> tx.storedSettings().put(mark + READ, now.toString()));
    if (added > 0) {
      settleByRule(scope, provider);
      commitSignal.signal();
    }
  }

  /** Up to when all was read; the first time nothing of before is looked for. */
  private Instant readUpTo(String mark, Instant now) {
    Optional<String> read = store.read(tx -> tx.storedSettings().get(mark + READ));
    if (read.isEmpty()) {
      store.writeLightly(tx -> tx.storedSettings().put(mark, now.minus(OVERLAP).toString()));
      return now;
    }
    Instant before = Instant.parse(read.get());
    Instant day = now.minus(SHOWN_FOR);
    return before.isBefore(day) ? day : before;
  }

  /** The only open sale that fits is settled where the owner allows it; all else is asked. */
  private void settleByRule(Scope scope, String provider) {
    OwnerRule rule = rule(scope.tenantId());
    if (!rule.auto()) {
      return;
    }
    List<BankLine> lines = store.read(tx -> unassigned(tx, scope, provider));
    for (BankLine line : lines) {
      boolean only =
          lines.stream().filter(it -> it.told().amount().equals(line.told().amount())).count() == 1;
      Optional<Invoice> sale = only ? store.read(tx -> fitting(tx, line, rule)) : Optional.empty();
      sale.ifPresent(it -> settle(scope, line, it));
    }
  }

  private static Optional<Invoice> fitting(Tx tx, BankLine line, OwnerRule rule) {
    Instant at = line.told().at();
    List<OwnSide.Candidate> open =
        tx.bankLines()
            .candidates(
                line.scope(),
                line.provider(),
                line.told().amount(),
                at.minus(Duration.ofMinutes(rule.minutes())),
                at.plus(OVERLAP),
                true);
    return open.size() != 1
        ? Optional.empty()
        : tx.invoices()
            .find(open.getFirst().invoiceId())
            .filter(it -> isUntouched(it.state().payerProgress()) && !it.state().held());
  }

  /** Whoever has scanned the sale's own code pays that. */
  private static boolean isUntouched(PayerProgress progress) {
    return progress == PayerProgress.NOT_SENT || progress == PayerProgress.WAITING;
  }

  private void settle(Scope scope, BankLine line, Invoice sale) {
    try {
      decisions.linkByRule(scope, line.id(), sale.id());
    } catch (DomainRefusal refused) {
      LOG.info("invoice {}: not settled by rule, {}", sale.id(), refused.reason());
    }
  }
}
