package duken.engine.invoice;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
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
 * @param device name of the shop's device that asks the customer, or null for its first
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
    String device) {

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
    this(kind, amount, discount, phone, description, externalOrderId, idempotencyId, items, null);
  }

  /** The same wish, on this device. */
  public NewInvoice on(String name) {
    return new NewInvoice(
        kind, amount, discount, phone, description, externalOrderId, idempotencyId, items, name);
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
        device);
  }
}
