package duken.gateway.reconcile;

import duken.api.DeskJson;
import duken.domain.Money;
import duken.domain.staff.Permission;
import duken.engine.invoice.SandboxControls;
import duken.engine.reconcile.OwnerRule;
import duken.engine.reconcile.ShiftFees;
import duken.engine.reconcile.UnassignedPayments;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Money without an invoice, what the owner chose about it, and fees; below {@code /desk/v1}. */
public final class BankListRoutes {

  private static final int MOST_RATES = 20;
  private static final int LONGEST = 40;
  private static final int MOST_MINUTES = 120;

  /** A hundred per cent, in hundredths. */
  private static final BigDecimal ALL = BigDecimal.valueOf(10_000);

  private final UnassignedPayments unassigned;
  private final ShiftFees fees;
  private final SandboxControls practice;

  /** Routes to these. */
  public BankListRoutes(UnassignedPayments unassigned, ShiftFees fees, SandboxControls practice) {
    this.unassigned = unassigned;
    this.fees = fees;
    this.practice = practice;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/unassigned", this::look),
        Route.get("/bank-list", this::rule),
        Route.put("/bank-list", this::change).needing(Permission.SETTINGS),
        Route.get("/shifts/{id}/fees", this::shift),
        Route.post("/training/sticker", this::practise));
  }

  private HttpAnswer look(RoutedRequest request) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            unassigned.look(request.scope()).stream().map(ReconcileToJson::stranger).toList()));
  }

  private HttpAnswer rule(RoutedRequest request) {
    return HttpAnswer.json(200, ReconcileToJson.rule(unassigned.rule(request.scope().tenantId())));
  }

  private HttpAnswer change(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    Boolean shown = fields.flag("shown");
    Boolean auto = fields.flag("auto");
    Long minutes = fields.requiredNumber("minutes", 1, MOST_MINUTES);
    Map<String, Integer> rates = new TreeMap<>();
    fields
        .textsByName("rates", MOST_RATES, LONGEST)
        .forEach(
            (source, text) -> {
              Integer rate = hundredths(text);
              if (rate == null || !source.matches("[\\p{L}\\p{N}_ -]+")) {
                fields.complain("rates." + source, "reconcile.rate");
              } else {
                rates.put(source.toLowerCase(Locale.ROOT), rate);
              }
            });
    fields.check();
    unassigned.rule(
        request.scope().tenantId(),
        new OwnerRule(
            Boolean.TRUE.equals(shown), Boolean.TRUE.equals(auto), minutes.intValue(), rates));
    return rule(request);
  }

  /** Per cent with at most two places, less than a hundred; null for anything else. */
  private static Integer hundredths(String text) {
    try {
      BigDecimal rate = new BigDecimal(text.strip().replace(',', '.')).movePointRight(2);
      boolean fits = rate.signum() >= 0 && rate.compareTo(ALL) < 0;
      return fits ? Integer.valueOf(rate.intValueExact()) : null;
    } catch (ArithmeticException | NumberFormatException _) {
      return null;
    }
  }

  private HttpAnswer shift(RoutedRequest request) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            fees.of(request.scope(), request.id()).stream().map(ReconcileToJson::fee).toList()));
  }

  private HttpAnswer practise(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    Money amount = fields.requiredMoney("amount");
    fields.check();
    practice.payWithoutInvoice(request.caller(), amount);
    return HttpAnswer.empty();
  }
}
