package duken.engine.goods;

import duken.domain.barcode.Barcode;
import duken.domain.barcode.BarcodeParser;
import duken.domain.catalog.GoodsItem;
import duken.domain.catalog.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds which item each row of a list is about: by the id of an export when the item is still the
 * same, else by barcode, then by article, then by name. A name alone never takes an item that has
 * another barcode or article than the row: shops sell several things of one name.
 */
final class ImportMatching {

  private final Map<Long, GoodsItem> byId = new HashMap<>();
  private final Map<String, List<GoodsItem>> byBarcode;
  private final Map<String, List<GoodsItem>> byArticle;
  private final Map<String, List<GoodsItem>> byName;
  private final Map<Long, Integer> taken = new HashMap<>();
  private final Map<String, Integer> fresh = new HashMap<>();
  private final Map<String, Object> barcodes = new HashMap<>();
  private final List<ImportPlan.Step> steps = new ArrayList<>();
  private final List<ImportPlan.Problem> problems = new ArrayList<>();

  private ImportMatching(Collection<GoodsItem> goods) {
    goods.forEach(item -> byId.put(item.item().id(), item));
    byBarcode = by(goods, item -> code(item.item().barcode()));
    byArticle = by(goods, item -> folded(item.article()));
    byName = by(goods, item -> folded(item.item().name()));
  }

  /** What a list would do to these goods. */
  static ImportPlan plan(Collection<GoodsItem> goods, List<ImportRow> rows) {
    ImportMatching matching = new ImportMatching(goods);
    rows.forEach(matching::place);
    matching.checkBarcodes();
    return new ImportPlan(matching.steps, matching.problems);
  }

  private void place(ImportRow row) {
    GoodsItem before = find(row);
    Integer earlier =
        before == null
            ? fresh.putIfAbsent(newKey(row), row.number())
            : taken.putIfAbsent(before.item().id(), row.number());
    if (earlier != null) {
      problem(row, column(row), "twice", earlier);
    } else {
      steps.add(new ImportPlan.Step(row.number(), before, wish(row, before)));
    }
  }

  private GoodsItem find(ImportRow row) {
    GoodsItem exported = row.id() == null ? null : byId.get(row.id());
    if (exported != null && isSame(row, exported)) {
      return exported;
    }
    List<GoodsItem> found = byBarcode.getOrDefault(code(row.barcode()), List.of());
    if (found.isEmpty()) {
      found = byArticle.getOrDefault(folded(row.article()), List.of());
    }
    if (found.isEmpty()) {
      found =
          byName.getOrDefault(folded(row.name()), List.of()).stream()
              .filter(item -> agrees(code(item.item().barcode()), code(row.barcode())))
              .filter(item -> agrees(folded(item.article()), folded(row.article())))
              .toList();
    }
    if (found.size() > 1) {
      List<GoodsItem> called =
          found.stream()
              .filter(item -> folded(item.item().name()).equals(folded(row.name())))
              .toList();
      if (called.size() != 1) {
        problem(row, column(row), "ambiguous", null);
      }
      found = called.isEmpty() ? found : called;
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  private static boolean isSame(ImportRow row, GoodsItem item) {
    return folded(item.item().name()).equals(folded(row.name()))
        || (row.barcode() != null && code(row.barcode()).equals(code(item.item().barcode())))
        || (row.article() != null && folded(row.article()).equals(folded(item.article())));
  }

  private static boolean agrees(String has, String wants) {
    return has == null || wants == null || has.equals(wants);
  }

  private static GoodsWish wish(ImportRow row, GoodsItem before) {
    if (before == null) {
      return new GoodsWish(
          row.name(),
          row.price(),
          row.unit() == null ? Unit.PIECE : row.unit(),
          row.barcode(),
          row.article(),
          row.tile(),
          null);
    }
    return new GoodsWish(
        row.name(),
        row.price(),
        row.unit() == null ? before.item().unit() : row.unit(),
        row.barcode() == null ? before.item().barcode() : row.barcode(),
        row.article() == null ? before.article() : row.article(),
        row.tile() == null ? before.tile() : row.tile(),
        before.item().imageId());
  }

  /** Each barcode belongs to one item once everything is done. */
  private void checkBarcodes() {
    byId.values().stream()
        .filter(item -> !taken.containsKey(item.item().id()))
        .filter(item -> item.item().barcode() != null)
        .forEach(item -> barcodes.put(item.item().barcode(), item));
    for (ImportPlan.Step step : steps) {
      String barcode = step.wish().barcode();
      Object other = barcode == null ? null : barcodes.putIfAbsent(barcode, step.row());
      if (other instanceof Integer row) {
        problems.add(new ImportPlan.Problem(step.row(), "barcode", "twice", row));
      } else if (other != null) {
        problems.add(new ImportPlan.Problem(step.row(), "barcode", "taken", null));
      }
    }
  }

  private void problem(ImportRow row, String column, String code, Integer otherRow) {
    problems.add(new ImportPlan.Problem(row.number(), column, code, otherRow));
  }

  private static String column(ImportRow row) {
    return row.barcode() != null ? "barcode" : row.article() != null ? "article" : "name";
  }

  /** Two rows of an export that are alike in all but the id are two items. */
  private static String newKey(ImportRow row) {
    if (row.barcode() != null) {
      return "barcode " + code(row.barcode());
    }
    return row.article() != null
        ? "article " + folded(row.article())
        : "name " + folded(row.name()) + (row.id() == null ? "" : " " + row.id());
  }

  private static Map<String, List<GoodsItem>> by(
      Collection<GoodsItem> goods, Function<GoodsItem, String> key) {
    Map<String, List<GoodsItem>> found = new HashMap<>();
    goods.stream()
        .filter(item -> key.apply(item) != null)
        .forEach(item -> found.computeIfAbsent(key.apply(item), _ -> new ArrayList<>()).add(item));
    return found;
  }

  /** EAN and UPC by their number, whatever zeros stand before it. */
  private static String code(String barcode) {
    if (barcode == null) {
      return null;
    }
    return new BarcodeParser(null).parse(barcode) instanceof Barcode.Gtin(String digits)
        ? digits.replaceFirst("^0+", "")
        : barcode;
  }

  private static String folded(String text) {
    return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
  }
}
