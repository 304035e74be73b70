package duken.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A catalog item as the contract shows it (gateway contract, section 8). Times are RFC 3339 UTC in
 * whole seconds.
 *
 * @param sellingPrice in tenge, two places, a JSON number
 * @param barcode or null
 * @param imageId or null
 * @param imageUrl where the picture is, or null; it needs the key
 * @param status {@code active}, or {@code pending} while a bank still takes it over
 */
public record CatalogItemJson(
    long id,
    String name,
    BigDecimal sellingPrice,
    int unitId,
    String barcode,
    UUID imageId,
    String imageUrl,
    String status,
    String createdAt,
    String updatedAt) {}
