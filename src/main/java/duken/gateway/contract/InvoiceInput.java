package duken.gateway.contract;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.engine.CartWish;
import duken.engine.InvoiceOrder;
import duken.engine.Simulation;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Reads the wish for an invoice (gateway contract, section 9). */
final class InvoiceInput {

  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_TERMINAL = 32;
  private static final int LONGEST_ORDER_ID = 255;
  private static final int LONGEST_IDEMPOTENCY_ID = 191;
  private static final Set<Simulation> WITH_CREATION =
      Set.of(Simulation.PAID, Simulation.CANCELLED, Simulation.EXPIRED);

  private InvoiceInput() {}

  /**
   * @param cart empty without one; with one it decides what is to be paid
   * @param percentage off the cart, or null
   * @param simulate or null
   */
  record Wish(
      InvoiceOrder order, List<CartWish> cart, BigDecimal percentage, Simulation simulate) {}

  /**
   * Reads a bill by phone.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Wish bill(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    return wish(fields, PaymentKind.PHONE, fields.requiredPhone("phone_number"), null);
  }

  /**
   * Reads an invoice of a kind whose customer need not be known.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Wish of(Visit visit, PaymentKind kind) {
    Fields fields = JsonBody.required(visit.call());
    Simulation simulate = visit.holder().key().mode().isSandbox() ? simulation(fields) : null;
    return wish(fields, kind, fields.phone("phone_number"), simulate);
  }

  private static Wish wish(Fields fields, PaymentKind kind, Phone phone, Simulation simulate) {
    boolean fromCart = fields.has("cart_items");
    List<CartWish> cart = fromCart ? CatalogInput.cart(fields) : List.of();
    BigDecimal percentage = fields.percentage("discount_percentage");
    Money subtotal = fromCart ? null : fields.requiredMoney("amount");
    Invoice.Discount discount = discount(subtotal, percentage);
    Money amount = discount == null ? subtotal : subtotal.minus(discount.sum());
    if (amount != null && amount.isZero()) {
      fields.complain("amount", "money");
    }
    InvoiceOrder order =
        new InvoiceOrder(
            kind,
            amount,
            discount,
            phone,
            fields.text("description", LONGEST_DESCRIPTION),
            fields.text("external_order_id", LONGEST_ORDER_ID),
            fields.text("external_order_id_idempotency", LONGEST_IDEMPOTENCY_ID),
            List.of());
    if (kind == PaymentKind.TERMINAL) {
      order = order.on(fields.text("terminal", LONGEST_TERMINAL));
    }
    fields.check();
    return new Wish(order, cart, percentage, simulate);
  }

  private static Invoice.Discount discount(Money subtotal, BigDecimal percentage) {
    if (subtotal == null || percentage == null) {
      return null;
    }
    return new Invoice.Discount(
        subtotal, subtotal.percent(percentage, RoundingMode.HALF_UP), percentage);
  }

  private static Simulation simulation(Fields fields) {
    String word = fields.text("simulate", 20);
    if (word == null) {
      return null;
    }
    Simulation simulation = Simulation.ofWire(word).filter(WITH_CREATION::contains).orElse(null);
    if (simulation == null) {
      fields.complain("simulate", "choice");
    }
    return simulation;
  }
}
