package duken.engine.admin;

import duken.domain.Money;
import duken.domain.catalog.Unit;
import java.util.UUID;

/**
 * A wish for a new catalog item, already checked for form.
 *
 * @param barcode or null
 * @param imageId or null
 */
public record NewCatalogItem(String name, Money price, Unit unit, String barcode, UUID imageId) {}
