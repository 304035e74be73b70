package duken.gateway.contract;

import duken.api.WireJson;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.PaymentKind;
import duken.domain.cart.GoodsCart;
import duken.domain.staff.Permission;
import duken.domain.tenant.ApiKey;
import duken.engine.admin.CatalogService;
import duken.engine.cart.CartService;
import duken.engine.cash.CashService;
import duken.engine.invoice.CartSale;
import duken.engine.invoice.InvoiceService;
import duken.engine.invoice.NewInvoice;
import duken.engine.invoice.SimulatedOutcome;
import duken.engine.runtime.Caller;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import duken.gateway.input.ListInput;
import duken.gateway.problem.ProblemTexts;
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

  private final InvoiceService invoiceService;
  private final CashService cash;
  private final CatalogService catalog;
  private final CartService carts;
  private final Store store;
  private final IdempotencyFilter once;
  private final InvoiceToJson toJson;
  private final boolean mirrors;
  private final ProblemTexts problemTexts = ProblemTexts.problems();

  /**
   * @param cash takes the part of a payment that is cash
   * @param catalog fills carts
   * @param carts of tills
   * @param store for reading
   * @param mirrors whether lists repeat their paging at the top
   */
  public InvoiceRoutes(
      InvoiceService invoiceService,
      CashService cash,
      CatalogService catalog,
      CartService carts,
      Store store,
      IdempotencyFilter once,
      InvoiceToJson toJson,
      boolean mirrors) {
    this.invoiceService = invoiceService;
    this.cash = cash;
    this.catalog = catalog;
    this.carts = carts;
    this.store = store;
    this.once = once;
    this.toJson = toJson;
    this.mirrors = mirrors;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.post("/invoices", this::createBill).needing(Permission.SALE),
        Route.post("/invoices/qr", routedRequest -> create(routedRequest, PaymentKind.QR))
            .needing(Permission.SALE),
        Route.post(
                "/invoices/terminal", routedRequest -> create(routedRequest, PaymentKind.TERMINAL))
            .needing(Permission.SALE),
        Route.post("/invoices/link", routedRequest -> create(routedRequest, PaymentKind.LINK))
            .needing(Permission.SALE),
        Route.get("/invoices", this::list),
        Route.get("/invoices/{id}", this::read),
        Route.post("/invoices/{id}/cancel", this::cancel).needing(Permission.SALE),
        Route.post("/invoices/{id}/resend", this::resend).needing(Permission.SALE),
        Route.post("/invoices/status/check", this::check),
        Route.post("/invoices/{id}/simulate-status", this::simulate));
  }

  private HttpAnswer createBill(RoutedRequest routedRequest) {
    return once.answer(
        routedRequest,
        caller -> created(create(caller, InvoiceInput.bill(routedRequest))),
        this::madeBefore);
  }

  private HttpAnswer create(RoutedRequest routedRequest, PaymentKind kind) {
    return once.answer(
        routedRequest,
        caller -> created(create(caller, InvoiceInput.of(routedRequest, kind))),
        this::madeBefore);
  }

  private Invoice create(Caller caller, InvoiceInput.Wish wish) {
    return wish.till() == null || caller.role() != ApiKey.Role.DESK
        ? createFree(caller, wish)
        : sellTillCart(caller, wish.order(), wish.till());
  }

  private Invoice sellTillCart(Caller caller, NewInvoice order, InvoiceInput.TillCart till) {
    GoodsCart cart = carts.forSale(caller, till.id(), till.version(), order.amount());
    CartSale sale = new CartSale(till.id(), till.version(), CartService.priceNote(cart));
    try {
      return invoiceService.create(caller, order.of(cart, sale));
    } catch (DomainRefusal e) {
      carts.release(caller, till.id());
      throw e;
    }
  }

  private Invoice createFree(Caller caller, InvoiceInput.Wish wish) {
    NewInvoice order =
        wish.cart().isEmpty()
            ? wish.order()
            : wish.order().with(catalog.fill(caller, wish.cart(), wish.percentage()));
    if (wish.cash() != null) {
      return invoiceService.create(
          caller, order, cash.mixed(caller, wish.cash().amount(), wish.cash().tendered()));
    }
    return wish.simulate() == null
        ? invoiceService.create(caller, order)
        : invoiceService.create(caller, order, wish.simulate());
  }

  /** Null when what an unfinished call made came to nothing, so that it may be made again. */
  private HttpAnswer madeBefore(Caller caller, long invoiceId) {
    Invoice invoice = invoiceService.read(caller, invoiceId);
    boolean alive = invoice.state().status().isOpen() || invoice.state().status().hasMoney();
    return alive ? created(invoice) : null;
  }

  private HttpAnswer created(Invoice invoice) {
    return HttpAnswer.json(201, toJson.node(invoice));
  }

  private HttpAnswer list(RoutedRequest routedRequest) {
    InvoiceQuery query = ListInput.invoices(routedRequest.httpRequest());
    Page<Invoice> page = store.read(tx -> tx.invoices().list(routedRequest.scope(), query));
    Page<ObjectNode> shown =
        new Page<>(
            invoiceService.freshen(page.rows()).stream().map(toJson::node).toList(),
            page.total(),
            page.limit(),
            page.offset());
    return HttpAnswer.json(200, Paged.json(shown, mirrors));
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200, toJson.node(invoiceService.read(routedRequest.caller(), routedRequest.id())));
  }

  private HttpAnswer cancel(RoutedRequest routedRequest) {
    JsonBody.optional(routedRequest.httpRequest());
    Invoice invoice = invoiceService.cancel(routedRequest.caller(), routedRequest.id());
    boolean done = !invoice.state().status().isOpen();
    ObjectNode answer = WireJson.mapper().createObjectNode();
    answer.put(
        "message",
        problemTexts.get(
            routedRequest.httpRequest().language(), done ? "done.cancelled" : "done.cancelling"));
    answer.put("invoice_id", invoice.id());
    answer.set("invoice", toJson.node(invoice));
    return HttpAnswer.json(invoice.mode() == Mode.TEST ? 200 : 202, answer);
  }

  private HttpAnswer resend(RoutedRequest routedRequest) {
    JsonBody.optional(routedRequest.httpRequest());
    return HttpAnswer.json(
        200, toJson.node(invoiceService.resend(routedRequest.caller(), routedRequest.id())));
  }

  private HttpAnswer check(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    List<Long> ids = bodyFields.requiredIds("invoice_ids", MOST_CHECKED);
    bodyFields.check();
    Map<Long, Invoice> known =
        invoiceService.check(routedRequest.caller(), ids).stream()
            .collect(Collectors.toMap(Invoice::id, invoice -> invoice));
    return HttpAnswer.json(
        200,
        new Checked(
            ids.stream().filter(known::containsKey).map(id -> brief(known.get(id))).toList(),
            ids.stream().filter(id -> !known.containsKey(id)).toList()));
  }

  private HttpAnswer simulate(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String word = bodyFields.requiredText("status", 20);
    SimulatedOutcome simulatedOutcome =
        word == null ? null : SimulatedOutcome.ofWire(word).orElse(null);
    if (word != null && simulatedOutcome == null) {
      bodyFields.complain("status", "choice");
    }
    bodyFields.check();
    return HttpAnswer.json(
        200,
        toJson.node(
            invoiceService.simulate(routedRequest.caller(), routedRequest.id(), simulatedOutcome)));
  }

  private static Brief brief(Invoice invoice) {
    return new Brief(
        invoice.id(),
        invoice.state().status().wire(),
        invoice.terms().amount().toWire(),
        InvoiceToJson.bankId(invoice),
        invoice.bank().errorMessage(),
        Wire.time(invoice.revision().updatedAt()));
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
