package duken.gateway.contract;

import duken.api.RefundJson;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.RefundDetail;
import duken.domain.catalog.CartReturn;
import duken.domain.staff.Permission;
import duken.engine.refund.RefundResult;
import duken.engine.refund.RefundService;
import duken.engine.runtime.Caller;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.ListInput;
import duken.gateway.problem.ProblemTexts;
import duken.store.Page;
import duken.store.Refunds.RefundQuery;
import duken.store.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Refunds of the public contract (gateway contract, section 10). */
public final class RefundRoutes {

  private static final int LONGEST_REASON = 500;

  private final RefundService refundService;
  private final Store store;
  private final IdempotencyFilter once;
  private final boolean mirrors;
  private final ProblemTexts problemTexts = ProblemTexts.problems();

  /**
   * @param store for reading
   * @param mirrors whether lists repeat their paging at the top
   */
  public RefundRoutes(
      RefundService refundService, Store store, IdempotencyFilter once, boolean mirrors) {
    this.refundService = refundService;
    this.store = store;
    this.once = once;
    this.mirrors = mirrors;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.post("/invoices/{id}/refund", this::refund).needing(Permission.REFUND),
        Route.get("/invoices/{id}/refunds", this::ofInvoice),
        Route.get("/refunds", this::list),
        Route.get("/refunds/{id}", this::read));
  }

  private HttpAnswer refund(RoutedRequest routedRequest) {
    AnswerLanguage language = routedRequest.httpRequest().language();
    return once.answer(
        routedRequest,
        caller -> {
          BodyFields bodyFields = JsonBody.optional(routedRequest.httpRequest());
          List<CartReturn.Wish> goods = CatalogInput.returned(bodyFields);
          if (bodyFields.has("return_items")) {
            bodyFields.refuse("amount", "amount.with_items");
          }
          Money amount = bodyFields.money("amount");
          String reason = bodyFields.text("reason", LONGEST_REASON);
          boolean byHand = Boolean.TRUE.equals(bodyFields.flag("recorded_by_hand"));
          if (byHand && reason == null) {
            bodyFields.complain("reason", "required");
          }
          bodyFields.check();
          RefundResult outcome =
              byHand
                  ? refundService.recordByHand(caller, routedRequest.id(), amount, reason)
                  : refundService.refund(caller, routedRequest.id(), amount, reason, goods);
          return made(outcome.refund(), outcome.invoice(), language);
        },
        (caller, refundId) -> {
          Refund refund = find(caller, refundId);
          return made(refund, invoiceOf(caller, refund.invoiceId()), language);
        });
  }

  private HttpAnswer made(Refund refund, Invoice invoice, AnswerLanguage language) {
    String message =
        switch (refund.state().status()) {
          case COMPLETED -> problemTexts.get(language, "done.refunded");
          case PENDING, PROCESSING -> problemTexts.get(language, "done.refunding");
          case FAILED -> problemTexts.get(language, "done.refund_failed");
        };
    RefundDetail detail = detail(refund);
    return HttpAnswer.json(
        detail.returnQr() != null && refund.state().status().isUnderWay() ? 202 : 201,
        new RefundJson.Made(
            message,
            RefundToJson.json(refund, detail, why(refund, language)),
            RefundToJson.sumsAfter(invoice)));
  }

  private HttpAnswer ofInvoice(RoutedRequest routedRequest) {
    Invoice invoice = invoiceOf(routedRequest.caller(), routedRequest.id());
    List<RefundJson> refunds =
        store.read(
            tx -> {
              List<Refund> all = tx.refunds().of(invoice.id());
              Map<Long, RefundDetail> details = details(tx, all);
              return all.stream()
                  .map(
                      it -> RefundToJson.json(it, details.getOrDefault(it.id(), RefundDetail.NONE)))
                  .toList();
            });
    return HttpAnswer.json(
        200, new RefundJson.OfInvoice(RefundToJson.sumsAbove(invoice), refunds, refunds.size()));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    RefundQuery query = ListInput.refunds(routedRequest.httpRequest());
    Page<RefundJson> shown =
        store.read(
            tx -> {
              Page<Refund> page = tx.refunds().list(routedRequest.scope(), query);
              List<Long> ids = page.rows().stream().map(Refund::invoiceId).distinct().toList();
              Map<Long, Invoice> invoices =
                  tx.invoices().findAll(routedRequest.scope(), ids).stream()
                      .collect(Collectors.toMap(Invoice::id, Function.identity()));
              Map<Long, RefundDetail> details = details(tx, page.rows());
              return page.map(
                  refund ->
                      RefundToJson.withInvoice(
                          refund,
                          details.getOrDefault(refund.id(), RefundDetail.NONE),
                          invoices.get(refund.invoiceId())));
            });
    return HttpAnswer.json(200, Paged.json(shown, mirrors));
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    Refund refund = find(routedRequest.caller(), routedRequest.id());
    String why = why(refund, routedRequest.httpRequest().language());
    return HttpAnswer.json(200, RefundToJson.json(refund, detail(refund), why));
  }

  private String why(Refund refund, AnswerLanguage language) {
    return problemTexts.ofBank(
        language, refund.state().errorCode(), refund.state().errorMessage(), null);
  }

  private RefundDetail detail(Refund refund) {
    return store
        .read(tx -> details(tx, List.of(refund)))
        .getOrDefault(refund.id(), RefundDetail.NONE);
  }

  private static Map<Long, RefundDetail> details(Store.Tx tx, List<Refund> refunds) {
    return tx.refunds().details(refunds.stream().map(Refund::id).toList());
  }

  private Refund find(Caller caller, long refundId) {
    return store
        .read(tx -> tx.refunds().find(caller.scope(), refundId))
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  private Invoice invoiceOf(Caller caller, long invoiceId) {
    return store
        .read(tx -> tx.invoices().find(caller.scope(), invoiceId))
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }
}
