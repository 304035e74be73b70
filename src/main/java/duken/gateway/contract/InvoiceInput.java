package duken.gateway.contract;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.engine.invoice.CartLineRequest;
import duken.engine.invoice.NewInvoice;
import duken.engine.invoice.SimulatedOutcome;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Reads the wish for an invoice (gateway contract, section 9). */
final class InvoiceInput {

  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_ORDER_ID = 255;
  private static final int LONGEST_IDEMPOTENCY_ID = 191;
  private static final Set<SimulatedOutcome> WITH_CREATION =
      Set.of(SimulatedOutcome.PAID, SimulatedOutcome.CANCELLED, SimulatedOutcome.EXPIRED);

  private InvoiceInput() {}

  /**
   * @param cart empty without one; with one it decides what is to be paid
   * @param percentage off the cart, or null
   * @param simulate or null
   */
  record Wish(
      NewInvoice order, List<CartLineRequest> cart, BigDecimal percentage, SimulatedOutcome simulate) {}

  /**
   * Reads a bill by phone.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Wish bill(RoutedRequest routedRequest) {
    Fields fields = JsonBody.required(routedRequest.httpRequest());
    return wish(fields, PaymentKind.PHONE, fields.requiredPhone("phone_number"), null);
  }

  /**
   * Reads an invoice of a kind whose customer need not be known.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Wish of(RoutedRequest routedRequest, PaymentKind kind) {
    Fields fields = JsonBody.required(routedRequest.httpRequest());
    SimulatedOutcome simulate = routedRequest.holder().key().mode().isSandbox() ? simulation(fields) : null;
    return wish(fields, kind, fields.phone("phone_number"), simulate);
  }

  private static Wish wish(Fields fields, PaymentKind kind, Phone phone, SimulatedOutcome simulate) {
    boolean fromCart = fields.has("cart_items");
    List<CartLineRequest> cart = fromCart ? CatalogInput.cart(fields) : List.of();
    BigDecimal percentage = fields.percentage("discount_percentage");
    Money subtotal = fromCart ? null : fields.requiredMoney("amount");
    Invoice.Discount discount = discount(subtotal, percentage);
    Money amount = discount == null ? subtotal : subtotal.minus(discount.sum());
    if (amount != null && amount.isZero()) {
      fields.complain("amount", "money");
    }
    NewInvoice order =
        new NewInvoice(
            kind,
            amount,
            discount,
            phone,
            fields.text("description", LONGEST_DESCRIPTION),
            fields.text("external_order_id", LONGEST_ORDER_ID),
            fields.text("external_order_id_idempotency", LONGEST_IDEMPOTENCY_ID),
            List.of());
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

  private static SimulatedOutcome simulation(Fields fields) {
    String word = fields.text("simulate", 20);
    if (word == null) {
      return null;
    }
    SimulatedOutcome simulatedOutcome = SimulatedOutcome.ofWire(word).filter(WITH_CREATION::contains).orElse(null);
    if (simulatedOutcome == null) {
      fields.complain("simulate", "choice");
    }
    return simulatedOutcome;
  }
}
