package duken.engine.invoice;

import duken.domain.Money;

/**
 * One line of a cart as it was asked for.
 *
 * @param count 1 or more
 * @param price of one unit instead of the catalog's, or null
 */
public record CartLineRequest(long catalogItemId, int count, Money price) {}
