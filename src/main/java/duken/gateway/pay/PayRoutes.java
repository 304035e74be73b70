package duken.gateway.pay;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.engine.Engine;
import duken.engine.runtime.Caller;
import duken.gateway.contract.Links;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.HttpRequest;
import duken.gateway.http.Percent;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import duken.store.Store;
import duken.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The public pay page and the QR picture (gateway contract, sections 8 and 16). */
public final class PayRoutes {

  private static final Duration PICTURE_OUTLIVES = Duration.ofSeconds(60);
  private static final int LONGEST_TOKEN = 100;
  private static final Set<String> ACTIONS = Set.of("pay", "decline", "scan");

  private final Store store;
  private final Engine engine;
  private final Links links;
  private final PayPage page;
  private final InstantSource clock;

  /**
   * @param store for reading
   */
  public PayRoutes(Store store, Engine engine, Links links, InstantSource clock) {
    this.store = store;
    this.engine = engine;
    this.links = links;
    this.page = new PayPage();
    this.clock = clock;
  }

  /** The routes, with their whole paths. */
  public List<Route> routes() {
    return List.of(
        Route.get("/pay/{token}", this::show),
        Route.post("/pay/{token}", this::act),
        Route.get("/pay/{token}/state", this::state),
        Route.get("/qr/{file}", this::picture));
  }

  private HttpAnswer show(RoutedRequest routedRequest) {
    AnswerLanguage language = language(routedRequest.httpRequest());
    try {
      return find(routedRequest.parameters().get("token"))
          .map(view -> page.show(view, language))
          .orElseGet(() -> page.message(404, language, "missing"));
    } catch (StoreUnavailable _) {
      return page.message(503, language, "unavailable").with("Retry-After", "5");
    }
  }

  private HttpAnswer act(RoutedRequest routedRequest) {
    String action = actionOf(routedRequest.httpRequest());
    PayPage.View view =
        find(routedRequest.parameters().get("token")).orElseThrow(PayRoutes::missing);
    Invoice invoice = view.invoice();
    if (!view.isTraining()) {
      throw HttpRefusal.because(Problem.NOT_SANDBOX);
    }
    try {
      engine.sandboxControls().act(invoice, action);
      // The customer sees at once what he did, also without a script.
      List<Invoice> unused = engine.invoiceService().check(caller(invoice), List.of(invoice.id()));
    } catch (DomainRefusal _) {
      // The bill has changed meanwhile; the page shows how.
    }
    String language =
        routedRequest
            .httpRequest()
            .parameter("lang")
            .flatMap(AnswerLanguage::ofTag)
            .map(it -> "?lang=" + it.tag())
            .orElse("");
    return new HttpAnswer(
        303,
        Map.of("Location", invoice.terms().payToken() + language, "Cache-Control", "no-store"),
        new byte[0]);
  }

  private HttpAnswer state(RoutedRequest routedRequest) {
    PayPage.View view =
        find(routedRequest.parameters().get("token")).orElseThrow(PayRoutes::missing);
    return HttpAnswer.json(200, new Now(view.state().word(), view.millisLeft()));
  }

  private HttpAnswer picture(RoutedRequest routedRequest) {
    String file = routedRequest.parameters().get("file");
    Invoice invoice =
        Optional.of(file)
            .filter(name -> name.endsWith(".png"))
            .flatMap(name -> findInvoice(name.substring(0, name.length() - ".png".length())))
            .filter(it -> it.kind() == PaymentKind.QR)
            .filter(it -> clock.instant().isBefore(it.terms().expiresAt().plus(PICTURE_OUTLIVES)))
            .orElseThrow(PayRoutes::missing);
    return new HttpAnswer(
        200,
        Map.of(
            "Content-Type", "image/png",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "cross-origin"),
        QrPng.png(links.qrText(invoice)));
  }

  private Optional<PayPage.View> find(String token) {
    return findInvoice(token)
        .map(
            found -> {
              Invoice invoice = engine.invoiceService().freshen(List.of(found)).getFirst();
              Tenant shop = store.read(tx -> tx.tenants().find(invoice.tenantId())).orElseThrow();
              Instant now = clock.instant();
              boolean checking =
                  engine.providerHealth().isChecking(invoice.id())
                      || !now.isBefore(invoice.terms().expiresAt());
              return new PayPage.View(invoice, shop, PayState.of(invoice, checking), now);
            });
  }

  private Optional<Invoice> findInvoice(String token) {
    return token.length() > LONGEST_TOKEN || token.indexOf(0) >= 0
        ? Optional.empty()
        : store.read(tx -> tx.invoices().findByPayToken(token));
  }

  private static String actionOf(HttpRequest httpRequest) {
    try {
      List<String> actions =
          Percent.decodeForm(httpRequest.bodyText()).getOrDefault("action", List.of());
      return actions.stream()
          .findFirst()
          .filter(ACTIONS::contains)
          .orElseThrow(() -> HttpRefusal.because(Problem.BAD_REQUEST));
    } catch (IllegalArgumentException _) {
      throw HttpRefusal.because(Problem.BAD_REQUEST);
    }
  }

  private static AnswerLanguage language(HttpRequest httpRequest) {
    return httpRequest
        .parameter("lang")
        .flatMap(AnswerLanguage::ofTag)
        .orElseGet(httpRequest::language);
  }

  private static Caller caller(Invoice invoice) {
    return new Caller(invoice.tenantId(), invoice.mode(), "pay page", ApiKey.Role.API);
  }

  private static HttpRefusal missing() {
    return HttpRefusal.because(Problem.NOT_FOUND);
  }

  /** What the page's script asks for. */
  private record Now(String state, long millisLeft) {}
}
