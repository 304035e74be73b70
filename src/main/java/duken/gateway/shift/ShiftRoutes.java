package duken.gateway.shift;

import duken.api.DeskJson;
import duken.api.ShiftJson;
import duken.engine.shift.ShiftService;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.QueryFields;
import java.util.List;

/** The shifts of the desk whose key calls, and of the whole shop for reading. */
public final class ShiftRoutes {

  private static final int SHOWN = 50;

  private final ShiftService shifts;

  /** Routes to these shifts. */
  public ShiftRoutes(ShiftService shifts) {
    this.shifts = shifts;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/shift", this::current),
        Route.post("/shift/open", this::open),
        Route.post("/shift/close", this::close),
        Route.get("/shifts", this::list),
        Route.get("/shifts/{id}", this::report),
        Route.get("/shifts/{id}/money", this::money));
  }

  private Answer current(Visit visit) {
    return Answer.json(
        200,
        new ShiftJson.Current(
            shifts.current(visit.caller()).map(ShiftToJson::report).orElse(null)));
  }

  private Answer open(Visit visit) {
    return Answer.json(201, ShiftToJson.report(shifts.open(visit.caller())));
  }

  private Answer close(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    Long number = fields.requiredNumber("number", 1, Long.MAX_VALUE);
    Boolean rollOver = fields.flag("roll_over");
    fields.check();
    ShiftService.Closing closing =
        shifts.close(visit.caller(), number, Boolean.TRUE.equals(rollOver));
    return Answer.json(
        200, new ShiftJson.Closing(closing.closed(), ShiftToJson.report(closing.report())));
  }

  private Answer list(Visit visit) {
    QueryFields fields = new QueryFields(visit.call());
    long before = fields.number(Long.MAX_VALUE, 1, Long.MAX_VALUE, "before");
    fields.check();
    return Answer.json(
        200,
        new DeskJson.ListOf<>(
            shifts.list(visit.scope(), before, SHOWN).stream().map(ShiftToJson::row).toList()));
  }

  private Answer report(Visit visit) {
    return Answer.json(200, ShiftToJson.report(shifts.report(visit.scope(), visit.id())));
  }

  private Answer money(Visit visit) {
    return Answer.json(
        200,
        new DeskJson.ListOf<>(
            shifts.money(visit.scope(), visit.id()).stream().map(ShiftToJson::money).toList()));
  }
}
