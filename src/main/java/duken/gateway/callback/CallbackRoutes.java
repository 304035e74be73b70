package duken.gateway.callback;

import duken.api.Paths;
import duken.engine.CallbackService;
import duken.gateway.guard.CallbackLimiter;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.util.List;
import java.util.Map;

/** What a bank calls about a payment (ePay sheet, section 6). The answers tell nothing besides. */
public final class CallbackRoutes {

  private static final String EPAY = "epay";

  private final CallbackService callbacks;
  private final CallbackLimiter limiter;

  /** Routes to this service. */
  public CallbackRoutes(CallbackService callbacks, CallbackLimiter limiter) {
    this.callbacks = callbacks;
    this.limiter = limiter;
  }

  /** The routes, with whole paths. */
  public List<Route> routes() {
    String base = Paths.CALLBACKS + "/" + EPAY + "/{reference}";
    return List.of(
        Route.post(base + "/post", visit -> receive(visit, false)),
        Route.post(base + "/failure", visit -> receive(visit, true)));
  }

  private Answer receive(Visit visit, boolean failure) {
    String source = limiter.count(visit.call());
    CallbackService.Incoming incoming =
        new CallbackService.Incoming(
            EPAY,
            visit.parameters().get("reference"),
            failure,
            visit.call().headers(),
            visit.call().body(),
            source);
    return answer(callbacks.receive(incoming));
  }

  private static Answer answer(CallbackService.Receipt receipt) {
    return switch (receipt) {
      case ACCEPTED -> Answer.json(200, Map.of("ok", true));
      case UNVERIFIED -> Answer.json(401, Map.of("ok", false));
      case ALREADY_FAILED -> Answer.json(409, Map.of("ok", false));
      case MISMATCH -> Answer.json(422, Map.of("ok", false));
      case UNREADABLE -> throw Refused.because(Problem.BAD_REQUEST);
      case UNKNOWN_PAYMENT -> throw Refused.because(Problem.NOT_FOUND);
      case TRY_AGAIN -> throw Refused.because(Problem.SERVICE_UNAVAILABLE);
    };
  }
}
