package duken.gateway.reconcile;

import duken.api.DeskJson;
import duken.api.reconcile.ReconcileJson;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.staff.Permission;
import duken.engine.reconcile.BankDays;
import duken.engine.reconcile.Reconciling;
import duken.engine.refund.RefundResult;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.store.Scope;
import duken.store.Store;
import duken.store.reconcile.Reconciliation;
import duken.store.shift.Shift;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Reconciliation with the bank's own list, below {@code /desk/v1}. */
public final class ReconcileRoutes {

  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_REASON = 500;

  private final Store store;
  private final Reconciling reconciling;
  private final InstantSource clock;

  /**
   * @param store for reading
   */
  public ReconcileRoutes(Store store, Reconciling reconciling, InstantSource clock) {
    this.store = store;
    this.reconciling = reconciling;
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/reconciliations", this::overview),
        Route.post("/reconciliations", this::start).needing(Permission.RECONCILE),
        Route.get("/reconciliations/{id}", this::result),
        Route.post("/reconciliations/{id}/stop", this::stop).needing(Permission.RECONCILE),
        Route.post("/reconciliations/{id}/go-on", this::goOn).needing(Permission.RECONCILE),
        Route.get("/bank-lines/{id}/candidates", this::candidates),
        Route.post("/bank-lines/{id}/link", this::link).needing(Permission.RECONCILE),
        Route.post("/bank-lines/{id}/accept", this::accept).needing(Permission.RECONCILE),
        Route.post("/bank-lines/{id}/refund", this::giveBack).needing(Permission.REFUND),
        Route.post("/own-lines/{id}/accept", this::acceptOwn).needing(Permission.RECONCILE));
  }

  private HttpAnswer overview(RoutedRequest request) {
    Scope scope = request.scope();
    return HttpAnswer.json(
        200,
        new ReconcileJson.Overview(
            reconciling.service().providers(scope).stream()
                .map(
                    it ->
                        new ReconcileJson.ListedProvider(it.provider(), it.connected(), it.days()))
                .toList(),
            BankDays.of(clock.instant()).toString(),
            reconciling.service().list(scope).stream().map(it -> json(scope, it)).toList()));
  }

  private ReconcileJson.Run json(Scope scope, Reconciliation run) {
    return ReconcileToJson.run(run, shiftNumber(scope, run));
  }

  private Long shiftNumber(Scope scope, Reconciliation run) {
    return run.span().shiftId() == null
        ? null
        : store
            .read(tx -> tx.shifts().find(scope, run.span().shiftId()))
            .map(Shift::number)
            .orElse(null);
  }

  private HttpAnswer start(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    String provider = fields.requiredText("provider", LONGEST_WORD);
    boolean isShift = fields.has("shift_id");
    Long shift = isShift ? fields.requiredNumber("shift_id", 1, Long.MAX_VALUE) : null;
    String day = isShift ? null : fields.requiredText("day", LONGEST_WORD);
    fields.check();
    Reconciliation run =
        isShift
            ? reconciling.service().shift(request.caller(), provider, shift)
            : reconciling.service().day(request.caller(), provider, day(day));
    return HttpAnswer.json(201, json(request.scope(), run));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw DomainRefusal.field("day", Complaint.of("reconcile.day"));
    }
  }

  private HttpAnswer result(RoutedRequest request) {
    var result = reconciling.service().result(request.scope(), request.id());
    return HttpAnswer.json(
        200, ReconcileToJson.result(result, shiftNumber(request.scope(), result.run())));
  }

  private HttpAnswer stop(RoutedRequest request) {
    return HttpAnswer.json(
        200, json(request.scope(), reconciling.service().stop(request.scope(), request.id())));
  }

  private HttpAnswer goOn(RoutedRequest request) {
    return HttpAnswer.json(
        200, json(request.scope(), reconciling.service().goOn(request.scope(), request.id())));
  }

  private HttpAnswer candidates(RoutedRequest request) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            reconciling.candidates().of(request.scope(), request.id()).stream()
                .map(ReconcileToJson::candidate)
                .toList()));
  }

  private HttpAnswer link(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    Long invoice = fields.requiredNumber("invoice_id", 1, Long.MAX_VALUE);
    fields.check();
    return outcome(reconciling.decisions().link(request.caller(), request.id(), invoice), null);
  }

  private HttpAnswer accept(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    String reason = reason(fields);
    reconciling.decisions().accept(request.caller(), request.id(), reason);
    return HttpAnswer.empty();
  }

  private HttpAnswer acceptOwn(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    Long refund =
        fields.has("refund_id") ? fields.requiredNumber("refund_id", 1, Long.MAX_VALUE) : null;
    String reason = reason(fields);
    reconciling.decisions().acceptOwn(request.caller(), request.id(), refund, reason);
    return HttpAnswer.empty();
  }

  private HttpAnswer giveBack(RoutedRequest request) {
    BodyFields fields = JsonBody.required(request.httpRequest());
    String reason = reason(fields);
    RefundResult back = reconciling.decisions().giveBack(request.caller(), request.id(), reason);
    return outcome(back.invoice(), back.refund().state().status().wire());
  }

  private static String reason(BodyFields fields) {
    String reason = fields.requiredText("reason", LONGEST_REASON);
    if (reason != null && reason.isBlank()) {
      fields.complain("reason", "required");
    }
    fields.check();
    return reason.strip();
  }

  private static HttpAnswer outcome(Invoice invoice, String refund) {
    return HttpAnswer.json(
        200,
        new ReconcileJson.Outcome(
            invoice.id(), invoice.number(), invoice.state().status().wire(), refund));
  }
}
