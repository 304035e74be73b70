package duken.gateway.desk;

import duken.engine.invoice.SandboxControls;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.input.JsonBody;
import java.util.List;

/** The customer's phone and the practice bank's moods. */
public final class TrainingRoutes {

  private static final int LONGEST_WORD = 40;

  private final SandboxControls sandboxControls;

  /** Routes to this practice phone. */
  public TrainingRoutes(SandboxControls sandboxControls) {
    this.sandboxControls = sandboxControls;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(Route.post("/training/{id}", this::act));
  }

  private HttpAnswer act(RoutedRequest routedRequest) {
    BodyFields bodyFields = JsonBody.required(routedRequest.httpRequest());
    String action = bodyFields.requiredText("action", LONGEST_WORD);
    bodyFields.check();
    sandboxControls.act(routedRequest.caller(), routedRequest.id(), action);
    return HttpAnswer.empty();
  }
}
