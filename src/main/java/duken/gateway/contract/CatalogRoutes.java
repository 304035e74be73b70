package duken.gateway.contract;

import duken.api.CatalogItemJson;
import duken.domain.DomainRefusal;
import duken.domain.catalog.CatalogItem;
import duken.domain.catalog.Unit;
import duken.domain.staff.Permission;
import duken.engine.admin.CatalogService;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.ListInput;
import duken.gateway.problem.ProblemTexts;
import duken.store.Catalog;
import duken.store.Page;
import duken.store.Store;
import java.util.Arrays;
import java.util.List;

/** The catalog of the public contract (gateway contract, section 11). */
public final class CatalogRoutes {

  private final CatalogService desk;
  private final Store store;
  private final IdempotencyFilter once;
  private final CatalogToJson toJson;
  private final boolean mirrors;
  private final ProblemTexts problemTexts = ProblemTexts.problems();

  /**
   * @param store for reading
   * @param links picture addresses are made of
   * @param mirrors whether lists repeat their paging at the top
   */
  public CatalogRoutes(
      CatalogService desk, Store store, IdempotencyFilter once, Links links, boolean mirrors) {
    this.desk = desk;
    this.store = store;
    this.once = once;
    this.toJson = new CatalogToJson(links);
    this.mirrors = mirrors;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/catalog/units", _ -> units()),
        Route.get("/catalog", this::list),
        Route.post("/catalog", this::add).needing(Permission.GOODS),
        Route.get("/catalog/{id}", this::read),
        Route.patch("/catalog/{id}", this::change).needing(Permission.GOODS),
        Route.delete("/catalog/{id}", this::remove).needing(Permission.GOODS));
  }

  private static HttpAnswer units() {
    return HttpAnswer.json(
        200,
        new Units(
            Arrays.stream(Unit.values())
                .map(unit -> new UnitJson(unit.id(), unit.russian(), unit.kazakh()))
                .toList()));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    Catalog.ItemQuery query = ListInput.catalog(routedRequest.httpRequest());
    Page<CatalogItem> page = store.read(tx -> tx.catalog().list(routedRequest.scope(), query));
    return HttpAnswer.json(200, Paged.json(page.map(toJson::json), mirrors));
  }

  private HttpAnswer add(RoutedRequest routedRequest) {
    return once.answer(
        routedRequest,
        caller -> added(desk.add(caller, CatalogInput.items(routedRequest))),
        (caller, firstId) ->
            added(store.read(tx -> tx.catalog().madeWith(caller.scope(), firstId))));
  }

  private HttpAnswer added(List<CatalogItem> items) {
    return HttpAnswer.json(202, new Items(items.stream().map(toJson::json).toList()));
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    CatalogItem item =
        store
            .read(tx -> tx.catalog().find(routedRequest.scope(), routedRequest.id()))
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    return HttpAnswer.json(200, toJson.json(item));
  }

  private HttpAnswer change(RoutedRequest routedRequest) {
    CatalogItem item =
        desk.change(routedRequest.caller(), routedRequest.id(), CatalogInput.change(routedRequest));
    return HttpAnswer.json(200, toJson.json(item));
  }

  private HttpAnswer remove(RoutedRequest routedRequest) {
    desk.remove(routedRequest.caller(), routedRequest.id());
    return HttpAnswer.json(
        200,
        new Removed(
            problemTexts.get(routedRequest.httpRequest().language(), "done.item_removed"),
            routedRequest.id()));
  }

  private record Units(List<UnitJson> data) {}

  private record UnitJson(int id, String name, String nameKaz) {}

  private record Items(List<CatalogItemJson> data) {}

  private record Removed(String message, long catalogItemId) {}
}
