package duken.engine.cart;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.cart.GoodsCart;
import duken.engine.runtime.Caller;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.cart.DeskCarts.Kept;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the carts of a shop's tills until they are sold (decision record 0065). */
public final class CartService {

  /** More are not remembered by anybody at the counter. */
  private static final int MOST_HELD = 50;

  /** How long the cart of a sale can be brought back. */
  private static final Duration SOLD_KEPT = Duration.ofDays(1);

  private final Store store;
  private final InstantSource clock;

  public CartService(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The cart on the screen of the caller's desk. */
  public Optional<Kept> open(Caller caller) {
    return store.read(tx -> tx.deskCarts().open(caller.scope(), caller.keyName()));
  }

  /**
   * Writes what is in the caller's cart.
   *
   * @param wish with at least one line
   * @param mayPrice whether other prices and discounts than those the cart has are allowed; they
   *     are signed with who acts
   * @throws DomainRefusal VALIDATION on {@code lines} for an item that is not there, on {@code
   *     price} for a price or a discount that is not allowed
   */
  public Kept save(Caller caller, GoodsCart wish, boolean mayPrice) {
    return store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          Optional<Kept> before = tx.deskCarts().open(caller.scope(), caller.keyName());
          GoodsCart checked =
              new CartPrices(tx, caller.scope(), before.map(Kept::cart).orElse(GoodsCart.EMPTY))
                  .checked(wish, mayPrice);
          return before
              .map(kept -> tx.deskCarts().update(kept, checked, now()))
              .orElseGet(
                  () -> tx.deskCarts().insert(caller.scope(), caller.keyName(), checked, now()));
        });
  }

  /** Takes the cart off the caller's screen for good. */
  public void clear(Caller caller) {
    store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          tx.deskCarts().open(caller.scope(), caller.keyName()).ifPresent(tx.deskCarts()::delete);
          return null;
        });
  }

  /** The carts that are held in the shop, the oldest first. */
  public List<Kept> held(Caller caller) {
    return store.read(tx -> tx.deskCarts().held(caller.scope()));
  }

  /**
   * Sets the caller's cart aside.
   *
   * @param name or null for the lowest number that is free
   * @return the name it has now
   * @throws DomainRefusal NOT_FOUND when there is none, VALIDATION on {@code name} when there are
   *     too many
   */
  public String hold(Caller caller, String name) {
    return store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          Kept open =
              tx.deskCarts()
                  .open(caller.scope(), caller.keyName())
                  .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
          return hold(tx, caller, open, name);
        });
  }

  /**
   * Puts a held cart on the caller's screen; what is there is held instead, under a number.
   *
   * @throws DomainRefusal NOT_FOUND when another desk took it or somebody removed it
   */
  public Kept take(Caller caller, long id) {
    return store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          Kept wanted =
              tx.deskCarts()
                  .find(caller.scope(), id)
                  .filter(it -> it.name() != null && it.invoiceId() == null)
                  .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND));
          Optional<Kept> open = tx.deskCarts().open(caller.scope(), caller.keyName());
          if (!tx.deskCarts().take(wanted, caller.keyName(), now())) {
            throw DomainRefusal.of(Reason.NOT_FOUND);
          }
          open.ifPresent(it -> hold(tx, caller, it, null));
          return tx.deskCarts().find(caller.scope(), id).orElseThrow();
        });
  }

  /**
   * Removes a held cart.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public void remove(Caller caller, long id) {
    store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          tx.deskCarts()
              .delete(
                  tx.deskCarts()
                      .find(caller.scope(), id)
                      .filter(it -> it.name() != null && it.invoiceId() == null)
                      .orElseThrow(() -> DomainRefusal.of(Reason.NOT_FOUND)));
          return null;
        });
  }

  /**
   * What an invoice for this cart is made of. A cart whose invoice came to nothing is open again.
   *
   * @param version the cart must be in
   * @param amount the cashier saw
   * @throws DomainRefusal VALIDATION on {@code cart} when it is not there, was changed, is sold
   *     already, or comes to another sum
   */
  public GoodsCart forSale(Caller caller, long id, long version, Money amount) {
    return store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          GoodsCart cart = forSale(tx, caller, id, version, amount, now());
          tx.deskCarts().forgetSold(now().minus(SOLD_KEPT));
          return cart;
        });
  }

  /**
   * Sells a cart without an invoice, in the transaction that keeps what was sold. The carts are
   * locked already; to be called before the event log is.
   *
   * @throws DomainRefusal as of {@link #forSale(Caller, long, long, Money)}
   */
  public static GoodsCart sellOutright(
      Tx tx, Caller caller, long id, long version, Money amount, Instant now) {
    GoodsCart cart = forSale(tx, caller, id, version, amount, now);
    if (!tx.deskCarts().sellOutright(caller.scope(), id, version)) {
      throw changed();
    }
    return cart;
  }

  private static GoodsCart forSale(
      Tx tx, Caller caller, long id, long version, Money amount, Instant now) {
    Kept kept =
        tx.deskCarts()
            .find(caller.scope(), id)
            .filter(it -> it.name() == null && it.version() == version)
            .filter(it -> it.cart().total().equals(amount))
            .orElseThrow(CartService::changed);
    if (kept.invoiceId() != null) {
      if (!cameToNothing(tx, kept.invoiceId())) {
        throw changed();
      }
      tx.deskCarts().reopen(kept, caller.keyName(), now);
    }
    return kept.cart();
  }

  /** What the life of its invoice says of changed prices, or null. */
  public static String priceNote(GoodsCart cart) {
    return PriceNote.of(cart);
  }

  /** Opens a cart again whose invoice came to nothing while it was made. */
  public void release(Caller caller, long id) {
    store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          tx.deskCarts()
              .find(caller.scope(), id)
              .filter(it -> it.invoiceId() != null && cameToNothing(tx, it.invoiceId()))
              .ifPresent(it -> tx.deskCarts().reopen(it, caller.keyName(), now()));
          return null;
        });
  }

  /**
   * Puts the cart of a sale that came to nothing back on the caller's screen, unless there is one.
   *
   * @return empty when there is nothing to bring back
   */
  public Optional<Kept> restore(Caller caller, long invoiceId) {
    return store.write(
        tx -> {
          tx.deskCarts().lock(caller.scope());
          Optional<Kept> sold = tx.deskCarts().soldBy(caller.scope(), invoiceId);
          boolean free =
              tx.deskCarts().open(caller.scope(), caller.keyName()).isEmpty()
                  && sold.isPresent()
                  && cameToNothing(tx, invoiceId);
          if (!free) {
            return Optional.empty();
          }
          tx.deskCarts().reopen(sold.get(), caller.keyName(), now());
          return tx.deskCarts().find(caller.scope(), sold.get().id());
        });
  }

  private String hold(Tx tx, Caller caller, Kept open, String name) {
    List<Kept> held = tx.deskCarts().held(caller.scope());
    if (held.size() >= MOST_HELD) {
      throw DomainRefusal.field("name", Complaint.of("cart.held"));
    }
    String chosen = name == null ? freeNumber(held) : name;
    tx.deskCarts().hold(open, chosen, now());
    return chosen;
  }

  private static String freeNumber(List<Kept> held) {
    Set<String> taken = held.stream().map(Kept::name).collect(Collectors.toSet());
    int number = 1;
    while (taken.contains(Integer.toString(number))) {
      number++;
    }
    return Integer.toString(number);
  }

  private static boolean cameToNothing(Tx tx, long invoiceId) {
    return tx.invoices()
        .find(invoiceId)
        .map(Invoice::state)
        .filter(state -> state.status().isOpen() || state.status().hasMoney())
        .isEmpty();
  }

  private static DomainRefusal changed() {
    return DomainRefusal.field("cart", Complaint.of("cart.changed"));
  }

  private Instant now() {
    return clock.instant();
  }
}
