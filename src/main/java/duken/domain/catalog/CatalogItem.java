package duken.domain.catalog;

import duken.domain.Mode;
import duken.domain.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something a shop sells (gateway contract, sections 8 and 11).
 *
 * @param id unique in the gateway, positive; 0 before it is stored
 * @param tenantId the shop
 * @param mode play or real goods: the two never see each other
 * @param name 1 to 255 characters
 * @param price of one unit, at least 0.01 tenge
 * @param unit what it is counted in
 * @param barcode unique in the shop and mode, or null; at most 50 characters
 * @param imageId a picture of the same shop and mode, or null
 * @param createdAt UTC
 * @param updatedAt UTC
 */
public record CatalogItem(
    long id,
    long tenantId,
    Mode mode,
    String name,
    Money price,
    Unit unit,
    String barcode,
    UUID imageId,
    Instant createdAt,
    Instant updatedAt) {

  public CatalogItem {
    Objects.requireNonNull(mode);
    Objects.requireNonNull(name);
    Objects.requireNonNull(price);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(updatedAt);
  }
}
