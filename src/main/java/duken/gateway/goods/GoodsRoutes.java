package duken.gateway.goods;

import duken.api.DeskJson;
import duken.api.goods.GoodsJson;
import duken.domain.barcode.ScaleLayout;
import duken.domain.catalog.GoodsItem;
import duken.domain.staff.Permission;
import duken.engine.goods.GoodsService;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.QueryFields;
import duken.store.Page;
import duken.store.goods.Goods;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The shop's goods, for windows. */
public final class GoodsRoutes {

  private static final int LONGEST_SEARCH = 100;
  private static final int LONGEST_CODE = 200;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;
  private static final int MOST_PREFIXES = 10;
  private static final Pattern OWN_PREFIX = Pattern.compile("2[0-9]");
  private static final long FARTHEST = 1_000_000_000L;

  private final GoodsService goods;

  public GoodsRoutes(GoodsService goods) {
    this.goods = goods;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/goods", this::list),
        Route.get("/goods/{id}", this::item),
        Route.get("/goods/tiles", this::tiles),
        Route.get("/goods/scanned", this::scanned),
        Route.get("/goods/scales", this::scales),
        Route.put("/goods/scales", this::changeScales).needing(Permission.GOODS));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    QueryFields fields = new QueryFields(routedRequest.httpRequest());
    String search = fields.text("search", LONGEST_SEARCH);
    Goods.GoodsQuery query =
        new Goods.GoodsQuery(
            search == null ? null : search.strip(),
            (int) fields.number(USUAL_PAGE, 1, LARGEST_PAGE, "limit"),
            fields.number(0, 0, FARTHEST, "offset"));
    fields.check();
    Page<GoodsItem> page = goods.list(routedRequest.scope(), query);
    return HttpAnswer.json(
        200,
        new GoodsJson.Listing(page.rows().stream().map(GoodsToJson::item).toList(), page.total()));
  }

  private HttpAnswer item(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200, GoodsToJson.item(goods.item(routedRequest.scope(), routedRequest.id())));
  }

  private HttpAnswer tiles(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            goods.tiles(routedRequest.scope()).stream().map(GoodsToJson::item).toList()));
  }

  private HttpAnswer scanned(RoutedRequest routedRequest) {
    QueryFields fields = new QueryFields(routedRequest.httpRequest());
    String code = fields.text("code", LONGEST_CODE);
    if (code == null) {
      fields.complain("code", "required");
    }
    fields.check();
    return HttpAnswer.json(
        200,
        goods
            .scanned(routedRequest.scope(), code)
            .map(GoodsToJson::found)
            .orElseGet(() -> new GoodsJson.Found(null, null, null)));
  }

  private HttpAnswer scales(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200, GoodsToJson.scales(goods.scales(routedRequest.scope()).orElse(null)));
  }

  private HttpAnswer changeScales(RoutedRequest routedRequest) {
    BodyFields fields = JsonBody.required(routedRequest.httpRequest());
    ScaleLayout layout = layout(fields);
    goods.changeScales(routedRequest.caller(), layout);
    return HttpAnswer.json(200, GoodsToJson.scales(layout));
  }

  /** Null for a shop without scales. */
  private static ScaleLayout layout(BodyFields fields) {
    List<String> prefixes = fields.texts("prefixes", MOST_PREFIXES);
    if (prefixes == null || !prefixes.stream().allMatch(OWN_PREFIX.asMatchPredicate())) {
      fields.complain("prefixes", "choice");
    }
    Long digits =
        fields.requiredNumber("code_digits", ScaleLayout.FEWEST_DIGITS, ScaleLayout.MOST_DIGITS);
    String word = fields.requiredText("content", LONGEST_SEARCH);
    ScaleLayout.Content content =
        Arrays.stream(ScaleLayout.Content.values())
            .filter(each -> GoodsToJson.word(each).equals(word))
            .findFirst()
            .orElse(null);
    if (word != null && content == null) {
      fields.complain("content", "choice");
    }
    fields.check();
    return prefixes.isEmpty()
        ? null
        : new ScaleLayout(
            prefixes.stream().map(Integer::valueOf).toList(), Math.toIntExact(digits), content);
  }
}
