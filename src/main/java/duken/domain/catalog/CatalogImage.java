package duken.domain.catalog;

import duken.domain.Mode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What is known of a stored picture; its bytes lie beside the database.
 *
 * @param id its name for the outside
 * @param tenantId the shop
 * @param mode play or real
 * @param sha256 of its bytes, lower hex: its name for the inside, unique in the shop and mode
 * @param type as the leading bytes say
 * @param size in bytes
 * @param createdAt UTC
 */
public record CatalogImage(
    UUID id, long tenantId, Mode mode, String sha256, ImageType type, int size, Instant createdAt) {

  public CatalogImage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(type);
    Objects.requireNonNull(createdAt);
  }
}
