package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import duken.api.cart.CartJson;

/**
 * What a window sends to create an invoice; the contract knows more fields (section 9).
 *
 * @param amount decimal string
 * @param phoneNumber or null for a QR
 * @param terminal name of the till whose terminal asks the customer, or null for the shop's first
 * @param cashAmount what the customer pays in cash beside this invoice, or null
 * @param cashTendered what the customer gave for that, or null
 * @param tillCart what is sold, or null; the amount is then what it comes to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewInvoiceJson(
    String amount,
    String phoneNumber,
    String description,
    String externalOrderId,
    String terminal,
    String cashAmount,
    String cashTendered,
    CartJson.Ref tillCart) {

  /** What is not about a certain terminal. */
  public NewInvoiceJson(
      String amount, String phoneNumber, String description, String externalOrderId) {
    this(amount, phoneNumber, description, externalOrderId, null, null, null, null);
  }

  public NewInvoiceJson at(String till) {
    return new NewInvoiceJson(
        amount,
        phoneNumber,
        description,
        externalOrderId,
        till,
        cashAmount,
        cashTendered,
        tillCart);
  }

  /** The same beside cash that the customer pays now. */
  public NewInvoiceJson beside(String cash, String tendered) {
    return new NewInvoiceJson(
        amount, phoneNumber, description, externalOrderId, terminal, cash, tendered, tillCart);
  }

  /** The same for what is in this cart, or for a bare sum with null. */
  public NewInvoiceJson selling(CartJson.Ref cart) {
    return new NewInvoiceJson(
        amount,
        phoneNumber,
        description,
        externalOrderId,
        terminal,
        cashAmount,
        cashTendered,
        cart);
  }
}
