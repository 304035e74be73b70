package duken.provider;

import duken.domain.Money;

/**
 * A payment that is over as far as we know, and what we believe of it.
 *
 * @param paid whether its money came
 * @param refunded how much of it was returned, in tiyn, returns under way included
 */
public record ClosedPayment(PaymentRef ref, boolean paid, Money refunded) {}
