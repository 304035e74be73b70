package duken.engine.admin;

import duken.domain.Money;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.Unit;
import java.time.Instant;
import java.util.UUID;

/**
 * What is to be changed of a catalog item; null leaves as it is.
 *
 * @param dropsBarcode takes the barcode away; {@code barcode} is null then
 * @param dropsImage takes the picture away, unless {@code imageId} names another
 */
public record CatalogItemChange(
    String name,
    Money price,
    Unit unit,
    String barcode,
    boolean dropsBarcode,
    UUID imageId,
    boolean dropsImage) {

  /** The item after it; the very same one when nothing is different. */
  CatalogItem on(CatalogItem item, Instant at) {
    CatalogItem changed = with(item, item.updatedAt());
    return changed.equals(item) ? item : with(item, at);
  }

  private CatalogItem with(CatalogItem item, Instant at) {
    return new CatalogItem(
        item.id(),
        item.tenantId(),
        item.mode(),
        name == null ? item.name() : name,
        price == null ? item.price() : price,
        unit == null ? item.unit() : unit,
        dropsBarcode ? null : barcode == null ? item.barcode() : barcode,
        imageId != null ? imageId : dropsImage ? null : item.imageId(),
        item.createdAt(),
        at);
  }
}
