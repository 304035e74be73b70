package duken.engine.shift;

import duken.domain.Refusal;
import duken.engine.Caller;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Rooms;
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

  /** One opening or closing at a time; one engine works on a database. */
  private final ReentrantLock turn = new ReentrantLock();

  /** Shifts kept in {@code store}. */
  public ShiftService(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
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
        rooms ->
            rooms.shifts().newest(caller.scope(), caller.keyName()).map(it -> report(rooms, it)));
  }

  /**
   * Opens the desk's next shift.
   *
   * @throws Refusal INVALID_TRANSITION when one is open
   */
  public ShiftReport open(Caller caller) {
    turn.lock();
    try {
      return store.write(rooms -> report(rooms, opened(rooms, caller)));
    } finally {
      turn.unlock();
    }
  }

  /**
   * Closes the desk's open shift. Closing one that is closed already changes nothing and tells its
   * report, so that a call whose answer was lost may be repeated.
   *
   * @param number the shift that is meant
   * @param rollOver whether open invoices may go over into the next shift
   * @throws Refusal NOT_FOUND when the desk has no such shift or it is not its newest one
   */
  public Closing close(Caller caller, long number, boolean rollOver) {
    turn.lock();
    try {
      return store.write(rooms -> closed(rooms, caller, number, rollOver));
    } finally {
      turn.unlock();
    }
  }

  /**
   * One shift of the shop.
   *
   * @throws Refusal NOT_FOUND
   */
  public ShiftReport report(Scope scope, long id) {
    return store.read(rooms -> report(rooms, found(rooms, scope, id)));
  }

  /** The shop's shifts with an id smaller than {@code before}, newest first. */
  public List<Shift> list(Scope scope, long before, int limit) {
    return store.read(rooms -> rooms.shifts().list(scope, before, limit));
  }

  /**
   * The money of one shift, oldest first.
   *
   * @throws Refusal NOT_FOUND
   */
  public List<MoneyRow> money(Scope scope, long id) {
    return store.read(rooms -> money(rooms, found(rooms, scope, id)));
  }

  private Shift opened(Rooms rooms, Caller caller) {
    Scope scope = caller.scope();
    Optional<Shift> before = rooms.shifts().newest(scope, caller.keyName());
    if (before.filter(Shift::isOpen).isPresent()) {
      throw Refusal.of(Refusal.Reason.INVALID_TRANSITION);
    }
    return rooms
        .shifts()
        .insert(
            Shift.opened(
                scope,
                caller.keyName(),
                before.map(Shift::number).orElse(0L) + 1,
                clock.instant(),
                caller.keyName(),
                before.map(Shift::lastEvent).orElseGet(() -> rooms.events().last(scope))));
  }

  private Closing closed(Rooms rooms, Caller caller, long number, boolean rollOver) {
    Shift shift =
        rooms
            .shifts()
            .newest(caller.scope(), caller.keyName())
            .filter(it -> it.number() == number)
            .orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
    if (!shift.isOpen()) {
      return new Closing(true, report(rooms, shift));
    }
    long open = rooms.shifts().openInvoices(shift.scope(), shift.desk());
    if (open > 0 && !rollOver) {
      return new Closing(false, report(rooms, shift));
    }
    long last = Math.max(shift.afterEvent(), rooms.events().last(shift.scope()));
    Shift closed = shift.closed(clock.instant(), caller.keyName(), last, open);
    ShiftTotals totals = ShiftTotals.of(money(rooms, closed));
    if (!rooms.shifts().close(closed, totals)) {
      throw new IllegalStateException("shift " + shift.id() + " was closed by somebody else");
    }
    return new Closing(true, new ShiftReport(closed, totals, open));
  }

  private static ShiftReport report(Rooms rooms, Shift shift) {
    return shift.isOpen()
        ? new ShiftReport(
            shift,
            ShiftTotals.of(money(rooms, shift)),
            rooms.shifts().openInvoices(shift.scope(), shift.desk()))
        : new ShiftReport(shift, rooms.shifts().totals(shift.id()), shift.rolledOver());
  }

  private static List<MoneyRow> money(Rooms rooms, Shift shift) {
    long last = shift.lastEvent() == null ? Long.MAX_VALUE : shift.lastEvent();
    return rooms.shifts().money(shift.scope(), shift.desk(), shift.afterEvent(), last);
  }

  private static Shift found(Rooms rooms, Scope scope, long id) {
    return rooms.shifts().find(scope, id).orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
  }
}
