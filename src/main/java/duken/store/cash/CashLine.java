package duken.store.cash;

import duken.domain.Invoice;
import duken.domain.Money;

/**
 * A line of a cart that was sold for cash.
 *
 * @param price of one
 * @param count how many
 * @param discount what was taken off the line, or null
 */
public record CashLine(String name, Money price, int count, Money discount) {

  public static CashLine of(Invoice.CartLine line) {
    return new CashLine(line.name(), line.price(), line.count(), line.discount());
  }
}
