package duken.client;

import duken.api.Paths;
import duken.api.goods.GoodsApi;
import duken.api.goods.GoodsJson;
import duken.api.goods.ImportJson;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Calls about the shop's goods. */
final class GoodsCalls implements GoodsApi {

  private static final String GOODS = Paths.DESK + "/goods";

  /** 20,000 rows take a slow disk a while. */
  private static final Duration IMPORT = Duration.ofMinutes(5);

  /** Rows of one call: with the longest names they stay below the bound of a body. */
  private static final int PART = 500;

  private final EngineCalls calls;
  private final Patience patience;

  GoodsCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public GoodsJson.Listing list(String search, int limit, long offset) {
    return reading(GOODS)
        .with("search", search)
        .with("limit", limit)
        .with("offset", offset)
        .get(GoodsJson.Listing.class);
  }

  @Override
  public GoodsJson.Item item(long id) {
    return reading(GOODS + "/" + id).get(GoodsJson.Item.class);
  }

  @Override
  public GoodsJson.Found byBarcode(String scanned) {
    return reading(GOODS + "/scanned").with("code", scanned).get(GoodsJson.Found.class);
  }

  @Override
  public List<GoodsJson.Item> tiles() {
    return reading(GOODS + "/tiles").get(AnswerTypes.GOODS).data();
  }

  @Override
  public byte[] picture(UUID imageId) {
    return reading(Paths.API + "/catalog/images/" + imageId).bytes();
  }

  @Override
  public GoodsJson.Item add(GoodsJson.Wish wish, String idempotencyKey) {
    return reading(GOODS).once(idempotencyKey).sending(wish).post(GoodsJson.Item.class);
  }

  @Override
  public GoodsJson.Item change(long id, GoodsJson.Wish wish) {
    return reading(GOODS + "/" + id).sending(wish).put(GoodsJson.Item.class);
  }

  @Override
  public void remove(long id) {
    reading(GOODS + "/" + id).send("DELETE");
  }

  @Override
  public GoodsJson.Picture keepPicture(byte[] content) {
    return calls
        .to(Paths.API + "/catalog/upload-image")
        .within(patience.acting())
        .uploading(content)
        .post(GoodsJson.Picture.class);
  }

  @Override
  public ImportJson.Result preview(String word, List<ImportJson.Row> rows) {
    send(word, rows);
    return importing(word + "/preview").post(ImportJson.Result.class);
  }

  @Override
  public ImportJson.Result run(String word, List<ImportJson.Row> rows) {
    send(word, rows);
    return importing(word).post(ImportJson.Result.class);
  }

  private void send(String word, List<ImportJson.Row> rows) {
    for (int from = 0; from < rows.size(); from += PART) {
      List<ImportJson.Row> part = rows.subList(from, Math.min(from + PART, rows.size()));
      importing(word + "/rows").sending(new ImportJson.Rows(from, part)).send("POST");
    }
  }

  @Override
  public ImportJson.Progress progress(String word) {
    return reading(GOODS + "/import/" + word).get(ImportJson.Progress.class);
  }

  @Override
  public void stop(String word) {
    reading(GOODS + "/import/" + word).send("DELETE");
  }

  @Override
  public GoodsJson.Scales scales() {
    return reading(GOODS + "/scales").get(GoodsJson.Scales.class);
  }

  @Override
  public void changeScales(GoodsJson.Scales scales) {
    reading(GOODS + "/scales").sending(scales).send("PUT");
  }

  private EngineCalls.Ask importing(String path) {
    return calls.to(GOODS + "/import/" + path).within(IMPORT);
  }

  private EngineCalls.Ask reading(String path) {
    return calls.to(path).within(patience.reading());
  }
}
