package duken.desktop.history;

import duken.api.DeskJson.Sales;
import duken.desktop.kit.format.Sums;
import duken.domain.Money;

/**
 * What all sales of a filter add up to.
 *
 * @param count how many there are
 * @param paid what customers paid
 * @param refunded what went back of it
 */
public record Totals(long count, Money paid, Money refunded) {

  /** Before anything is known. */
  public static final Totals NOTHING = new Totals(0, Money.ZERO, Money.ZERO);

  static Totals of(Sales page) {
    return new Totals(page.total(), Sums.ofWire(page.paidSum()), Sums.ofWire(page.refundedSum()));
  }
}
