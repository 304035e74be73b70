package duken.engine.invoice;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.cart.GoodsCart;
import duken.domain.catalog.Cart;
import java.util.List;

/**
 * A wish for an invoice, already checked for form.
 *
 * @param amount what is to be paid; null as long as a cart still decides about it
 * @param discount or null
 * @param phone required for a bill
 * @param idempotencyId {@code external_order_id_idempotency}, or null
 * @param items empty without a cart
 * @param counter where it is asked for
 */
public record NewInvoice(
    PaymentKind kind,
    Money amount,
    Invoice.Discount discount,
    Phone phone,
    String description,
    String externalOrderId,
    String idempotencyId,
    List<Invoice.CartLine> items,
    Counter counter) {

  /**
   * Where at the counter an invoice comes from.
   *
   * @param device name of the shop's device that asks the customer, or null for its first
   * @param cart of the till that is sold, or null
   */
  public record Counter(String device, CartSale cart) {}

  private static final Counter ANYWHERE = new Counter(null, null);

  public NewInvoice {
    items = List.copyOf(items);
  }

  /** A wish that is not about a certain device. */
  public NewInvoice(
      PaymentKind kind,
      Money amount,
      Invoice.Discount discount,
      Phone phone,
      String description,
      String externalOrderId,
      String idempotencyId,
      List<Invoice.CartLine> items) {
    this(
        kind,
        amount,
        discount,
        phone,
        description,
        externalOrderId,
        idempotencyId,
        items,
        ANYWHERE);
  }

  /** The same wish, on this device. */
  public NewInvoice on(String name) {
    return new NewInvoice(
        kind,
        amount,
        discount,
        phone,
        description,
        externalOrderId,
        idempotencyId,
        items,
        new Counter(name, counter.cart()));
  }

  /** The same wish for what is in this cart of a till. */
  public NewInvoice of(GoodsCart cart, CartSale sale) {
    return new NewInvoice(
        kind,
        cart.total(),
        cart.invoiceDiscount(),
        phone,
        description,
        externalOrderId,
        idempotencyId,
        cart.invoiceLines(),
        new Counter(counter.device(), sale));
  }

  /** The device that asks the customer, or null for the shop's first. */
  public String device() {
    return counter.device();
  }

  /** The cart of a till that is sold, or null. */
  public CartSale cart() {
    return counter.cart();
  }

  public NewInvoice with(Cart cart) {
    return new NewInvoice(
        kind,
        cart.amount(),
        cart.discount(),
        phone,
        description,
        externalOrderId,
        idempotencyId,
        cart.lines(),
        counter);
  }
}
