package duken.gateway.contract;

import duken.api.RefundJson;
import duken.domain.CartReturn;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.RefundDetail;
import duken.domain.Refusal;
import duken.domain.staff.Permission;
import duken.engine.Caller;
import duken.engine.RefundResult;
import duken.engine.Refunding;
import duken.gateway.http.Answer;
import duken.gateway.http.Language;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.ListInput;
import duken.gateway.problem.Texts;
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

  private final Refunding refunding;
  private final Store store;
  private final OnceOnly once;
  private final boolean mirrors;
  private final Texts texts = Texts.problems();

  /**
   * @param store for reading
   * @param mirrors whether lists repeat their paging at the top
   */
  public RefundRoutes(Refunding refunding, Store store, OnceOnly once, boolean mirrors) {
    this.refunding = refunding;
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

  private Answer refund(Visit visit) {
    Language language = visit.call().language();
    return once.answer(
        visit,
        caller -> {
          Fields fields = JsonBody.optional(visit.call());
          List<CartReturn.Wish> goods = CatalogInput.returned(fields);
          if (fields.has("return_items")) {
            fields.refuse("amount", "amount.with_items");
          }
          Money amount = fields.money("amount");
          String reason = fields.text("reason", LONGEST_REASON);
          boolean byHand = Boolean.TRUE.equals(fields.flag("recorded_by_hand"));
          if (byHand && reason == null) {
            fields.complain("reason", "required");
          }
          fields.check();
          RefundResult outcome =
              byHand
                  ? refunding.recordByHand(caller, visit.id(), amount, reason)
                  : refunding.refund(caller, visit.id(), amount, reason, goods);
          return made(outcome.refund(), outcome.invoice(), language);
        },
        (caller, refundId) -> {
          Refund refund = find(caller, refundId);
          return made(refund, invoiceOf(caller, refund.invoiceId()), language);
        });
  }

  private Answer made(Refund refund, Invoice invoice, Language language) {
    String message =
        switch (refund.status()) {
          case COMPLETED -> texts.get(language, "done.refunded");
          case PENDING, PROCESSING -> texts.get(language, "done.refunding");
          case FAILED -> texts.get(language, "done.refund_failed");
        };
    RefundDetail detail = detail(refund);
    return Answer.json(
        detail.returnQr() != null && refund.status().isUnderWay() ? 202 : 201,
        new RefundJson.Made(
            message, RefundToJson.json(refund, detail), RefundToJson.sumsAfter(invoice)));
  }

  private Answer ofInvoice(Visit visit) {
    Invoice invoice = invoiceOf(visit.caller(), visit.id());
    List<RefundJson> refunds =
        store.read(
            rooms -> {
              List<Refund> all = rooms.refunds().of(invoice.id());
              Map<Long, RefundDetail> details = details(rooms, all);
              return all.stream()
                  .map(
                      it -> RefundToJson.json(it, details.getOrDefault(it.id(), RefundDetail.NONE)))
                  .toList();
            });
    return Answer.json(
        200, new RefundJson.OfInvoice(RefundToJson.sumsAbove(invoice), refunds, refunds.size()));
  }

  private Answer list(Visit visit) {
    RefundQuery query = ListInput.refunds(visit.call());
    Page<RefundJson> shown =
        store.read(
            rooms -> {
              Page<Refund> page = rooms.refunds().list(visit.scope(), query);
              List<Long> ids = page.rows().stream().map(Refund::invoiceId).distinct().toList();
              Map<Long, Invoice> invoices =
                  rooms.invoices().findAll(visit.scope(), ids).stream()
                      .collect(Collectors.toMap(Invoice::id, Function.identity()));
              Map<Long, RefundDetail> details = details(rooms, page.rows());
              return page.map(
                  refund ->
                      RefundToJson.withInvoice(
                          refund,
                          details.getOrDefault(refund.id(), RefundDetail.NONE),
                          invoices.get(refund.invoiceId())));
            });
    return Answer.json(200, Paged.json(shown, mirrors));
  }

  private Answer read(Visit visit) {
    Refund refund = find(visit.caller(), visit.id());
    return Answer.json(200, RefundToJson.json(refund, detail(refund)));
  }

  private RefundDetail detail(Refund refund) {
    return store
        .read(rooms -> details(rooms, List.of(refund)))
        .getOrDefault(refund.id(), RefundDetail.NONE);
  }

  private static Map<Long, RefundDetail> details(Store.Rooms rooms, List<Refund> refunds) {
    return rooms.refunds().details(refunds.stream().map(Refund::id).toList());
  }

  private Refund find(Caller caller, long refundId) {
    return store
        .read(rooms -> rooms.refunds().find(caller.scope(), refundId))
        .orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
  }

  private Invoice invoiceOf(Caller caller, long invoiceId) {
    return store
        .read(rooms -> rooms.invoices().find(caller.scope(), invoiceId))
        .orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
  }
}
