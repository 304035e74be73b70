package duken.gateway.contract;

import duken.api.CatalogItemJson;
import duken.domain.CatalogItem;
import duken.domain.Refusal;
import duken.domain.Unit;
import duken.domain.staff.Permission;
import duken.engine.CatalogDesk;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.ListInput;
import duken.gateway.problem.Texts;
import duken.store.Catalog;
import duken.store.Page;
import duken.store.Store;
import java.util.Arrays;
import java.util.List;

/** The catalog of the public contract (gateway contract, section 11). */
public final class CatalogRoutes {

  private final CatalogDesk desk;
  private final Store store;
  private final OnceOnly once;
  private final CatalogToJson toJson;
  private final boolean mirrors;
  private final Texts texts = Texts.problems();

  /**
   * @param store for reading
   * @param links picture addresses are made of
   * @param mirrors whether lists repeat their paging at the top
   */
  public CatalogRoutes(CatalogDesk desk, Store store, OnceOnly once, Links links, boolean mirrors) {
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
        Route.post("/catalog", this::add).needing(Permission.SETTINGS),
        Route.get("/catalog/{id}", this::read),
        Route.patch("/catalog/{id}", this::change).needing(Permission.SETTINGS),
        Route.delete("/catalog/{id}", this::remove).needing(Permission.SETTINGS));
  }

  private static Answer units() {
    return Answer.json(
        200,
        new Units(
            Arrays.stream(Unit.values())
                .map(unit -> new UnitJson(unit.id(), unit.russian(), unit.kazakh()))
                .toList()));
  }

  private Answer list(Visit visit) {
    Catalog.ItemQuery query = ListInput.catalog(visit.call());
    Page<CatalogItem> page = store.read(rooms -> rooms.catalog().list(visit.scope(), query));
    return Answer.json(200, Paged.json(page.map(toJson::json), mirrors));
  }

  private Answer add(Visit visit) {
    return once.answer(
        visit,
        caller -> added(desk.add(caller, CatalogInput.items(visit))),
        (caller, firstId) ->
            added(store.read(rooms -> rooms.catalog().madeWith(caller.scope(), firstId))));
  }

  private Answer added(List<CatalogItem> items) {
    return Answer.json(202, new Items(items.stream().map(toJson::json).toList()));
  }

  private Answer read(Visit visit) {
    CatalogItem item =
        store
            .read(rooms -> rooms.catalog().find(visit.scope(), visit.id()))
            .orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
    return Answer.json(200, toJson.json(item));
  }

  private Answer change(Visit visit) {
    CatalogItem item = desk.change(visit.caller(), visit.id(), CatalogInput.change(visit));
    return Answer.json(200, toJson.json(item));
  }

  private Answer remove(Visit visit) {
    desk.remove(visit.caller(), visit.id());
    return Answer.json(
        200, new Removed(texts.get(visit.call().language(), "done.item_removed"), visit.id()));
  }

  private record Units(List<UnitJson> data) {}

  private record UnitJson(int id, String name, String nameKaz) {}

  private record Items(List<CatalogItemJson> data) {}

  private record Removed(String message, long catalogItemId) {}
}
