package duken.gateway.contract;

import duken.api.CatalogItemJson;
import duken.domain.catalog.CatalogItem;

/** Turns catalog items into the contract's objects (gateway contract, section 8). */
final class CatalogToJson {

  private final Links links;

  CatalogToJson(Links links) {
    this.links = links;
  }

  CatalogItemJson json(CatalogItem item) {
    return new CatalogItemJson(
        item.id(),
        item.name(),
        item.price().toDecimal(),
        item.unit().id(),
        item.barcode(),
        item.imageId(),
        item.imageId() == null ? null : links.image(item.imageId()),
        "active",
        Wire.time(item.createdAt()),
        Wire.time(item.updatedAt()));
  }
}
