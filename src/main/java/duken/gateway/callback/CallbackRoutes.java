package duken.gateway.callback;

import duken.api.Paths;
import duken.engine.callback.CallbackService;
import duken.gateway.guard.CallbackLimiter;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.util.List;
import java.util.Map;

/** What a bank calls about a payment (ePay sheet, section 6). The answers tell nothing besides. */
public final class CallbackRoutes {

  private static final String EPAY = "epay";

  private final CallbackService callbacks;
  private final CallbackLimiter limiter;

  public CallbackRoutes(CallbackService callbacks, CallbackLimiter limiter) {
    this.callbacks = callbacks;
    this.limiter = limiter;
  }

  /** The routes, with whole paths. */
  public List<Route> routes() {
    String base = Paths.CALLBACKS + "/" + EPAY + "/{reference}";
    return List.of(
        Route.post(base + "/post", routedRequest -> receive(routedRequest, false)),
        Route.post(base + "/failure", routedRequest -> receive(routedRequest, true)));
  }

  private HttpAnswer receive(RoutedRequest routedRequest, boolean failure) {
    String source = limiter.count(routedRequest.httpRequest());
    CallbackService.Incoming incoming =
        new CallbackService.Incoming(
            EPAY,
            routedRequest.parameters().get("reference"),
            failure,
            routedRequest.httpRequest().headers(),
            routedRequest.httpRequest().body(),
            source);
    return answer(callbacks.receive(incoming));
  }

  private static HttpAnswer answer(CallbackService.Receipt receipt) {
    return switch (receipt) {
      case ACCEPTED -> HttpAnswer.json(200, Map.of("ok", true));
      case UNVERIFIED -> HttpAnswer.json(401, Map.of("ok", false));
      case ALREADY_FAILED -> HttpAnswer.json(409, Map.of("ok", false));
      case MISMATCH -> HttpAnswer.json(422, Map.of("ok", false));
      case UNREADABLE -> throw HttpRefusal.because(Problem.BAD_REQUEST);
      case UNKNOWN_PAYMENT -> throw HttpRefusal.because(Problem.NOT_FOUND);
      case TRY_AGAIN -> throw HttpRefusal.because(Problem.SERVICE_UNAVAILABLE);
    };
  }
}
