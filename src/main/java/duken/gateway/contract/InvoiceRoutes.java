package duken.gateway.contract;

import duken.api.WireJson;
import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.PaymentKind;
import duken.domain.staff.Permission;
import duken.engine.Caller;
import duken.engine.CatalogDesk;
import duken.engine.InvoiceOrder;
import duken.engine.Invoicing;
import duken.engine.Simulation;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.ListInput;
import duken.gateway.problem.Texts;
import duken.store.InvoiceQuery;
import duken.store.Page;
import duken.store.Store;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Invoices of the public contract (gateway contract, sections 9 and 16). */
public final class InvoiceRoutes {

  private static final int MOST_CHECKED = 100;

  private final Invoicing invoicing;
  private final CatalogDesk catalog;
  private final Store store;
  private final OnceOnly once;
  private final InvoiceToJson toJson;
  private final boolean mirrors;
  private final Texts texts = Texts.problems();

  /**
   * @param catalog fills carts
   * @param store for reading
   * @param mirrors whether lists repeat their paging at the top
   */
  public InvoiceRoutes(
      Invoicing invoicing,
      CatalogDesk catalog,
      Store store,
      OnceOnly once,
      InvoiceToJson toJson,
      boolean mirrors) {
    this.invoicing = invoicing;
    this.catalog = catalog;
    this.store = store;
    this.once = once;
    this.toJson = toJson;
    this.mirrors = mirrors;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.post("/invoices", this::createBill).needing(Permission.SALE),
        Route.post("/invoices/qr", visit -> create(visit, PaymentKind.QR)).needing(Permission.SALE),
        Route.post("/invoices/terminal", visit -> create(visit, PaymentKind.TERMINAL))
            .needing(Permission.SALE),
        Route.post("/invoices/link", visit -> create(visit, PaymentKind.LINK))
            .needing(Permission.SALE),
        Route.get("/invoices", this::list),
        Route.get("/invoices/{id}", this::read),
        Route.post("/invoices/{id}/cancel", this::cancel).needing(Permission.SALE),
        Route.post("/invoices/{id}/resend", this::resend).needing(Permission.SALE),
        Route.post("/invoices/status/check", this::check),
        Route.post("/invoices/{id}/simulate-status", this::simulate));
  }

  private Answer createBill(Visit visit) {
    return once.answer(
        visit, caller -> created(create(caller, InvoiceInput.bill(visit))), this::madeBefore);
  }

  private Answer create(Visit visit, PaymentKind kind) {
    return once.answer(
        visit, caller -> created(create(caller, InvoiceInput.of(visit, kind))), this::madeBefore);
  }

  private Invoice create(Caller caller, InvoiceInput.Wish wish) {
    InvoiceOrder order =
        wish.cart().isEmpty()
            ? wish.order()
            : wish.order().with(catalog.fill(caller, wish.cart(), wish.percentage()));
    return wish.simulate() == null
        ? invoicing.create(caller, order)
        : invoicing.create(caller, order, wish.simulate());
  }

  /** Null when what an unfinished call made came to nothing, so that it may be made again. */
  private Answer madeBefore(Caller caller, long invoiceId) {
    Invoice invoice = invoicing.read(caller, invoiceId);
    boolean alive = invoice.state().status().isOpen() || invoice.state().status().hasMoney();
    return alive ? created(invoice) : null;
  }

  private Answer created(Invoice invoice) {
    return Answer.json(201, toJson.node(invoice));
  }

  private Answer list(Visit visit) {
    InvoiceQuery query = ListInput.invoices(visit.call());
    Page<Invoice> page = store.read(rooms -> rooms.invoices().list(visit.scope(), query));
    Page<ObjectNode> shown =
        new Page<>(
            invoicing.freshen(page.rows()).stream().map(toJson::node).toList(),
            page.total(),
            page.limit(),
            page.offset());
    return Answer.json(200, Paged.json(shown, mirrors));
  }

  private Answer read(Visit visit) {
    return Answer.json(200, toJson.node(invoicing.read(visit.caller(), visit.id())));
  }

  private Answer cancel(Visit visit) {
    JsonBody.optional(visit.call());
    Invoice invoice = invoicing.cancel(visit.caller(), visit.id());
    boolean done = !invoice.state().status().isOpen();
    ObjectNode answer = WireJson.mapper().createObjectNode();
    answer.put(
        "message", texts.get(visit.call().language(), done ? "done.cancelled" : "done.cancelling"));
    answer.put("invoice_id", invoice.id());
    answer.set("invoice", toJson.node(invoice));
    return Answer.json(invoice.mode() == Mode.TEST ? 200 : 202, answer);
  }

  private Answer resend(Visit visit) {
    JsonBody.optional(visit.call());
    return Answer.json(200, toJson.node(invoicing.resend(visit.caller(), visit.id())));
  }

  private Answer check(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    List<Long> ids = fields.requiredIds("invoice_ids", MOST_CHECKED);
    fields.check();
    Map<Long, Invoice> known =
        invoicing.check(visit.caller(), ids).stream()
            .collect(Collectors.toMap(Invoice::id, invoice -> invoice));
    return Answer.json(
        200,
        new Checked(
            ids.stream().filter(known::containsKey).map(id -> brief(known.get(id))).toList(),
            ids.stream().filter(id -> !known.containsKey(id)).toList()));
  }

  private Answer simulate(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    String word = fields.requiredText("status", 20);
    Simulation simulation = word == null ? null : Simulation.ofWire(word).orElse(null);
    if (word != null && simulation == null) {
      fields.complain("status", "choice");
    }
    fields.check();
    return Answer.json(
        200, toJson.node(invoicing.simulate(visit.caller(), visit.id(), simulation)));
  }

  private static Brief brief(Invoice invoice) {
    return new Brief(
        invoice.id(),
        invoice.state().status().wire(),
        invoice.terms().amount().toWire(),
        InvoiceToJson.bankId(invoice),
        invoice.bank().errorMessage(),
        Wire.time(invoice.updatedAt()));
  }

  private record Checked(List<Brief> invoices, List<Long> notFound) {}

  private record Brief(
      long id,
      String status,
      String amount,
      String kaspiInvoiceId,
      String errorMessage,
      String updatedAt) {}
}
