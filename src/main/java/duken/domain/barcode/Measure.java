package duken.domain.barcode;

import duken.domain.Money;

/** What a label says beside the item: how much of it was weighed, or what that costs. */
public sealed interface Measure {

  /**
   * A weight.
   *
   * @param grams more than zero
   */
  record Weight(long grams) implements Measure {}

  /** The price of what was weighed, not of a kilogram. */
  record Price(Money amount) implements Measure {}
}
