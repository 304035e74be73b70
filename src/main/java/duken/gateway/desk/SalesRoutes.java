package duken.gateway.desk;

import duken.api.DeskJson;
import duken.api.RefundJson;
import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Refund;
import duken.domain.RefundDetail;
import duken.domain.staff.Permission;
import duken.engine.invoice.InvoiceService;
import duken.engine.invoice.UnannouncedPayments;
import duken.gateway.contract.RefundToJson;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.store.InvoiceQuery;
import duken.store.Invoices;
import duken.store.Page;
import duken.store.Scope;
import duken.store.Store;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sales as a window shows them: the history, one sale, what is open, what was paid meanwhile. */
public final class SalesRoutes {

  private static final Set<InvoiceStatus> OPEN =
      EnumSet.of(InvoiceStatus.PENDING, InvoiceStatus.CANCELLING);
  private static final int PAGE = 100;
  private static final int MOST_OPEN = 2000;

  private final Store store;
  private final InvoiceService invoiceService;
  private final UnannouncedPayments paid;
  private final SaleToJson toJson;

  /**
   * @param store for reading
   */
  public SalesRoutes(
      Store store, InvoiceService invoiceService, UnannouncedPayments paid, SaleToJson toJson) {
    this.store = store;
    this.invoiceService = invoiceService;
    this.paid = paid;
    this.toJson = toJson;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/sales", this::list),
        Route.get("/sales/{id}", this::read),
        Route.get("/open-sales", this::open),
        Route.get("/unannounced", this::unannounced),
        Route.post("/sales/{id}/announced", this::announced),
        Route.post("/sales/{id}/send", this::send).needing(Permission.SALE));
  }

  private HttpAnswer send(RoutedRequest routedRequest) {
    invoiceService.sendLate(routedRequest.caller(), routedRequest.id());
    return HttpAnswer.empty();
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    InvoiceQuery query = SalesInput.read(routedRequest.httpRequest());
    Scope scope = routedRequest.scope();
    Page<Invoice> page = store.read(tx -> tx.invoices().list(scope, query));
    List<Invoice> rows = invoiceService.freshen(page.rows());
    DeskJson.Sales sales =
        store.read(
            tx -> {
              Invoices.Sums sums = tx.invoices().sums(scope, query);
              return new DeskJson.Sales(
                  rows.stream().map(row -> toJson.json(tx, row)).toList(),
                  page.total(),
                  page.limit(),
                  page.offset(),
                  sums.paid().toWire(),
                  sums.refunded().toWire());
            });
    return HttpAnswer.json(200, sales);
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    Invoice invoice = invoiceService.read(routedRequest.caller(), routedRequest.id());
    Long settles = invoice.terms().settlesInvoiceId();
    DeskJson.SaleDetail detail =
        store.read(
            tx -> {
              List<Refund> all = tx.refunds().of(invoice.id());
              Map<Long, RefundDetail> details =
                  tx.refunds().details(all.stream().map(Refund::id).toList());
              List<RefundJson> refunds =
                  all.stream()
                      .map(
                          it ->
                              RefundToJson.json(
                                  it, details.getOrDefault(it.id(), RefundDetail.NONE)))
                      .toList();
              return new DeskJson.SaleDetail(
                  toJson.json(tx, invoice),
                  tx.invoices().history(invoice.id()).stream().map(SalesRoutes::life).toList(),
                  refunds,
                  settles == null
                      ? null
                      : tx.invoices().find(settles).map(Invoice::number).orElse(null));
            });
    return HttpAnswer.json(200, detail);
  }

  private HttpAnswer open(RoutedRequest routedRequest) {
    List<Invoice> found = new ArrayList<>();
    Page<Invoice> page;
    do {
      InvoiceQuery query = openOnes(found.size());
      page = store.read(tx -> tx.invoices().list(routedRequest.scope(), query));
      found.addAll(page.rows());
    } while (page.rows().size() == PAGE && found.size() < MOST_OPEN);
    List<Invoice> atDesk =
        found.stream().filter(it -> it.terms().channel().origin() == Invoice.Origin.DESK).toList();
    List<Invoice> stillOpen =
        invoiceService.freshen(atDesk).stream().filter(it -> it.state().status().isOpen()).toList();
    return HttpAnswer.json(200, sales(stillOpen));
  }

  private HttpAnswer unannounced(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, sales(paid.unannounced(routedRequest.caller(), PAGE)));
  }

  private HttpAnswer announced(RoutedRequest routedRequest) {
    paid.announced(routedRequest.caller(), routedRequest.id());
    return HttpAnswer.empty();
  }

  private DeskJson.ListOf<DeskJson.Sale> sales(List<Invoice> invoices) {
    return store.read(
        tx ->
            new DeskJson.ListOf<>(
                invoices.stream().map(invoice -> toJson.json(tx, invoice)).toList()));
  }

  private static InvoiceQuery openOnes(long offset) {
    return new InvoiceQuery(
        OPEN,
        null,
        new InvoiceQuery.Period(null, null, false),
        new InvoiceQuery.Typed(null, null, null, null),
        new InvoiceQuery.Slice(InvoiceQuery.Sort.CREATED_AT, false, PAGE, offset));
  }

  private static DeskJson.LifeEvent life(HistoryEntry entry) {
    return new DeskJson.LifeEvent(
        entry.event(),
        entry.from() == null ? null : entry.from().wire(),
        entry.to() == null ? null : entry.to().wire(),
        entry.detail(),
        Wire.time(entry.at()),
        entry.by().caller(),
        entry.by().desk(),
        entry.by().staff());
  }
}
