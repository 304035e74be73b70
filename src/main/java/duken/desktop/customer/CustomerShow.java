package duken.desktop.customer;

import duken.api.DeskJson;
import duken.desktop.kit.task.Countdown;
import duken.domain.Money;
import duken.domain.cart.GoodsCart;

/** What the customer is to see. */
public sealed interface CustomerShow {

  /** Nothing is being paid: the shop's name. */
  CustomerShow IDLE = new Idle(null);

  /**
   * The shop's name.
   *
   * @param logo a picture of {@link ShopLogo} beside it, or null
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Idle(byte[] logo) implements CustomerShow {}

  /** What is being bought, as it grows; never empty. */
  record Basket(GoodsCart cart) implements CustomerShow {}

  /** A sale that waits for the customer. */
  record Pay(DeskJson.Sale sale, Countdown countdown) implements CustomerShow {}

  /** The money came. */
  record Paid(Money sum) implements CustomerShow {}
}
