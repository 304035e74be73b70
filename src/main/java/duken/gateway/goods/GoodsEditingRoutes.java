package duken.gateway.goods;

import duken.api.goods.ImportJson;
import duken.domain.DomainRefusal;
import duken.domain.staff.Permission;
import duken.engine.goods.GoodsEditing;
import duken.engine.goods.GoodsImport;
import duken.engine.goods.GoodsService;
import duken.engine.goods.ImportPlan;
import duken.engine.goods.ImportPlan.Change;
import duken.gateway.contract.IdempotencyFilter;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Changes of goods by windows, one by one and by lists. */
public final class GoodsEditingRoutes {

  private static final int SHOWN_LINES = 300;
  private static final int SHOWN_PROBLEMS = 1000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private final GoodsService goods;
  private final GoodsEditing editing;
  private final GoodsImport lists;
  private final IdempotencyFilter once;

  public GoodsEditingRoutes(
      GoodsService goods, GoodsEditing editing, GoodsImport lists, IdempotencyFilter once) {
    this.goods = goods;
    this.editing = editing;
    this.lists = lists;
    this.once = once;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.post("/goods", this::add).needing(Permission.GOODS),
        Route.put("/goods/{id}", this::change).needing(Permission.GOODS),
        Route.delete("/goods/{id}", this::remove).needing(Permission.GOODS),
        Route.post("/goods/import/{word}/rows", this::keep),
        Route.post("/goods/import/{word}/preview", this::preview),
        Route.post("/goods/import/{word}", this::run).needing(Permission.GOODS),
        Route.get("/goods/import/{word}", this::progress),
        Route.delete("/goods/import/{word}", this::stop));
  }

  private HttpAnswer add(RoutedRequest routedRequest) {
    return once.answer(
        routedRequest,
        caller ->
            HttpAnswer.json(
                201, GoodsToJson.item(editing.add(caller, GoodsInput.wish(routedRequest)))),
        (caller, id) -> HttpAnswer.json(201, GoodsToJson.item(goods.item(caller.scope(), id))));
  }

  private HttpAnswer change(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        GoodsToJson.item(
            editing.change(
                routedRequest.caller(), routedRequest.id(), GoodsInput.wish(routedRequest))));
  }

  private HttpAnswer remove(RoutedRequest routedRequest) {
    editing.remove(routedRequest.caller(), routedRequest.id());
    return HttpAnswer.json(200, new Removed(routedRequest.id()));
  }

  private HttpAnswer keep(RoutedRequest routedRequest) {
    GoodsInput.Part part = GoodsInput.part(routedRequest);
    lists.keep(routedRequest.scope(), word(routedRequest), part.from(), part.rows());
    return HttpAnswer.json(200, new ImportJson.Progress(part.from() + part.rows().size(), 0));
  }

  private HttpAnswer preview(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, json(lists.preview(routedRequest.scope(), word(routedRequest))));
  }

  private HttpAnswer run(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        lists
            .run(routedRequest.caller(), word(routedRequest))
            .map(GoodsEditingRoutes::json)
            .orElseGet(() -> new ImportJson.Result(true, 0, 0, 0, List.of(), List.of())));
  }

  private HttpAnswer progress(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        lists
            .progress(routedRequest.scope(), word(routedRequest))
            .map(now -> new ImportJson.Progress(now.done(), now.total()))
            .orElseGet(() -> new ImportJson.Progress(0, 0)));
  }

  private HttpAnswer stop(RoutedRequest routedRequest) {
    lists.stop(routedRequest.scope(), word(routedRequest));
    return HttpAnswer.json(200, new ImportJson.Progress(0, 0));
  }

  private static String word(RoutedRequest routedRequest) {
    String word = routedRequest.parameters().get("word");
    if (!WORD.matcher(word).matches()) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND);
    }
    return word;
  }

  private static ImportJson.Result json(ImportPlan plan) {
    return new ImportJson.Result(
        false,
        plan.count(Change.CREATED),
        plan.count(Change.CHANGED),
        plan.count(Change.UNCHANGED),
        plan.problems().stream()
            .limit(SHOWN_PROBLEMS)
            .map(it -> new ImportJson.Problem(it.row(), it.column(), it.code(), it.otherRow()))
            .toList(),
        plan.lines(SHOWN_LINES).stream()
            .map(
                line ->
                    new ImportJson.Line(
                        line.row(),
                        line.change().name().toLowerCase(Locale.ROOT),
                        line.name(),
                        line.before() == null ? null : line.before().toWire(),
                        line.after().toWire()))
            .toList());
  }

  private record Removed(long id) {}
}
