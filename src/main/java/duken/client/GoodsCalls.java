package duken.client;

import duken.api.Paths;
import duken.api.goods.GoodsApi;
import duken.api.goods.GoodsJson;
import java.util.List;
import java.util.UUID;

/** Calls about the shop's goods. */
final class GoodsCalls implements GoodsApi {

  private static final String GOODS = Paths.DESK + "/goods";

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
  public GoodsJson.Scales scales() {
    return reading(GOODS + "/scales").get(GoodsJson.Scales.class);
  }

  @Override
  public void changeScales(GoodsJson.Scales scales) {
    reading(GOODS + "/scales").sending(scales).send("PUT");
  }

  private EngineCalls.Ask reading(String path) {
    return calls.to(path).within(patience.reading());
  }
}
