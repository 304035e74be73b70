package duken.gateway.cash;

import duken.api.DeskJson;
import duken.api.cash.CashJson;
import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.domain.staff.Permission;
import duken.engine.cash.CashService;
import duken.engine.cash.CashWish;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.QueryFields;
import duken.store.cash.CashSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cash of the desk whose key calls. */
public final class CashRoutes {

  private static final int SHOWN = 100;
  private static final int LONGEST_REASON = 200;
  private static final Set<CashKind> SALES =
      EnumSet.of(CashKind.SALE, CashKind.REFUND, CashKind.PART, CashKind.PART_RETURN);

  private final CashService cash;

  public CashRoutes(CashService cash) {
    this.cash = cash;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/cash", this::standing),
        Route.put("/cash", this::change).needing(Permission.SETTINGS),
        Route.post("/cash/sales", this::sell).needing(Permission.SALE),
        Route.post("/cash/refunds", this::refund).needing(Permission.CASH_REFUND),
        Route.post("/cash/in", it -> move(it, true)).needing(Permission.SHIFT),
        Route.post("/cash/out", it -> move(it, false)).needing(Permission.CASH_OUT),
        Route.post("/cash/count", this::count).needing(Permission.SHIFT),
        Route.post("/cash/expected", this::expected).needing(Permission.CASH_EXPECTED),
        Route.get("/cash/operations", this::list),
        Route.get("/cash/invoices/{id}", this::ofInvoice),
        Route.post("/cash/invoices/{id}/return", this::giveBack).needing(Permission.SALE));
  }

  private HttpAnswer standing(RoutedRequest request) {
    return HttpAnswer.json(
        200,
        new CashJson.Standing(
            CashToJson.settings(cash.settings(request.scope().tenantId())),
            cash.unsettled(request.caller()).stream()
                .map(part -> CashToJson.part(part, null))
                .toList()));
  }

  private HttpAnswer change(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    CashSettings settings =
        new CashSettings(
            Boolean.TRUE.equals(fields.flag("enabled")),
            Boolean.TRUE.equals(fields.flag("blind_count")),
            Boolean.TRUE.equals(fields.flag("told")));
    fields.check();
    cash.put(request.scope().tenantId(), settings);
    return standing(request);
  }

  private HttpAnswer sell(RoutedRequest request) {
    String key = CashInput.key(request.httpRequest());
    BodyFields fields = JsonBody.required(request.httpRequest());
    Money amount = fields.requiredMoney("amount");
    Money tendered = fields.has("tendered") ? fields.money("tendered") : amount;
    String comment = fields.text("comment", LONGEST_REASON);
    CashWish.Cart cart = fields.has("till_cart") ? CashInput.cart(fields) : null;
    fields.check();
    return note(request, new CashWish.Sale(amount, tendered, comment, cart, key));
  }

  private HttpAnswer refund(RoutedRequest request) {
    String key = CashInput.key(request.httpRequest());
    BodyFields fields = JsonBody.required(request.httpRequest());
    Long sale = fields.requiredNumber("sale_id", 1, Long.MAX_VALUE);
    Money amount = fields.requiredMoney("amount");
    String reason = fields.text("reason", LONGEST_REASON);
    fields.check();
    return note(request, new CashWish.Refund(sale, amount, reason, key));
  }

  private HttpAnswer move(RoutedRequest request, boolean in) {
    String key = CashInput.key(request.httpRequest());
    BodyFields fields = JsonBody.required(request.httpRequest());
    Money amount = fields.requiredMoney("amount");
    String reason = fields.requiredText("reason", LONGEST_REASON);
    fields.check();
    return note(request, new CashWish.Move(in, amount, reason, key));
  }

  private HttpAnswer count(RoutedRequest request) {
    String key = CashInput.key(request.httpRequest());
    BodyFields fields = JsonBody.required(request.httpRequest());
    CashWish.Count count = CashInput.count(fields, key);
    if (!fields.has("banknotes") && !fields.has("counted")) {
      fields.complain("counted", "required");
    }
    fields.check();
    return note(request, count);
  }

  private HttpAnswer note(RoutedRequest request, CashWish wish) {
    // Whoever has counted may know what was expected.
    return HttpAnswer.json(201, CashToJson.operation(cash.note(request.caller(), wish), false));
  }

  private HttpAnswer expected(RoutedRequest request) {
    return HttpAnswer.json(
        200, new CashJson.Expected(CashToJson.signed(cash.drawer(request.caller()).expected())));
  }

  private HttpAnswer list(RoutedRequest request) {
    QueryFields fields = new QueryFields(request.httpRequest());
    long before = fields.number(Long.MAX_VALUE, 1, Long.MAX_VALUE, "before");
    long sales = fields.number(0, 0, 1, "sales");
    fields.check();
    Set<CashKind> kinds = sales == 1 ? SALES : EnumSet.allOf(CashKind.class);
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            cash.list(request.scope(), kinds, before, SHOWN).stream()
                .map(it -> CashToJson.operation(it, false))
                .toList()));
  }

  private HttpAnswer ofInvoice(RoutedRequest request) {
    return HttpAnswer.json(
        200,
        new CashJson.Beside(
            cash.ofInvoice(request.scope(), request.id())
                .map(
                    part ->
                        CashToJson.part(part, cash.find(request.scope(), part.part().id()).left()))
                .orElse(null)));
  }

  private HttpAnswer giveBack(RoutedRequest request) {
    return HttpAnswer.json(
        200, CashToJson.operation(cash.giveBack(request.caller(), request.id()), false));
  }
}
