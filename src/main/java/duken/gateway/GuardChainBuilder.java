package duken.gateway;

import duken.engine.Engine;
import duken.engine.admin.WebhookResend;
import duken.engine.cart.CartService;
import duken.engine.cash.CashService;
import duken.engine.goods.GoodsEditing;
import duken.engine.goods.GoodsImport;
import duken.engine.goods.GoodsService;
import duken.engine.invoice.UnannouncedPayments;
import duken.engine.reconcile.ShiftFees;
import duken.engine.shift.ShiftService;
import duken.engine.staff.StaffModule;
import duken.gateway.callback.CallbackRoutes;
import duken.gateway.cart.CartRoutes;
import duken.gateway.cash.CashRoutes;
import duken.gateway.contract.AccountRoutes;
import duken.gateway.contract.CatalogRoutes;
import duken.gateway.contract.DocumentRoutes;
import duken.gateway.contract.IdempotencyFilter;
import duken.gateway.contract.ImageRoutes;
import duken.gateway.contract.InvoiceRoutes;
import duken.gateway.contract.InvoiceToJson;
import duken.gateway.contract.Links;
import duken.gateway.contract.MarketplaceRoutes;
import duken.gateway.contract.RefundRoutes;
import duken.gateway.contract.WebhookRoutes;
import duken.gateway.desk.AdminRoutes;
import duken.gateway.desk.AnomalyRoutes;
import duken.gateway.desk.AnswerRoutes;
import duken.gateway.desk.BankRoutes;
import duken.gateway.desk.ChangesRoute;
import duken.gateway.desk.DeliveryRoutes;
import duken.gateway.desk.KeyRoutes;
import duken.gateway.desk.OrderDeskRoutes;
import duken.gateway.desk.ProviderRoutes;
import duken.gateway.desk.SaleToJson;
import duken.gateway.desk.SalesRoutes;
import duken.gateway.desk.StateRoutes;
import duken.gateway.desk.TrainingRoutes;
import duken.gateway.event.EventRoutes;
import duken.gateway.goods.GoodsEditingRoutes;
import duken.gateway.goods.GoodsRoutes;
import duken.gateway.guard.AdminGuard;
import duken.gateway.guard.ApiKeyAuthenticator;
import duken.gateway.guard.BodyGuard;
import duken.gateway.guard.CallbackLimiter;
import duken.gateway.guard.FailedSignIns;
import duken.gateway.guard.HostGuard;
import duken.gateway.guard.OriginGuard;
import duken.gateway.guard.RateLimiter;
import duken.gateway.http.Route;
import duken.gateway.http.RouteTable;
import duken.gateway.http.RoutedRequest;
import duken.gateway.owner.HealthRoutes;
import duken.gateway.owner.OwnerRoutes;
import duken.gateway.pay.PayRoutes;
import duken.gateway.problem.ProblemAnswers;
import duken.gateway.reconcile.BankListRoutes;
import duken.gateway.reconcile.ReconcileRoutes;
import duken.gateway.shift.ShiftRoutes;
import duken.gateway.staff.StaffGuard;
import duken.gateway.staff.StaffRoutes;
import duken.security.UrlHost;
import duken.store.Store;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Puts guards and routes together. */
final class GuardChainBuilder {

  private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

  private final GatewayParts parts;
  private final GatewayOptions options;
  private final BooleanSupplier closing;
  private final HostGuard hosts;
  private final ProblemAnswers problems;
  private final Links links;
  private final InvoiceToJson invoiceToJson;
  private final StaffModule staff;
  private final CartService carts;

  /**
   * @param closing whether the server stops
   */
  GuardChainBuilder(GatewayParts parts, GatewayOptions options, BooleanSupplier closing) {
    this.parts = parts;
    this.options = options;
    this.closing = closing;
    Set<String> names = new HashSet<>(options.hosts());
    names.addAll(THIS_COMPUTER);
    names.add(UrlHost.of(options.publicUrl()).orElseThrow());
    this.hosts = new HostGuard(names);
    this.problems = new ProblemAnswers(options.mirrors());
    this.links = new Links(options.publicUrl());
    this.invoiceToJson = new InvoiceToJson(links);
    this.staff = StaffModule.of(parts.store(), parts.clock(), parts.random());
    this.carts = new CartService(parts.store(), parts.clock());
  }

  HostGuard hosts() {
    return hosts;
  }

  ProblemAnswers problems() {
    return problems;
  }

  GuardChain build() {
    FailedSignIns failures = new FailedSignIns(parts.clock());
    GuardChain.Guards guards =
        new GuardChain.Guards(
            hosts,
            new OriginGuard(options.publicUrl()),
            new BodyGuard(),
            new ApiKeyAuthenticator(parts.services().shopAccess(), failures),
            new RateLimiter(options.ratePerMinute(), parts.clock()),
            new AdminGuard(options.adminKey(), failures),
            new StaffGuard(staff.authorization()));
    return new GuardChain(guards, areas(), problems);
  }

