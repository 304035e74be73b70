package duken.engine.reconcile;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.engine.runtime.Caller;
import duken.engine.runtime.ProviderRouter;
import duken.engine.staff.Actor;
import duken.provider.Connection;
import duken.provider.PaymentProvider;
import duken.provider.history.OperationHistory;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.BankLines;
import duken.store.reconcile.Reconciliation;
import duken.store.reconcile.Reconciliation.Progress;
import duken.store.reconcile.Reconciliation.Span;
import duken.store.reconcile.Reconciliation.State;
import duken.store.shift.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Begins, stops and shows reconciliations. */
public final class ReconciliationService {

  private static final int SHOWN = 30;

  /** What happened so shortly before a reading may not be in it yet. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  /** Returns are known here up to so much later, and a bank's row of one lies so much earlier. */
  private static final Duration LATE_RETURNS = Duration.ofDays(2);

  private final Store store;
  private final ProviderRouter providers;
  private final ReconciliationReader reader;
  private final InstantSource clock;
  private final Runnable nudge;

  /**
   * @param nudge has the reader begin at once
   */
  public ReconciliationService(
      Store store,
      ProviderRouter providers,
      ReconciliationReader reader,
      InstantSource clock,
      Runnable nudge) {
    this.store = store;
    this.providers = providers;
    this.reader = reader;
    this.clock = clock;
    this.nudge = nudge;
  }

  /**
   * A provider of the shop.
   *
   * @param days how far back its bank's list reaches; 0 when it has none
   */
  public record ListedProvider(String provider, boolean connected, long days) {}

  /**
   * A reconciliation and what it has brought.
   *
   * @param lines oldest first
   * @param fees what the bank is expected to keep, by what was paid from
   */
  public record Result(Reconciliation run, List<ReconciledLine> lines, List<FeeLine> fees) {}

  /** The providers a shop may reconcile with, those that cannot included. */
  public List<ListedProvider> providers(Scope scope) {
    return providers.of(scope).stream()
        .filter(it -> it.connection(scope.tenantId()) != Connection.NOT_CONFIGURED)
        .map(
            it ->
                new ListedProvider(
                    it.name(),
                    it.connection(scope.tenantId()) == Connection.CONNECTED,
                    it.history().map(history -> history.reach().toDays()).orElse(0L)))
        .toList();
  }

  /** The shop's newest ones, newest first. */
  public List<Reconciliation> list(Scope scope) {
    return store.read(tx -> tx.reconciliations().list(scope, SHOWN));
  }

  /**
   * Begins one for a day of the bank. One of the same day that goes on is the answer.
   *
   * @throws DomainRefusal NOT_SUPPORTED_BY_PROVIDER without a list; VALIDATION on {@code day};
   *     INVALID_TRANSITION while another one goes on
   */
  public Reconciliation day(Caller caller, String provider, LocalDate day) {
    OperationHistory history = history(caller.scope(), provider);
    LocalDate today = BankDays.of(clock.instant());
    if (day.isAfter(today)) {
      throw DomainRefusal.field("day", Complaint.of("reconcile.future"));
    }
    if (day.isBefore(today.minus(history.reach().toDays(), ChronoUnit.DAYS))) {
      throw DomainRefusal.field("day", Complaint.of("reconcile.reach", history.reach().toDays()));
    }
    return begin(caller, provider, BankDays.span(day));
  }

  /**
   * The same for the hours of a shift.
   *
   * @throws DomainRefusal as for a day; NOT_FOUND
   */
  public Reconciliation shift(Caller caller, String provider, long shiftId) {
    OperationHistory history = history(caller.scope(), provider);
    Shift shift =
        store
            .read(tx -> tx.shifts().find(caller.scope(), shiftId))
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    Instant now = clock.instant();
    if (shift.openedAt().isBefore(now.minus(history.reach()))) {
      throw DomainRefusal.field(
          "shift_id", Complaint.of("reconcile.reach", history.reach().toDays()));
    }
    Instant until = shift.closedAt() == null ? now : shift.closedAt();
    return begin(caller, provider, new Span(null, shiftId, shift.openedAt(), until));
  }

