package duken.engine.admin;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.catalog.Cart;
import duken.domain.catalog.CatalogImage;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.ImageType;
import duken.engine.invoice.CartLineRequest;
import duken.engine.runtime.Caller;
import duken.security.Digests;
import duken.store.Images;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps what shops sell and fills carts from it (gateway contract, sections 9.1 and 11). */
public final class CatalogService {

  private static final Complaint TAKEN = Complaint.of("barcode.taken");
  private static final Complaint NO_IMAGE = Complaint.of("image.unknown");

  private final Store store;
  private final Images images;
  private final InstantSource clock;

  /** A desk over this store and these pictures. */
  public CatalogService(Store store, Images images, InstantSource clock) {
    this.store = store;
    this.images = images;
    this.clock = clock;
  }

  /**
   * Adds all items or none. When the caller has a {@code callKey}, the first item's id is bound to
   * it in the same transaction, and the others can be found with it.
   *
   * @param wishes at least one
   * @throws DomainRefusal VALIDATION on {@code items.N.barcode} and {@code items.N.image_id}
   */
  public List<CatalogItem> add(Caller caller, List<NewCatalogItem> wishes) {
    return store.write(
        tx -> {
          tx.catalog().lock(caller.scope());
          checkAll(tx, caller.scope(), wishes);
          Instant now = now();
          List<CatalogItem> items =
              tx.catalog().insert(wishes.stream().map(wish -> fresh(caller, wish, now)).toList());
          if (caller.callKey() != null) {
            tx.catalog().bindTogether(items);
            tx.idempotentCalls().bind(caller.callKey(), items.getFirst().id());
          }
          return items;
        });
  }

  /**
   * Changes an item. Invoices keep what they were made of.
   *
   * @throws DomainRefusal NOT_FOUND, and VALIDATION on {@code barcode} and {@code image_id}
   */
  public CatalogItem change(Caller caller, long itemId, CatalogItemChange change) {
    return store.write(
        tx -> {
          Scope scope = caller.scope();
          tx.catalog().lock(scope);
          CatalogItem before =
              tx.catalog()
                  .find(scope, itemId)
                  .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
          CatalogItem after = change.on(before, now());
          Map<String, List<Complaint>> complaints = new LinkedHashMap<>();
          if (isTaken(tx, scope, after)) {
            complaints.put("barcode", List.of(TAKEN));
          }
          if (isUnknown(tx, scope, after.imageId())) {
            complaints.put("image_id", List.of(NO_IMAGE));
          }
          refuse(complaints);
          if (after != before) {
            tx.catalog().update(after);
          }
          return after;
        });
  }

  /**
   * Removes an item. Invoices keep what they were made of.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public void remove(Caller caller, long itemId) {
    boolean removed =
        store.write(
            tx -> {
              tx.catalog().lock(caller.scope());
              return tx.catalog().remove(caller.scope(), itemId, now());
            });
    if (!removed) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
  }

  /**
   * Keeps a picture. The same bytes again are the same picture. The bytes are written before their
   * row: a crash in between leaves nothing that could be asked for.
   *
   * @param file with the bytes, in the folder for what arrives
   * @param type as the leading bytes say
   * @throws duken.store.StoreUnavailable when the file or the folder of pictures cannot be used
   */
  public CatalogImage addImage(Caller caller, Path file, ImageType type) {
    Scope scope = caller.scope();
    int size = sizeOf(file);
    String digest = digestOf(file);
    images.keep(scope, digest, file);
    return store.write(
        tx -> {
          tx.catalog().lock(scope);
          return tx.catalog()
              .findImage(scope, digest)
              .orElseGet(
                  () -> {
                    CatalogImage image =
                        new CatalogImage(
                            UUID.randomUUID(),
                            scope.tenantId(),
                            scope.mode(),
                            digest,
                            type,
                            size,
                            now());
                    tx.catalog().insert(image);
                    return image;
                  });
        });
  }

