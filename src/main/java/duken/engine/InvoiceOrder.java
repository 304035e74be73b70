package duken.engine;

import duken.domain.Cart;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
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
public record InvoiceOrder(
    PaymentKind kind,
    Money amount,
    Invoice.Discount discount,
    Phone phone,
    String description,
    String externalOrderId,
    String idempotencyId,
    List<Invoice.CartLine> items,
    String device) {

  public InvoiceOrder {
    items = List.copyOf(items);
  }

  /** A wish that is not about a certain device. */
  public InvoiceOrder(
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
  public InvoiceOrder on(String name) {
    return new InvoiceOrder(
        kind, amount, discount, phone, description, externalOrderId, idempotencyId, items, name);
  }

  /** The same wish, for a cart. */
  public InvoiceOrder with(Cart cart) {
    return new InvoiceOrder(
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