  /** Everything that is served. */
  GuardChain.Areas areas() {
    AccountRoutes account =
        new AccountRoutes(
            parts.store(),
            parts.services().engine().bank(),
            parts.services().engine().health(),
            options.ratePerMinute(),
            options.version(),
            parts.clock());
    return new GuardChain.Areas(
        new RouteTable(account.openRoutes()),
        table(Stream.concat(account.routes().stream(), contract())),
        table(desk()),
        table(admin()),
        table(
            Stream.concat(
                new PayRoutes(parts.store(), parts.services().engine(), links, parts.clock())
                    .routes().stream(),
                callbacks())));
  }

  private Stream<Route> callbacks() {
    GatewayOptions.Callbacks limits = options.callbacks();
    return new CallbackRoutes(
            parts.services().engine().callbacks(),
            new CallbackLimiter(limits.perMinute(), limits.source(), parts.clock()))
        .routes().stream();
  }

  private Stream<Route> contract() {
    Engine engine = parts.services().engine();
    Store store = parts.store();
    IdempotencyFilter once = new IdempotencyFilter(parts.calls(), problems);
    boolean mirrors = options.mirrors();
    return Stream.of(
            new InvoiceRoutes(
                    engine.invoiceService(),
                    new CashService(store, parts.clock()),
                    parts.services().catalog(),
                    carts,
                    store,
                    once,
                    invoiceToJson,
                    mirrors)
                .routes(),
            new RefundRoutes(engine.refundService(), store, once, mirrors).routes(),
            new CatalogRoutes(parts.services().catalog(), store, once, links, mirrors).routes(),
            new ImageRoutes(parts.services().catalog(), store, parts.images(), links).routes(),
            new WebhookRoutes(parts.hooks().webhooks(), parts.hooks().tester()).routes(),
            new MarketplaceRoutes(parts.services().marketplace(), store, mirrors).routes(),
            new EventRoutes(store).routes(),
            new DocumentRoutes().routes())
        .flatMap(List::stream);
  }

  private Stream<Route> desk() {
    Engine engine = parts.services().engine();
    Store store = parts.store();
    InstantSource clock = parts.clock();
    CashService cash = new CashService(store, clock);
    SaleToJson sales = new SaleToJson(invoiceToJson, links, engine.providerHealth(), clock);
    return Stream.of(
            new StateRoutes(
                    store,
                    parts.services().shopAccess(),
                    engine.bank(),
                    engine.accounts(),
                    engine.connections(),
                    parts.services().marketplace(),
                    links.base(),
                    options.version())
                .routes(),
            new SalesRoutes(
                    store, engine.invoiceService(), new UnannouncedPayments(store, clock), sales)
                .routes(),
            new EventRoutes(store).routes(),
            new CartRoutes(carts).routes(),
            new GoodsRoutes(new GoodsService(store)).routes(),
            new GoodsEditingRoutes(
                    new GoodsService(store),
                    new GoodsEditing(store, clock),
                    new GoodsImport(store, clock),
                    new IdempotencyFilter(parts.calls(), problems))
                .routes(),
            new ShiftRoutes(new ShiftService(store, clock), cash).routes(),
            new CashRoutes(cash).routes(),
            new ReconcileRoutes(store, engine.reconciling(), clock).routes(),
            new BankListRoutes(
                    engine.reconciling().unassigned(),
                    new ShiftFees(store, new ShiftService(store, clock)),
                    engine.sandboxControls())
                .routes(),
            new OwnerRoutes(parts.owner()).routes(),
            new HealthRoutes(store, engine.health(), parts.owner().host(), clock, options.version())
                .routes(),
            new ChangesRoute(store, engine.commitSignal(), sales, closing).routes(),
            new TrainingRoutes(engine.sandboxControls()).routes(),
            new AnomalyRoutes(store, engine.anomalies(), parts.services().marketplace()).routes(),
            new OrderDeskRoutes(parts.services().marketplace()).routes(),
            new KeyRoutes(parts.services().shopAccess()).routes(),
            bank(routedRequest -> routedRequest.scope().tenantId()).routes("/bank"),
            providers(routedRequest -> routedRequest.scope().tenantId()).routes("/providers"),
            new AnswerRoutes(engine.decisions(), invoiceToJson).desk(),
            new StaffRoutes(staff).desk(),
            new DeliveryRoutes(store, new WebhookResend(store, engine.outbox(), clock)).routes())
        .flatMap(List::stream);
  }

  private Stream<Route> admin() {
    return Stream.of(
            new AdminRoutes(parts.services().shopAccess(), parts.showWindow()).routes(),
            bank(RoutedRequest::id).routes("/tenants/{id}/bank"),
            providers(RoutedRequest::id).routes("/tenants/{id}/providers"),
            new StaffRoutes(staff).admin(),
            new AnswerRoutes(parts.services().engine().decisions(), invoiceToJson).admin())
        .flatMap(List::stream);
  }

  private BankRoutes bank(ToLongFunction<RoutedRequest> tenant) {
    Engine engine = parts.services().engine();
    return new BankRoutes(engine.accounts(), engine.providerHealth(), tenant);
  }

  private ProviderRoutes providers(ToLongFunction<RoutedRequest> tenant) {
    return new ProviderRoutes(
        parts.services().engine().connections(), parts.services().engine().attempts(), tenant);
  }

  private static RouteTable table(Stream<Route> routes) {
    return new RouteTable(routes.toList());
  }
}
