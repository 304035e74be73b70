package duken.engine.shift;

import duken.domain.DomainRefusal;
import duken.domain.cash.CashKind;
import duken.engine.cash.CashBook;
import duken.engine.cash.CashDrawer;
import duken.engine.cash.CashService;
import duken.engine.cash.CashWish;
import duken.engine.runtime.Caller;
import duken.engine.staff.Actor;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.event.NewEvent;
import duken.store.shift.MoneyRow;
import duken.store.shift.Shift;
import duken.store.shift.ShiftTotals;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Opens and closes the shifts of desks. A desk is a window's key by its name. Money that comes
 * while no shift is open, however late, belongs to the next one: a shift begins in the event log
 * where the one before it ended.
 */
public final class ShiftService {

  private final Store store;
  private final InstantSource clock;
  private final CashBook cash;

  /** One opening or closing at a time; one engine works on a database. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Shifts kept in {@code store}. */
  public ShiftService(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.cash = new CashBook(clock);
  }

  /**
   * How a closing ended.
   *
   * @param closed false when open invoices were in the way
   * @param report of the shift as it is now
   */
  public record Closing(boolean closed, ShiftReport report) {}

  /** The desk's newest shift as it is now; empty before the first one. */
  public Optional<ShiftReport> current(Caller caller) {
    return store.read(
        tx -> tx.shifts().newest(caller.scope(), caller.keyName()).map(it -> report(tx, it)));
  }

  /**
   * Opens the desk's next shift.
   *
   * @param counted what lies in the drawer, or null when nobody counted
   * @throws DomainRefusal INVALID_TRANSITION when one is open, CASH_OFF for a count where there is
   *     no cash
   */
  public ShiftReport open(Caller caller, CashWish.Count counted) {
    lock.lock();
    try {
      return store.write(
          tx -> {
            Shift shift = opened(tx, caller);
            count(tx, caller, CashKind.FLOAT, counted, shift);
            return report(tx, shift);
          });
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes the desk's open shift. Closing one that is closed already changes nothing and tells its
   * report, so that a call whose answer was lost may be repeated.
   *
   * @param number the shift that is meant
   * @param rollOver whether open invoices may go over into the next shift
   * @param counted what lies in the drawer, or null when nobody counted; kept with the closing
   * @throws DomainRefusal NOT_FOUND when the desk has no such shift or it is not its newest one,
   *     CASH_OFF for a count where there is no cash
   */
  public Closing close(Caller caller, long number, boolean rollOver, CashWish.Count counted) {
    lock.lock();
    try {
      return store.write(tx -> closed(tx, caller, number, rollOver, counted));
    } finally {
      lock.unlock();
    }
  }

  /**
   * One shift of the shop.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public ShiftReport report(Scope scope, long id) {
    return store.read(tx -> report(tx, found(tx, scope, id)));
  }

  /** The shop's shifts with an id smaller than {@code before}, newest first. */
  public List<Shift> list(Scope scope, long before, int limit) {
    return store.read(tx -> tx.shifts().list(scope, before, limit));
  }

  /**
   * The money of one shift, oldest first.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public List<MoneyRow> money(Scope scope, long id) {
    return store.read(tx -> money(tx, found(tx, scope, id)));
  }

  private Shift opened(Tx tx, Caller caller) {
    Scope scope = caller.scope();
    Optional<Shift> before = tx.shifts().newest(scope, caller.keyName());
    if (before.filter(Shift::isOpen).isPresent()) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    return tx.shifts()
        .insert(
            Shift.opened(
                scope,
                caller.keyName(),
                before.map(Shift::number).orElse(0L) + 1,
                clock.instant(),
                who(caller),
                before.map(Shift::lastEvent).orElseGet(() -> tx.events().last(scope))));
  }

  private void count(Tx tx, Caller caller, CashKind kind, CashWish.Count counted, Shift shift) {
    if (counted != null) {
      CashService.refuseWhereOff(tx, caller);
      cash.count(tx, caller, kind, counted.under(kind.wire() + " of shift " + shift.id()));
    }
  }

  private Closing closed(
      Tx tx, Caller caller, long number, boolean rollOver, CashWish.Count counted) {
    Shift shift =
        tx.shifts()
            .newest(caller.scope(), caller.keyName())
            .filter(it -> it.number() == number)
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    if (!shift.isOpen()) {
      return new Closing(true, report(tx, shift));
    }
    long open = tx.shifts().openInvoices(shift.scope(), shift.desk());
    if (open > 0 && !rollOver) {
      return new Closing(false, report(tx, shift));
    }
    count(tx, caller, CashKind.COUNT, counted, shift);
    long last = Math.max(shift.afterEvent(), tx.events().last(shift.scope()));
    Shift closed = shift.closed(clock.instant(), who(caller), last, open);
    ShiftTotals totals = ShiftTotals.of(money(tx, closed));
    if (!tx.shifts().close(closed, totals)) {
      throw new IllegalStateException("shift " + shift.id() + " was closed by somebody else");
    }
    tx.events()
        .append(
            new NewEvent(
                shift.scope(), null, "shift_closed", closed.closedAt(), Long.toString(shift.id())));
    return new Closing(true, new ShiftReport(closed, totals, open, drawer(tx, closed)));
  }

  /** The person whose PIN was entered; the desk where nobody's was. */
  private static String who(Caller caller) {
    return Actor.current().map(Actor::member).orElse(caller.keyName());
  }

  private static ShiftReport report(Tx tx, Shift shift) {
    ShiftTotals totals =
        shift.isOpen() ? ShiftTotals.of(money(tx, shift)) : tx.shifts().totals(shift.id());
    long open =
        shift.isOpen() ? tx.shifts().openInvoices(shift.scope(), shift.desk()) : shift.rolledOver();
    return new ShiftReport(shift, totals, open, drawer(tx, shift));
  }

  /** Null where there is no cash and was none in the shift. */
  private static CashDrawer drawer(Tx tx, Shift shift) {
    boolean on = tx.cash().settings(shift.scope().tenantId()).enabled();
    CashDrawer drawer =
        CashBook.drawer(tx, shift.scope(), shift.desk(), shift.afterEvent(), shift.lastEvent());
    return on || !drawer.isEmpty() ? drawer : null;
  }

  private static List<MoneyRow> money(Tx tx, Shift shift) {
    long last = shift.lastEvent() == null ? Long.MAX_VALUE : shift.lastEvent();
    return tx.shifts().money(shift.scope(), shift.desk(), shift.afterEvent(), last);
  }

  private static Shift found(Tx tx, Scope scope, long id) {
    return tx.shifts()
        .find(scope, id)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }
}
