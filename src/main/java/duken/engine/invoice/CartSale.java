package duken.engine.invoice;

/**
 * The cart of a till that an invoice sells.
 *
 * @param version it must still have
 * @param priceNote which prices were changed and by whom, for the invoice's life, or null
 */
public record CartSale(long id, long version, String priceNote) {}
