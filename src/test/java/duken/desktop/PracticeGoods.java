package duken.desktop;

import duken.api.EngineProblem;
import duken.api.goods.GoodsApi;
import duken.api.goods.GoodsJson;
import duken.api.goods.ImportJson;
import duken.domain.barcode.BarcodeParser;
import duken.domain.barcode.Measure;
import duken.domain.barcode.ScaleLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Goods in memory. */
public final class PracticeGoods implements GoodsApi {

  /** What the shop sells. */
  public final List<GoodsJson.Item> items = new ArrayList<>();

  /** Pictures by their ids. */
  public final Map<UUID, byte[]> pictures = new HashMap<>();

  /** What every import is answered with. */
  public ImportJson.Result result = new ImportJson.Result(false, 0, 0, 0, List.of(), List.of());

  private GoodsJson.Scales scales = new GoodsJson.Scales(List.of(), 5, "grams");

  @Override
  public synchronized GoodsJson.Listing list(String search, int limit, long offset) {
    String part = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    List<GoodsJson.Item> found =
        items.stream()
            .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(part))
            .sorted(Comparator.comparing(item -> item.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new GoodsJson.Listing(found.stream().skip(offset).limit(limit).toList(), found.size());
  }

  @Override
  public synchronized GoodsJson.Item item(long id) {
    return items.stream().filter(item -> item.id() == id).findFirst().orElseThrow(this::missing);
  }

  @Override
  public synchronized GoodsJson.Found byBarcode(String scanned) {
    BarcodeParser parser = new BarcodeParser(layout());
    List<String> keys = parser.keys(scanned);
    Measure measure = parser.parse(scanned).measure();
    return items.stream()
        .filter(
            item ->
                Stream.of(item.barcode(), item.article())
                    .filter(Objects::nonNull)
                    .anyMatch(keys::contains))
        .findFirst()
        .map(
            item ->
                new GoodsJson.Found(
                    item,
                    measure instanceof Measure.Weight(long grams) ? grams : null,
                    measure instanceof Measure.Price(var sum) ? sum.toWire() : null))
        .orElseGet(() -> new GoodsJson.Found(null, null, null));
  }

  private static boolean has(List<String> keys, String code) {
    return code != null && keys.contains(code);
  }

  private ScaleLayout layout() {
    return scales.prefixes().isEmpty()
        ? null
        : new ScaleLayout(
            scales.prefixes().stream().map(Integer::valueOf).toList(),
            scales.codeDigits(),
            ScaleLayout.Content.valueOf(scales.content().toUpperCase(Locale.ROOT)));
  }

  @Override
  public synchronized List<GoodsJson.Item> tiles() {
    return items.stream()
        .filter(item -> item.tile() != null)
        .sorted(Comparator.comparing(GoodsJson.Item::tile))
        .toList();
  }

  @Override
  public byte[] picture(UUID imageId) {
    byte[] picture = pictures.get(imageId);
    if (picture == null) {
      throw missing();
    }
    return picture.clone();
  }

  @Override
  public synchronized GoodsJson.Scales scales() {
    return scales;
  }

  @Override
  public synchronized void changeScales(GoodsJson.Scales changed) {
    scales = changed;
  }

  @Override
  public synchronized GoodsJson.Item add(GoodsJson.Wish wish, String idempotencyKey) {
    items.add(item(items.size() + 1, wish));
    return items.getLast();
  }

  @Override
  public synchronized GoodsJson.Item change(long id, GoodsJson.Wish wish) {
    items.replaceAll(item -> item.id() == id ? item(id, wish) : item);
    return item(id);
  }

  private static GoodsJson.Item item(long id, GoodsJson.Wish wish) {
    return new GoodsJson.Item(
        id,
        wish.name(),
        wish.price(),
        wish.unitId(),
        wish.barcode(),
        wish.article(),
        wish.tile(),
        wish.imageId());
  }

  @Override
  public synchronized void remove(long id) {
    items.removeIf(item -> item.id() == id);
  }

  @Override
  public synchronized GoodsJson.Picture keepPicture(byte[] content) {
    UUID id = new UUID(1, pictures.size());
    pictures.put(id, content.clone());
    return new GoodsJson.Picture(id);
  }

  @Override
  public ImportJson.Result preview(String word, List<ImportJson.Row> rows) {
    return result;
  }

  @Override
  public ImportJson.Result run(String word, List<ImportJson.Row> rows) {
    return result;
  }

  @Override
  public ImportJson.Progress progress(String word) {
    return new ImportJson.Progress(0, 0);
  }

  @Override
  public void stop(String word) {}

  private EngineProblem missing() {
    return new EngineProblem(404, "NOT_FOUND", "", Map.of(), null, null);
  }
}
