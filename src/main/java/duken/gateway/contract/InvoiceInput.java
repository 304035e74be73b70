package duken.gateway.contract;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.tenant.ApiKey;
import duken.engine.invoice.CartLineRequest;
import duken.engine.invoice.NewInvoice;
import duken.engine.invoice.SimulatedOutcome;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
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
  private static final Set<SimulatedOutcome> WITH_CREATION =
      Set.of(SimulatedOutcome.PAID, SimulatedOutcome.CANCELLED, SimulatedOutcome.EXPIRED);

  private InvoiceInput() {}

  /**
   * @param cart empty without one; with one it decides what is to be paid
   * @param percentage off the cart, or null
   * @param simulate or null
   * @param cash or null
   * @param till the window's own cart that is sold, or null
   */
  record Wish(
      NewInvoice order,
      List<CartLineRequest> cart,
      BigDecimal percentage,
      SimulatedOutcome simulate,
      CashBeside cash,
      TillCart till) {}

  /**
   * What the customer pays in cash beside the invoice.
   *
   * @param tendered what he gave
   */
  record CashBeside(Money amount, Money tendered) {}

  /** A cart of a till in the version that was on the screen. */
  record TillCart(long id, long version) {}

  /**
   * Reads a bill by phone.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Wish bill(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    return wish(
        bodyFields,
        PaymentKind.PHONE,
        bodyFields.requiredPhone("phone_number"),
        null,
        cash(routedRequest, bodyFields));
  }

  /**
   * Reads an invoice of a kind whose customer need not be known.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static Wish of(RoutedRequest routedRequest, PaymentKind kind) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    SimulatedOutcome simulate =
        routedRequest.holder().key().mode().isSandbox() ? simulation(bodyFields) : null;
    return wish(
        bodyFields,
        kind,
        bodyFields.phone("phone_number"),
        simulate,
        cash(routedRequest, bodyFields));
  }

  /** Cash is taken at a desk; what programs send under these names is nothing to us. */
  private static CashBeside cash(RoutedRequest routedRequest, BodyFields bodyFields) {
    if (routedRequest.holder().key().role() != ApiKey.Role.DESK || !bodyFields.has("cash_amount")) {
      return null;
    }
    bodyFields.refuse("cart_items", "invalid");
    Money amount = bodyFields.money("cash_amount");
    Money tendered = bodyFields.has("cash_tendered") ? bodyFields.money("cash_tendered") : amount;
    return new CashBeside(amount, tendered);
  }

  private static Wish wish(
      BodyFields bodyFields,
      PaymentKind kind,
      Phone phone,
      SimulatedOutcome simulate,
      CashBeside cash) {
    boolean fromCart = bodyFields.has("cart_items");
    List<CartLineRequest> cart = fromCart ? CatalogInput.cart(bodyFields) : List.of();
    BigDecimal percentage = bodyFields.percentage("discount_percentage");
    Money subtotal = fromCart ? null : bodyFields.requiredMoney("amount");
    Invoice.Discount discount = discount(subtotal, percentage);
    Money amount = discount == null ? subtotal : subtotal.minus(discount.sum());
    if (amount != null && amount.isZero()) {
      bodyFields.complain("amount", "money");
    }
    NewInvoice order =
        new NewInvoice(
            kind,
            amount,
            discount,
            phone,
            bodyFields.text("description", LONGEST_DESCRIPTION),
            bodyFields.text("external_order_id", LONGEST_ORDER_ID),
            bodyFields.text("external_order_id_idempotency", LONGEST_IDEMPOTENCY_ID),
            List.of());
    if (kind == PaymentKind.TERMINAL) {
      order = order.on(bodyFields.text("terminal", LONGEST_TERMINAL));
    }
    TillCart till = bodyFields.has("till_cart") ? tillCart(bodyFields) : null;
    bodyFields.check();
    return new Wish(order, cart, percentage, simulate, cash, till);
  }

  /** The amount beside it is what the cashier saw; goods and discount are in the cart. */
  private static TillCart tillCart(BodyFields bodyFields) {
    bodyFields.refuse("cart_items", "cart.till");
    bodyFields.refuse("discount_percentage", "cart.till");
    bodyFields.refuse("cash_amount", "cart.till");
    BodyFields cart = bodyFields.requiredObject("till_cart");
    Long id = cart.requiredNumber("id", 1, Long.MAX_VALUE);
    Long version = cart.requiredNumber("version", 1, Long.MAX_VALUE);
    return id == null || version == null ? null : new TillCart(id, version);
  }

  private static Invoice.Discount discount(Money subtotal, BigDecimal percentage) {
    if (subtotal == null || percentage == null) {
      return null;
    }
    return new Invoice.Discount(
        subtotal, subtotal.percent(percentage, RoundingMode.HALF_UP), percentage);
  }

  private static SimulatedOutcome simulation(BodyFields bodyFields) {
    String word = bodyFields.text("simulate", 20);
    if (word == null) {
      return null;
    }
    SimulatedOutcome simulatedOutcome =
        SimulatedOutcome.ofWire(word).filter(WITH_CREATION::contains).orElse(null);
    if (simulatedOutcome == null) {
      bodyFields.complain("simulate", "choice");
    }
    return simulatedOutcome;
  }
}
