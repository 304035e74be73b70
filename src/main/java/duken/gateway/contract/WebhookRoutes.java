package duken.gateway.contract;

import duken.api.WebhookJson;
import duken.domain.DomainRefusal;
import duken.domain.staff.Permission;
import duken.engine.admin.WebhookConfigService;
import duken.gateway.WebhookTester;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** The webhook's configuration (gateway contract, section 12). */
public final class WebhookRoutes {

  private static final int LONGEST_URL = 2048;
  private static final int MOST_EVENTS = 20;
  private static final int LONGEST_SECRET = 512;

  private final WebhookConfigService setup;
  private final WebhookTester tester;

  public WebhookRoutes(WebhookConfigService setup, WebhookTester tester) {
    this.setup = setup;
    this.tester = tester;
  }

  /** The routes, below {@code /api/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/webhook/configure", this::read),
        Route.post("/webhook/configure", this::change).needing(Permission.SETTINGS),
        Route.post("/webhook/test", this::test));
  }

  private HttpAnswer read(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, json(setup.read(routedRequest.scope())));
  }

  private HttpAnswer change(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    Boolean rotate = bodyFields.flag("rotate_secret");
    WebhookConfigService.Change change =
        new WebhookConfigService.Change(
            bodyFields.text("url", LONGEST_URL),
            bodyFields.flag("enabled"),
            bodyFields.texts("events", MOST_EVENTS),
            bodyFields.text("secret", LONGEST_SECRET),
            Boolean.TRUE.equals(rotate));
    bodyFields.check();
    return HttpAnswer.json(200, json(setup.change(routedRequest.scope(), change)));
  }

  private HttpAnswer test(RoutedRequest routedRequest) {
    JsonBody.optional(routedRequest.httpRequest());
    if (setup.read(routedRequest.scope()).url() == null) {
      throw DomainRefusal.of(DomainRefusal.Reason.WEBHOOK_NOT_CONFIGURED);
    }
    return HttpAnswer.json(200, tester.test(routedRequest.scope()));
  }

  private static WebhookJson.Config json(WebhookConfigService.View view) {
    return new WebhookJson.Config(
        view.url(),
        view.enabled(),
        view.events(),
        view.secretSet(),
        view.newSecret(),
        Wire.time(view.updatedAt()));
  }
}