  /**
   * Makes a cart of what is in the catalog now.
   *
   * @param percentage off the whole, 1 to 99, or null
   * @throws DomainRefusal VALIDATION on {@code cart_items.N.catalog_item_id} for an unknown item,
   *     on {@code cart_items} when what is to be paid is out of range
   */
  public Cart fill(Caller caller, List<CartLineRequest> wishes, BigDecimal percentage) {
    Set<Long> ids = wishes.stream().map(CartLineRequest::catalogItemId).collect(Collectors.toSet());
    Map<Long, CatalogItem> items =
        store.read(tx -> tx.catalog().findAll(caller.scope(), ids)).stream()
            .collect(Collectors.toMap(CatalogItem::id, Function.identity()));
    Map<String, List<Complaint>> complaints = new LinkedHashMap<>();
    List<Invoice.CartLine> lines = new ArrayList<>(wishes.size());
    for (int i = 0; i < wishes.size(); i++) {
      CartLineRequest wish = wishes.get(i);
      CatalogItem item = items.get(wish.catalogItemId());
      if (item == null) {
        complaints.put(
            "cart_items." + i + ".catalog_item_id", List.of(Complaint.of("catalog.unknown")));
      } else {
        lines.add(line(item, wish));
      }
    }
    refuse(complaints);
    try {
      return Cart.of(lines, percentage);
    } catch (IllegalArgumentException _) {
      throw DomainRefusal.field("cart_items", Complaint.of("cart.range"));
    }
  }

  private static Invoice.CartLine line(CatalogItem item, CartLineRequest wish) {
    return new Invoice.CartLine(
        0,
        item.id(),
        item.name(),
        wish.price() == null ? item.price() : wish.price(),
        item.price(),
        wish.count(),
        item.unit().id(),
        null);
  }

  private static void checkAll(Tx tx, Scope scope, List<NewCatalogItem> wishes) {
    Set<String> barcodes = new HashSet<>();
    wishes.stream().filter(w -> w.barcode() != null).forEach(w -> barcodes.add(w.barcode()));
    Set<String> taken =
        tx.catalog().withBarcodes(scope, barcodes).stream()
            .map(CatalogItem::barcode)
            .collect(Collectors.toSet());
    Map<String, List<Complaint>> complaints = new LinkedHashMap<>();
    for (int i = 0; i < wishes.size(); i++) {
      NewCatalogItem wish = wishes.get(i);
      // Adding fails when the barcode was there before, in the shop or in this very list.
      if (wish.barcode() != null && !taken.add(wish.barcode())) {
        complaints.put("items." + i + ".barcode", List.of(TAKEN));
      }
      if (isUnknown(tx, scope, wish.imageId())) {
        complaints.put("items." + i + ".image_id", List.of(NO_IMAGE));
      }
    }
    refuse(complaints);
  }

  private static boolean isTaken(Tx tx, Scope scope, CatalogItem item) {
    return item.barcode() != null
        && tx.catalog().withBarcodes(scope, List.of(item.barcode())).stream()
            .anyMatch(other -> other.id() != item.id());
  }

  private static boolean isUnknown(Tx tx, Scope scope, UUID imageId) {
    return imageId != null && tx.catalog().findImage(scope, imageId).isEmpty();
  }

  private static void refuse(Map<String, List<Complaint>> complaints) {
    if (!complaints.isEmpty()) {
      throw new DomainRefusal(DomainRefusal.Reason.VALIDATION, complaints, Map.of());
    }
  }

  private static CatalogItem fresh(Caller caller, NewCatalogItem wish, Instant now) {
    return new CatalogItem(
        0,
        caller.tenantId(),
        caller.mode(),
        wish.name(),
        wish.price(),
        wish.unit(),
        wish.barcode(),
        wish.imageId(),
        now,
        now);
  }

  private static int sizeOf(Path file) {
    try {
      return Math.toIntExact(Files.size(file));
    } catch (IOException e) {
      throw new StoreUnavailable("a picture that was sent cannot be read", e);
    }
  }

  private static String digestOf(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return Digests.sha256Hex(content);
    } catch (IOException e) {
      throw new StoreUnavailable("a picture that was sent cannot be read", e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
