package duken.provider;

import java.util.Set;

/**
 * What a look through a bank's history brought.
 *
 * @param payments those that have to be read again
 * @param complete whether everything that was asked for was read: if not, the next look begins
 *     where this one began
 */
public record Differences(Set<PaymentRef> payments, boolean complete) {

  /** Nothing differs. */
  public static final Differences NONE = new Differences(Set.of(), true);

  public Differences {
    payments = Set.copyOf(payments);
  }
}