  private OperationHistory history(Scope scope, String provider) {
    return providers.of(scope).stream()
        .filter(it -> it.name().equals(provider))
        .findFirst()
        .flatMap(PaymentProvider::history)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER));
  }

  private Reconciliation begin(Caller caller, String provider, Span span) {
    Instant now = clock.instant();
    Reconciliation run =
        store.write(
            tx -> {
              // Two desks that begin at once take turns at the shop.
              tx.storedSettings().put("reconciling." + caller.tenantId(), now.toString());
              for (Reconciliation other : tx.reconciliations().running()) {
                if (other.scope().equals(caller.scope())) {
                  boolean same =
                      other.provider().equals(provider)
                          && other.span().from().equals(span.from())
                          && (span.shiftId() != null || other.span().until().equals(span.until()));
                  if (!same) {
                    throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
                  }
                  return other;
                }
              }
              return tx.reconciliations()
                  .insert(
                      new Reconciliation(
                          0, caller.scope(), provider, span, Progress.fresh(now), by(caller), now));
            });
    reader.begin(run.id());
    nudge.run();
    return run;
  }

  /**
   * Stops one; what was read stays. Stopping one that is over changes nothing.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public Reconciliation stop(Scope scope, long id) {
    Instant now = clock.instant();
    return store.write(
        tx -> {
          Reconciliation run = found(tx, scope, id);
          if (run.progress().state() == State.RUNNING) {
            Progress stopped = run.progress().ended(State.STOPPED, now, null);
            if (!tx.reconciliations().advance(id, State.RUNNING, stopped)) {
              throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
            }
          }
          return found(tx, scope, id);
        });
  }

  /**
   * Goes on where one was stopped, interrupted or failed.
   *
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when it was read to its end, or another one
   *     goes on
   */
  public Reconciliation goOn(Scope scope, long id) {
    Instant now = clock.instant();
    Reconciliation run =
        store.write(
            tx -> {
              Reconciliation it = found(tx, scope, id);
              State state = it.progress().state();
              if (state == State.RUNNING) {
                return it;
              }
              boolean busy =
                  tx.reconciliations().running().stream()
                      .anyMatch(other -> other.scope().equals(scope));
              if (busy
                  || state == State.DONE
                  || !tx.reconciliations().advance(id, state, it.progress().again(now))) {
                throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
              }
              return found(tx, scope, id);
            });
    reader.begin(id);
    nudge.run();
    return run;
  }

  /**
   * What it has brought, as it stands now: what was booked or decided since is seen.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public Result result(Scope scope, long id) {
    return store.read(
        tx -> {
          Reconciliation run = found(tx, scope, id);
          List<ReconciledLine> lines = lines(tx, run);
          return new Result(run, lines, FeeLine.of(lines, OwnerRule.read(tx, scope.tenantId())));
        });
  }

  private static List<ReconciledLine> lines(Tx tx, Reconciliation run) {
    Scope scope = run.scope();
    Instant from = run.span().from();
    Instant until = run.span().until();
    BankLines bank = tx.bankLines();
    List<BankLine> lines =
        bank.between(
            scope, run.provider(), from.minus(LATE_RETURNS), until.plus(ReconciliationReader.EDGE));
    OwnBooks books =
        new OwnBooks(
            bank.named(scope, run.provider(), from, until),
            bank.paid(scope, run.provider(), from, until),
            bank.refunded(
                scope, run.provider(), from.minus(LATE_RETURNS), until.plus(LATE_RETURNS)),
            bank.odd(scope, from.minus(LATE_RETURNS)),
            bank.decisions(scope, from, until));
    Instant told =
        run.progress().state() == State.DONE ? run.progress().readUntil().minus(SETTLING) : null;
    return new DayComparison(books).of(lines, from, until, told);
  }

  private static Reconciliation found(Tx tx, Scope scope, long id) {
    return tx.reconciliations()
        .find(scope, id)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  static String by(Caller caller) {
    return Actor.current().map(Actor::inWords).orElse(caller.keyName());
  }
}
