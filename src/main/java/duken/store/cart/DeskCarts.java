package duken.store.cart;

import duken.domain.cart.GoodsCart;
import duken.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carts of tills: the one that is open at a desk, those held with a name, those being sold. */
public interface DeskCarts {

  /**
   * Makes the changes of one desk's carts take turns until the transaction ends.
   *
   * @param scope of the shop
   */
  void lock(Scope scope);

  /** The cart on this desk's screen. */
  Optional<Kept> open(Scope scope, String desk);

  Optional<Kept> find(Scope scope, long id);

  /** Those that are held, the oldest first. */
  List<Kept> held(Scope scope);

  /** The cart an invoice was made of, if it is still kept. */
  Optional<Kept> soldBy(Scope scope, long invoiceId);

  /** Keeps a new open cart; the result has its id. */
  Kept insert(Scope scope, String desk, GoodsCart cart, Instant at);

  /** Writes what is in an open cart; its version grows by one. */
  Kept update(Kept kept, GoodsCart cart, Instant at);

  /** Takes it off the screen of its desk. */
  void hold(Kept kept, String name, Instant at);

  /**
   * Puts it on the screen of a desk.
   *
   * @return whether it was still held: two desks cannot both take it
   */
  boolean take(Kept kept, String desk, Instant at);

  /**
   * Notes that this invoice sells it.
   *
   * @return whether it was there in this version, and open
   */
  boolean sell(Scope scope, long id, long version, long invoiceId, Instant at);

  /**
   * Forgets a cart that is sold at once, without an invoice.
   *
   * @return whether it was there in this version, and open
   */
  boolean sellOutright(Scope scope, long id, long version);

  /** Puts a cart that was not sold after all back on the screen of a desk. */
  void reopen(Kept kept, String desk, Instant at);

  void delete(Kept kept);

  /** Forgets what was sold before this. */
  int forgetSold(Instant before);

  /**
   * A cart as it is kept.
   *
   * @param desk name of the window's key that has it, or that held it
   * @param name what it is held under, or null
   * @param invoiceId what sells it, or null
   * @param version grows with each change of what is in it
   * @param changedAt UTC
   */
  record Kept(
      long id,
      String desk,
      String name,
      Long invoiceId,
      long version,
      Instant changedAt,
      GoodsCart cart) {}
}
