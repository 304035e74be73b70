package duken.desktop.till.cash;

import duken.api.NewInvoiceJson;
import duken.domain.Money;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the customer of the sale being typed pays in cash beside it. Noted with the invoice only.
 */
public final class CashBeside {

  private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>();

  /**
   * Cash beside a sale.
   *
   * @param tendered what the customer gave for it
   */
  public record Part(Money amount, Money tendered) {}

  /** The cash, or null. */
  public ReadOnlyObjectProperty<Part> property() {
    return part.getReadOnlyProperty();
  }

  /** What is there now, to be put back by running it. */
  public Runnable remember() {
    Part now = part.get();
    return () -> part.set(now);
  }

  void put(Money amount, Money tendered) {
    part.set(new Part(amount, tendered));
  }

  /** Another sale begins. */
  public void forget() {
    part.set(null);
  }

  /** The wish for an invoice, beside the cash when there is any. */
  public NewInvoiceJson of(NewInvoiceJson wish) {
    Part beside = part.get();
    return beside == null
        ? wish
        : wish.beside(beside.amount().toWire(), beside.tendered().toWire());
  }
}
