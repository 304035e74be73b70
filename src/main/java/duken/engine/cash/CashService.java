package duken.engine.cash;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.engine.runtime.Caller;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.cash.CashLine;
import duken.store.cash.CashPart;
import duken.store.cash.CashRow;
import duken.store.cash.CashSettings;
import duken.store.shift.Shift;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Cash of the desks, where a shop wants it. No bank is asked, and no webhook tells of it. A wish
 * that comes twice under the same key is carried out once, and answered alike.
 */
public final class CashService {

  private final Store store;
  private final CashBook book;

  public CashService(Store store, InstantSource clock) {
    this.store = store;
    this.book = new CashBook(clock);
  }

  /**
   * A row and what may still be given back of it.
   *
   * @param left null for what cannot be given back
   * @param lines of the cart that was sold; empty for anything else
   */
  public record Told(CashRow row, Money left, List<CashLine> lines) {

    public Told {
      lines = List.copyOf(lines);
    }
  }

  public CashSettings settings(long tenantId) {
    return store.read(tx -> tx.cash().settings(tenantId));
  }

  public void put(long tenantId, CashSettings settings) {
    store.write(
        tx -> {
          tx.cash().put(tenantId, settings);
          return null;
        });
  }

  /**
   * Notes a sale, a refund or a movement.
   *
   * @throws DomainRefusal CASH_OFF, DUPLICATE_IDEMPOTENCY_KEY when the key belongs to another wish,
   *     and as {@link CashBook} says of each
   */
  public Told note(Caller caller, CashWish wish) {
    return written(
        caller,
        tx ->
            switch (wish) {
              case CashWish.Sale sale -> book.sell(tx, caller, sale);
              case CashWish.Refund refund -> book.refund(tx, caller, refund);
              case CashWish.Move move -> book.move(tx, caller, move);
              case CashWish.Count count -> book.count(tx, caller, CashKind.COUNT, count);
            });
  }

  /**
   * Notes that the customer has the cash of a mixed payment back; may be repeated.
   *
   * @throws DomainRefusal NOT_FOUND, and INVALID_TRANSITION unless the invoice ended unpaid
   */
  public Told giveBack(Caller caller, long invoiceId) {
    return store.write(tx -> told(tx, book.giveBack(tx, caller, invoiceId)));
  }

  /** The cash of the desk that waits for an invoice's end or to be given back. */
  public List<CashPart> unsettled(Caller caller) {
    return store.read(tx -> tx.cash().unsettled(caller.scope(), caller.keyName()));
  }

  /** The cash beside an invoice, and what may be given back of it. */
  public Optional<CashPart> ofInvoice(Scope scope, long invoiceId) {
    return store.read(tx -> tx.cash().ofInvoice(scope, invoiceId));
  }

  /** What should lie in the desk's drawer now. */
  public CashDrawer drawer(Caller caller) {
    return store.read(
        tx -> {
          Optional<Shift> shift = tx.shifts().newest(caller.scope(), caller.keyName());
          long after =
              shift
                  .map(
                      it -> it.lastEvent() == null ? Long.valueOf(it.afterEvent()) : it.lastEvent())
                  .orElse(0L);
          return CashBook.drawer(tx, caller.scope(), caller.keyName(), after, null);
        });
  }

  /** The shop's rows, newest first. */
  public List<Told> list(Scope scope, Set<CashKind> kinds, long before, int limit) {
    return store.read(
        tx ->
            tx.cash().list(scope, kinds, before, limit).stream().map(it -> told(tx, it)).toList());
  }

  /**
   * One row of the shop.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public Told find(Scope scope, long id) {
    return store.read(
        tx ->
            told(
                tx,
                tx.cash().find(scope, id).orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND))));
  }

  /**
   * Refuses where the shop wants no cash.
   *
   * @throws DomainRefusal CASH_OFF
   */
  public static void refuseWhereOff(Tx tx, Caller caller) {
    if (!tx.cash().settings(caller.tenantId()).enabled()) {
      throw DomainRefusal.of(Reason.CASH_OFF);
    }
  }

  /**
   * What is written beside the invoice for the rest of a mixed payment.
   *
   * @throws DomainRefusal CASH_OFF, VALIDATION on {@code cash_tendered}
   */
  public BiConsumer<Tx, Invoice> mixed(Caller caller, Money amount, Money tendered) {
    CashBook.checkTendered("cash_tendered", amount, tendered);
    store.read(
        tx -> {
          refuseWhereOff(tx, caller);
          return null;
        });
    return (tx, invoice) -> book.part(tx, caller, amount, tendered, invoice);
  }

  private Told written(Caller caller, Function<Tx, CashRow> work) {
    return store.write(
        tx -> {
          refuseWhereOff(tx, caller);
          return told(tx, work.apply(tx));
        });
  }

  private static Told told(Tx tx, CashRow row) {
    boolean sold = row.kind() == CashKind.SALE || row.kind() == CashKind.PART;
    return new Told(
        row,
        sold ? CashBook.left(tx, row) : null,
        row.kind() == CashKind.SALE ? tx.cash().lines(row) : List.of());
  }
}
