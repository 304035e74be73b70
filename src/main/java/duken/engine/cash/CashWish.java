package duken.engine.cash;

import duken.domain.Money;
import duken.domain.cash.Banknotes;

/**
 * What a cashier does with cash.
 *
 * @param callKey tells one wish from another, so that a repeated one is carried out once
 */
public sealed interface CashWish {

  String callKey();

  /**
   * A sale.
   *
   * @param tendered what the customer gave, not less than the amount
   * @param comment or null
   * @param cart what is sold, or null for a bare sum; the amount is then what it comes to
   */
  record Sale(Money amount, Money tendered, String comment, Cart cart, String callKey)
      implements CashWish {}

  /** The version of a till's cart that is sold whole. */
  record Cart(long id, long version) {}

  /**
   * Cash given back.
   *
   * @param saleId the sale in cash, or the part of a mixed payment
   * @param reason or null
   */
  record Refund(long saleId, Money amount, String reason, String callKey) implements CashWish {}

  /**
   * Money put in or taken out.
   *
   * @param in whether it came
   */
  record Move(boolean in, Money amount, String reason, String callKey) implements CashWish {}

  /**
   * What somebody counted.
   *
   * @param sum may be nothing
   * @param banknotes or null when only the sum was told
   */
  record Count(Money sum, Banknotes banknotes, String callKey) implements CashWish {

    /** The same count under another key. */
    public Count under(String key) {
      return new Count(sum, banknotes, key);
    }
  }
}
