package duken.api.cart;

import java.util.List;

/** The carts of a shop's tills. Calls block and throw as those of {@link duken.api.EngineApi}. */
public interface CartApi {

  /** The cart of this desk, or null. */
  CartJson.Kept open();

  /**
   * Writes what is in the cart of this desk; at least one line.
   *
   * @param priced whether prices or discounts were changed by hand, which somebody must be allowed
   */
  CartJson.Kept save(CartJson.Content content, boolean priced);

  /** Takes the cart off this desk for good. */
  void clear();

  /** The carts that are held in the shop, the oldest first. */
  List<CartJson.Kept> held();

  /**
   * Sets the cart of this desk aside.
   *
   * @param name or null for a number
   */
  CartJson.Holding hold(String name);

  /** Puts a held cart on this desk; what was there is held under a number. */
  CartJson.Kept take(long id);

  void remove(long id);

  /** The cart of a sale that came to nothing, back on this desk; null when there is none. */
  CartJson.Kept restore(long invoiceId);
}
