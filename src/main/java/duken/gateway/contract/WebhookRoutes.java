package duken.gateway.contract;

import duken.api.WebhookJson;
import duken.domain.Refusal;
import duken.domain.staff.Permission;
import duken.engine.WebhookSetup;
import duken.gateway.WebhookTester;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.input.Fields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** The webhook's configuration (gateway contract, section 12). */
public final class WebhookRoutes {

  private static final int LONGEST_URL = 2048;
  private static final int MOST_EVENTS = 20;
  private static final int LONGEST_SECRET = 512;

  private final WebhookSetup setup;
  private final WebhookTester tester;

  /** Routes over this configuration. */
  public WebhookRoutes(WebhookSetup setup, WebhookTester tester) {
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

  private Answer read(Visit visit) {
    return Answer.json(200, json(setup.read(visit.scope())));
  }

  private Answer change(Visit visit) {
    Fields fields = JsonBody.required(visit.call());
    Boolean rotate = fields.flag("rotate_secret");
    WebhookSetup.Change change =
        new WebhookSetup.Change(
            fields.text("url", LONGEST_URL),
            fields.flag("enabled"),
            fields.texts("events", MOST_EVENTS),
            fields.text("secret", LONGEST_SECRET),
            Boolean.TRUE.equals(rotate));
    fields.check();
    return Answer.json(200, json(setup.change(visit.scope(), change)));
  }

  private Answer test(Visit visit) {
    JsonBody.optional(visit.call());
    if (setup.read(visit.scope()).url() == null) {
      throw Refusal.of(Refusal.Reason.WEBHOOK_NOT_CONFIGURED);
    }
    return Answer.json(200, tester.test(visit.scope()));
  }

  private static WebhookJson.Config json(WebhookSetup.View view) {
    return new WebhookJson.Config(
        view.url(),
        view.enabled(),
        view.events(),
        view.secretSet(),
        view.newSecret(),
        Wire.time(view.updatedAt()));
  }
}
