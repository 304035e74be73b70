package duken.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.provider.marketplace.OrderAction;
import java.util.List;
import java.util.Set;

/** What a shop asks to be done with an order. */
public final class OrderRequest {

  /** Why a shop may cancel. */
  public static final Set<String> CANCEL_REASONS = OrderAction.CANCEL_REASONS;

  private final OrderAction action;

  private OrderRequest(OrderAction action) {
    this.action = action;
  }

  public static OrderRequest accept() {
    return new OrderRequest(new OrderAction.Accept());
  }

  /**
   * Packed for Kaspi's courier.
   *
   * @param parcels how many; null while the caller has not checked
   */
  public static OrderRequest assemble(Long parcels) {
    return new OrderRequest(
        new OrderAction.Assemble(parcels == null ? 0 : Math.toIntExact(parcels)));
  }

  /** The goods of a pre-order have come. */
  public static OrderRequest arrived() {
    return new OrderRequest(new OrderAction.Arrived());
  }

  /** Kaspi sends the buyer a code. */
  public static OrderRequest sendCode() {
    return new OrderRequest(new OrderAction.SendCode());
  }

  /** Handed over for the buyer's code. */
  public static OrderRequest complete(String code) {
    return new OrderRequest(new OrderAction.Complete(code));
  }

  /**
   * Cancels it.
   *
   * @param reason one of {@link #CANCEL_REASONS}
   * @param comment or null
   */
  public static OrderRequest cancel(String reason, String comment) {
    return new OrderRequest(new OrderAction.Cancel(reason, comment));
  }

  /** Returned goods are back. */
  public static OrderRequest returned() {
    return new OrderRequest(new OrderAction.Returned());
  }

  /** The words of all that can be done with an order now, {@code accept}, {@code send-code}. */
  public static List<String> allowed(MarketplaceOrder order) {
    return OrderAction.allowed(order);
  }

  OrderAction action() {
    return action;
  }
}
