package duken.engine.cash;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.engine.cart.CartService;
import duken.engine.runtime.Caller;
import duken.engine.staff.Actor;
import duken.store.Scope;
import duken.store.Store.Tx;
import duken.store.cash.CashLine;
import duken.store.cash.CashPart;
import duken.store.cash.CashRow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Writes rows of cash in a transaction of whoever calls; each wish once. */
public final class CashBook {

  private final InstantSource clock;

  public CashBook(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Notes a sale, with the lines of its cart.
   *
   * @throws DomainRefusal VALIDATION on {@code tendered} when it is less than the amount, on {@code
   *     cart} when it is not there, was changed, is sold already, or comes to another sum
   */
  CashRow sell(Tx tx, Caller caller, CashWish.Sale wish) {
    checkTendered("tendered", wish.amount(), wish.tendered());
    CashRow row =
        row(
            caller,
            CashKind.SALE,
            wish.amount(),
            CashRow.Detail.sold(wish.tendered(), wish.comment()),
            wish.callKey());
    List<CashLine> lines = claimed(tx, caller, wish);
    CashRow kept =
        once(
            tx,
            row,
            fresh -> fresh.with(fresh.detail().numbered(tx.cash().lastNumber(caller.scope()) + 1)));
    tx.cash().addLines(kept, lines);
    return kept;
  }

  /**
   * Takes the cart; empty for a bare sum, and for a wish that was carried out before. Invoices
   * claim carts before they lock the event log, so this does too.
   */
  private List<CashLine> claimed(Tx tx, Caller caller, CashWish.Sale wish) {
    CashWish.Cart cart = wish.cart();
    if (cart == null) {
      return List.of();
    }
    tx.deskCarts().lock(caller.scope());
    if (tx.cash().byKey(caller.scope(), wish.callKey()).isPresent()) {
      return List.of();
    }
    return CartService.sellOutright(
            tx, caller, cart.id(), cart.version(), wish.amount(), clock.instant())
        .invoiceLines()
        .stream()
        .map(CashLine::of)
        .toList();
  }

  /**
   * Notes cash that goes back.
   *
   * @throws DomainRefusal NOT_FOUND, REFUND_AMOUNT_EXCEEDED, and INVOICE_NOT_REFUNDABLE for a part
   *     whose rest is not paid
   */
  CashRow refund(Tx tx, Caller caller, CashWish.Refund wish) {
    CashRow sale = sold(tx, caller, wish.saleId());
    if (sale.kind() == CashKind.PART
        && tx.cash()
            .ofInvoice(caller.scope(), sale.detail().invoiceId())
            .filter(it -> it.status().hasMoney() && !it.returned())
            .isEmpty()) {
      throw DomainRefusal.of(Reason.INVOICE_NOT_REFUNDABLE);
    }
    CashRow row =
        row(
            caller,
            CashKind.REFUND,
            wish.amount(),
            CashRow.Detail.returned(sale, wish.reason()),
            wish.callKey());
    return once(
        tx,
        row,
        fresh -> {
          if (fresh.amount().exceeds(left(tx, sale))) {
            throw DomainRefusal.of(Reason.REFUND_AMOUNT_EXCEEDED);
          }
          return fresh;
        });
  }

  /** What of a sale or part was not given back yet. */
  static Money left(Tx tx, CashRow sale) {
    long back =
        tx.cash().returnsOf(sale.scope(), sale.id()).stream()
            .mapToLong(it -> it.amount().tiyn())
            .sum();
    return Money.ofTiyn(sale.amount().tiyn() - back);
  }

  CashRow move(Tx tx, Caller caller, CashWish.Move wish) {
    CashKind kind = wish.in() ? CashKind.CASH_IN : CashKind.CASH_OUT;
    CashRow row =
        row(caller, kind, wish.amount(), CashRow.Detail.because(wish.reason()), wish.callKey());
    return once(tx, row, fresh -> fresh);
  }

  /**
   * Notes what somebody counted, beside what should have been there.
   *
   * @param kind FLOAT or COUNT
   */
  public CashRow count(Tx tx, Caller caller, CashKind kind, CashWish.Count wish) {
    String banknotes = wish.banknotes() == null ? null : wish.banknotes().inWords();
    CashRow row = row(caller, kind, wish.sum(), CashRow.Detail.counted(banknotes), wish.callKey());
    return once(
        tx,
        row,
        fresh ->
            fresh.with(
                fresh
                    .detail()
                    .expecting(
                        tx.cash().balance(caller.scope(), caller.keyName(), Long.MAX_VALUE))));
  }

  /**
   * Notes the cash of a mixed payment in the transaction that makes the invoice for the rest.
   *
   * @param tendered what the customer gave, not less than the amount
   */
  public void part(Tx tx, Caller caller, Money amount, Money tendered, Invoice invoice) {
    tx.cash()
        .insert(
            row(
                caller,
                CashKind.PART,
                amount,
                CashRow.Detail.part(tendered, invoice.id()),
                "part of invoice " + invoice.id()));
  }

  /**
   * Notes that the customer has the cash of a mixed payment back. May be repeated. The invoice's
   * row is held, so that it is not paid meanwhile.
   *
   * @throws DomainRefusal NOT_FOUND, and INVALID_TRANSITION unless the invoice ended unpaid
   */
  CashRow giveBack(Tx tx, Caller caller, long invoiceId) {
    Invoice held =
        tx.invoices()
            .find(caller.scope(), invoiceId)
            .flatMap(it -> tx.invoices().lock(it.id()))
            .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
    tx.cash().lock();
    CashPart part =
        tx.cash()
            .ofInvoice(caller.scope(), held.id())
            .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
    if (!part.returned() && !part.isToReturn()) {
      throw DomainRefusal.of(Reason.INVALID_TRANSITION);
    }
    return once(
        tx,
        row(
            caller,
            CashKind.PART_RETURN,
            part.part().amount(),
            CashRow.Detail.returned(part.part(), null),
            "part back of invoice " + invoiceId),
        fresh -> fresh);
  }

  /**
   * Checks what a customer gave.
   *
   * @throws DomainRefusal VALIDATION on {@code field} when it is less than the amount
   */
  public static void checkTendered(String field, Money amount, Money tendered) {
    if (amount.exceeds(tendered)) {
      throw DomainRefusal.field(field, Complaint.of("cash.tendered"));
    }
  }

  private static CashRow sold(Tx tx, Caller caller, long saleId) {
    return tx.cash()
        .find(caller.scope(), saleId)
        .filter(it -> it.kind() == CashKind.SALE || it.kind() == CashKind.PART)
        .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
  }

  /** What is added to a row that is surely not there yet. */
  @FunctionalInterface
  private interface Completion {
    CashRow of(CashRow fresh);
  }

  private static CashRow once(Tx tx, CashRow wished, Completion completion) {
    tx.cash().lock();
    Optional<CashRow> before = tx.cash().byKey(wished.scope(), wished.callKey());
    if (before.isEmpty()) {
      return tx.cash().insert(completion.of(wished));
    }
    if (wished.kind() != CashKind.PART_RETURN && !before.get().isSameWish(wished)) {
      throw DomainRefusal.of(Reason.DUPLICATE_IDEMPOTENCY_KEY);
    }
    return before.get();
  }

  private CashRow row(
      Caller caller, CashKind kind, Money amount, CashRow.Detail detail, String callKey) {
    String who = Actor.current().map(Actor::member).orElse(caller.keyName());
    return CashRow.fresh(
        caller.scope(),
        new CashRow.Made(caller.keyName(), who, clock.instant()),
        kind,
        amount,
        detail,
        callKey);
  }

  /**
   * The drawer of a desk in a part of the event log.
   *
   * @param last null while the shift is open
   */
  public static CashDrawer drawer(Tx tx, Scope scope, String desk, long after, Long last) {
    List<CashRow> rows = tx.cash().ofDesk(scope, desk, after, last == null ? Long.MAX_VALUE : last);
    long unsettled =
        last != null
            ? 0
            : tx.cash().unsettled(scope, desk).stream()
                .mapToLong(it -> it.part().amount().tiyn())
                .sum();
    return CashDrawer.of(tx.cash().balance(scope, desk, after), rows, unsettled);
  }
}
