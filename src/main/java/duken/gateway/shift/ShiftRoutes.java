package duken.gateway.shift;

import duken.api.DeskJson;
import duken.api.ShiftJson;
import duken.domain.staff.Permission;
import duken.engine.cash.CashService;
import duken.engine.cash.CashWish;
import duken.engine.shift.ShiftReport;
import duken.engine.shift.ShiftService;
import duken.gateway.cash.CashInput;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.QueryFields;
import java.util.List;

/** The shifts of the desk whose key calls, and of the whole shop for reading. */
public final class ShiftRoutes {

  private static final int SHOWN = 50;

  private final ShiftService shifts;
  private final CashService cash;

  public ShiftRoutes(ShiftService shifts, CashService cash) {
    this.shifts = shifts;
    this.cash = cash;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/shift", this::current),
        Route.post("/shift/open", this::open).needing(Permission.SHIFT),
        Route.post("/shift/close", this::close).needing(Permission.SHIFT),
        Route.get("/shifts", this::list),
        Route.get("/shifts/{id}", this::report),
        Route.get("/shifts/{id}/money", this::money));
  }

  private HttpAnswer current(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new ShiftJson.Current(
            shifts
                .current(routedRequest.caller())
                .map(it -> json(routedRequest, it))
                .orElse(null)));
  }

  private HttpAnswer open(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.optional(routedRequest.httpRequest());
    CashWish.Count counted = CashInput.count(bodyFields, "");
    bodyFields.check();
    return HttpAnswer.json(201, json(routedRequest, shifts.open(routedRequest.caller(), counted)));
  }

  private HttpAnswer close(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    Long number = bodyFields.requiredNumber("number", 1, Long.MAX_VALUE);
    Boolean rollOver = bodyFields.flag("roll_over");
    CashWish.Count counted = CashInput.count(bodyFields, "");
    bodyFields.check();
    ShiftService.Closing closing =
        shifts.close(routedRequest.caller(), number, Boolean.TRUE.equals(rollOver), counted);
    return HttpAnswer.json(
        200, new ShiftJson.Closing(closing.closed(), json(routedRequest, closing.report())));
  }

  /** What should lie in the drawer is told once the shift is closed, or where it is no secret. */
  private ShiftJson.Report json(RoutedRequest routedRequest, ShiftReport report) {
    boolean hidden =
        report.shift().isOpen() && cash.settings(routedRequest.scope().tenantId()).blindCount();
    return ShiftToJson.report(report, hidden);
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    QueryFields fields = new QueryFields(routedRequest.httpRequest());
    long before = fields.number(Long.MAX_VALUE, 1, Long.MAX_VALUE, "before");
    fields.check();
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            shifts.list(routedRequest.scope(), before, SHOWN).stream()
                .map(ShiftToJson::row)
                .toList()));
  }

  private HttpAnswer report(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200, json(routedRequest, shifts.report(routedRequest.scope(), routedRequest.id())));
  }

  private HttpAnswer money(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            shifts.money(routedRequest.scope(), routedRequest.id()).stream()
                .map(ShiftToJson::money)
                .toList()));
  }
}
