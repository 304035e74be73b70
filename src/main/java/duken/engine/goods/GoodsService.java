package duken.engine.goods;

import duken.domain.DomainRefusal;
import duken.domain.barcode.Barcode;
import duken.domain.barcode.BarcodeParser;
import duken.domain.barcode.Measure;
import duken.domain.barcode.ScaleLayout;
import duken.domain.catalog.GoodsItem;
import duken.engine.runtime.Caller;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import duken.store.goods.Goods;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds goods for the shop's windows, and keeps what only they know of them. */
public final class GoodsService {

  private final Store store;

  public GoodsService(Store store) {
    this.store = store;
  }

  /**
   * What a scan found.
   *
   * @param measure what was weighed, as the code says, or null
   */
  public record Found(GoodsItem item, Measure measure) {}

  /** A page by name. */
  public Page<GoodsItem> list(Scope scope, Goods.GoodsQuery query) {
    return store.read(tx -> tx.goods().list(scope, query));
  }

  /**
   * An own item.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public GoodsItem item(Scope scope, long id) {
    return store.read(tx -> tx.goods().find(scope, id)).orElseThrow(GoodsService::missing);
  }

  /** Those with a place among the tiles, in their order. */
  public List<GoodsItem> tiles(Scope scope) {
    return store.read(tx -> tx.goods().tiles(scope));
  }

  /** The item somebody scanned, or typed the code of. */
  public Optional<Found> scanned(Scope scope, String code) {
    return store.read(
        tx -> {
          BarcodeParser parser =
              new BarcodeParser(tx.goods().scales(scope.tenantId()).orElse(null));
          List<String> keys = parser.keys(code);
          return tx.goods().keptAs(scope, keys).stream()
              .min(Comparator.comparingInt(item -> rank(keys, item)))
              .map(item -> new Found(item, measure(parser.parse(code), item)));
        });
  }

  private static int rank(List<String> keys, GoodsItem item) {
    int at = item.item().barcode() == null ? -1 : keys.indexOf(item.item().barcode());
    return at < 0 ? keys.size() : at;
  }

  /** A label that is kept whole as a barcode is a barcode and no label. */
  private static Measure measure(Barcode said, GoodsItem item) {
    return said instanceof Barcode.Scales label && label.whole().equals(item.item().barcode())
        ? null
        : said.measure();
  }

  /** How the shop's scales fill their labels. */
  public Optional<ScaleLayout> scales(Scope scope) {
    return store.read(tx -> tx.goods().scales(scope.tenantId()));
  }

  /** Changes that; null when the shop has no scales any more. */
  public void changeScales(Caller caller, ScaleLayout layout) {
    store.write(
        tx -> {
          tx.goods().scales(caller.tenantId(), layout);
          return layout;
        });
  }

  static DomainRefusal missing() {
    return DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
  }
}
