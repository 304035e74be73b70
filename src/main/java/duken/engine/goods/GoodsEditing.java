package duken.engine.goods;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.GoodsItem;
import duken.engine.runtime.Caller;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes, changes and removes goods one by one. Invoices keep what they were made of. */
public final class GoodsEditing {

  private final Store store;
  private final InstantSource clock;

  public GoodsEditing(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Makes an item. When the caller has a {@code callKey}, the item is bound to it in the same
   * transaction.
   *
   * @throws DomainRefusal VALIDATION on {@code barcode} and {@code image_id}
   */
  public GoodsItem add(Caller caller, GoodsWish wish) {
    return store.write(
        tx -> {
          tx.catalog().lock(caller.scope());
          check(tx, caller.scope(), wish, 0);
          CatalogItem item =
              tx.catalog().insert(List.of(item(caller.scope(), 0, wish, now(), now()))).getFirst();
          tx.goods().describe(item.id(), wish.article(), wish.tile());
          if (caller.callKey() != null) {
            tx.idempotentCalls().bind(caller.callKey(), item.id());
          }
          return new GoodsItem(item, wish.article(), wish.tile());
        });
  }

  /**
   * Makes an item be so.
   *
   * @throws DomainRefusal NOT_FOUND, and VALIDATION on {@code barcode} and {@code image_id}
   */
  public GoodsItem change(Caller caller, long id, GoodsWish wish) {
    return store.write(
        tx -> {
          Scope scope = caller.scope();
          tx.catalog().lock(scope);
          GoodsItem before = tx.goods().find(scope, id).orElseThrow(GoodsService::missing);
          check(tx, scope, wish, id);
          CatalogItem after = item(scope, id, wish, before.item().createdAt(), now());
          tx.catalog().update(after);
          tx.goods().describe(id, wish.article(), wish.tile());
          return new GoodsItem(after, wish.article(), wish.tile());
        });
  }

  /**
   * Removes an item.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public void remove(Caller caller, long id) {
    boolean removed =
        store.write(
            tx -> {
              tx.catalog().lock(caller.scope());
              return tx.catalog().remove(caller.scope(), id, now());
            });
    if (!removed) {
      throw GoodsService.missing();
    }
  }

  private static void check(Tx tx, Scope scope, GoodsWish wish, long id) {
    Map<String, List<Complaint>> complaints = new LinkedHashMap<>();
    if (wish.barcode() != null
        && tx.catalog().withBarcodes(scope, List.of(wish.barcode())).stream()
            .anyMatch(other -> other.id() != id)) {
      complaints.put("barcode", List.of(Complaint.of("barcode.taken")));
    }
    if (wish.imageId() != null && tx.catalog().findImage(scope, wish.imageId()).isEmpty()) {
      complaints.put("image_id", List.of(Complaint.of("image.unknown")));
    }
    if (!complaints.isEmpty()) {
      throw new DomainRefusal(DomainRefusal.Reason.VALIDATION, complaints, Map.of());
    }
  }

  static CatalogItem item(Scope scope, long id, GoodsWish wish, Instant created, Instant changed) {
    return new CatalogItem(
        id,
        scope.tenantId(),
        scope.mode(),
        wish.name(),
        wish.price(),
        wish.unit(),
        wish.barcode(),
        wish.imageId(),
        created,
        changed);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
