package duken.provider;

import duken.domain.Money;
import java.time.Instant;
import java.util.List;

/**
 * A payment that is over as far as we know, and what we believe of it.
 *
 * @param paid whether its money came
 * @param amount what was paid
 * @param payerName as the bank writes it, or null
 * @param paidAt UTC, or null
 * @param returns what we know to have been returned of it, returns under way included
 */
public record ClosedPayment(
    PaymentRef ref,
    boolean paid,
    Money amount,
    String payerName,
    Instant paidAt,
    List<KnownReturn> returns) {

  public ClosedPayment {
    returns = List.copyOf(returns);
  }

  /** How much was returned of it as far as we know. */
  public Money returned() {
    return returns.stream().map(KnownReturn::amount).reduce(Money.ZERO, Money::plus);
  }

  /**
   * A return we know of.
   *
   * @param id the bank's identifier, or null
   * @param knownAt when we learnt of it, UTC: the bank made it before
   */
  public record KnownReturn(String id, Money amount, Instant knownAt) {}
}
