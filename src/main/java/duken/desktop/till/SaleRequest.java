package duken.desktop.till;

import duken.api.NewInvoiceJson;
import duken.domain.Money;
import javafx.beans.value.ObservableStringValue;

/** What the form asks the engine for. */
final class SaleRequest {

  private SaleRequest() {}

  /**
   * The wish for an invoice.
   *
   * @param phone the customer's, or null
   * @param comment may be blank
   * @param order the shop's number, may be blank
   */
  static NewInvoiceJson of(
      Money money, String phone, ObservableStringValue comment, ObservableStringValue order) {
    return new NewInvoiceJson(money.toWire(), phone, orNull(comment), orNull(order));
  }

  private static String orNull(ObservableStringValue text) {
    String words = text.get() == null ? "" : text.get().strip();
    return words.isEmpty() ? null : words;
  }
}
