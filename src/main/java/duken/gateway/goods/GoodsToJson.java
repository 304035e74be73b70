package duken.gateway.goods;

import duken.api.goods.GoodsJson;
import duken.domain.barcode.Measure;
import duken.domain.barcode.ScaleLayout;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.GoodsItem;
import duken.engine.goods.GoodsService;
import java.util.List;
import java.util.Locale;

/** Goods on the wire. */
final class GoodsToJson {

  private static final int USUAL_CODE_DIGITS = 5;

  private GoodsToJson() {}

  static GoodsJson.Item item(GoodsItem goods) {
    CatalogItem item = goods.item();
    return new GoodsJson.Item(
        item.id(),
        item.name(),
        item.price().toWire(),
        item.unit().id(),
        item.barcode(),
        goods.article(),
        goods.tile(),
        item.imageId());
  }

  static GoodsJson.Found found(GoodsService.Found found) {
    GoodsJson.Item item = item(found.item());
    return switch (found.measure()) {
      case null -> new GoodsJson.Found(item, null, null);
      case Measure.Weight(long grams) -> new GoodsJson.Found(item, grams, null);
      case Measure.Price(var amount) -> new GoodsJson.Found(item, null, amount.toWire());
    };
  }

  static GoodsJson.Scales scales(ScaleLayout layout) {
    return layout == null
        ? new GoodsJson.Scales(List.of(), USUAL_CODE_DIGITS, word(ScaleLayout.Content.GRAMS))
        : new GoodsJson.Scales(
            layout.prefixes().stream().map(String::valueOf).toList(),
            layout.codeDigits(),
            word(layout.content()));
  }

  static String word(ScaleLayout.Content content) {
    return content.name().toLowerCase(Locale.ROOT);
  }
}
