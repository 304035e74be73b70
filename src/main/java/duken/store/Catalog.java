package duken.store;

import duken.domain.catalog.CatalogImage;
import duken.domain.catalog.CatalogItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What shops sell, and what is known of their pictures. A removed item is kept, so that ids are
 * never given twice, and is never seen again.
 */
public interface Catalog {

  /**
   * Lets the changes of one shop's catalog take turns until the transaction ends, so that two at
   * once cannot both find a barcode free.
   */
  void lock(Scope scope);

  /** Stores new items; the results have their ids, in the same order. */
  List<CatalogItem> insert(List<CatalogItem> items);

  /** Writes everything but shop, mode and {@code createdAt} of an item that is not removed. */
  void update(CatalogItem item);

  /**
   * Removes an item and frees its barcode. Lines of invoices keep what they were made of.
   *
   * @return whether it was there
   */
  boolean remove(Scope scope, long id, Instant at);

  /** A shop's own item. */
  Optional<CatalogItem> find(Scope scope, long id);

  /** The shop's own items among these ids. */
  List<CatalogItem> findAll(Scope scope, Collection<Long> ids);

  /** The shop's own items that have one of these barcodes. */
  List<CatalogItem> withBarcodes(Scope scope, Collection<String> barcodes);

  /** A page of a shop's own items. */
  Page<CatalogItem> list(Scope scope, ItemQuery query);

  /** Remembers that these items were made by one call. */
  void bindTogether(List<CatalogItem> items);

  /** The items of the shop that were made by one call with this one and are not removed. */
  List<CatalogItem> madeWith(Scope scope, long firstId);

  /** Item of each line of an invoice by line, also of removed items. */
  Map<Long, Long> soldAs(long invoiceId);

  /** Stores what is known of a new picture. */
  void insert(CatalogImage image);

  /** A shop's own picture. */
  Optional<CatalogImage> findImage(Scope scope, UUID id);

  /** A shop's own picture with these bytes. */
  Optional<CatalogImage> findImage(Scope scope, String sha256);

  /**
   * Which items, in which order (gateway contract, sections 7 and 11.2).
   *
   * @param search part of the name in any case of letters, or null
   * @param barcode the whole barcode, or null
   * @param firstChar the name's first letter in any case, or null
   * @param byId sort by id, not by the time of creation; ties break on id in the same direction
   * @param limit 1 to 200
   */
  record ItemQuery(
      String search,
      String barcode,
      String firstChar,
      boolean byId,
      boolean descending,
      int limit,
      long offset) {}
}
