package duken.gateway.callback;

import duken.api.Paths;
import duken.engine.CallbackService;
import duken.gateway.guard.CallbackLimiter;
import duken.gateway.http.Answer;
import duken.gateway.http.Route;
import duken.gateway.http.Visit;
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
    int status = status(callbacks.receive(incoming));
    return Answer.json(status, Map.of("ok", status == 200));
  }

  private static int status(CallbackService.Receipt receipt) {
    return switch (receipt) {
      case ACCEPTED -> 200;
      case UNREADABLE -> 400;
      case UNVERIFIED -> 401;
      case UNKNOWN_PAYMENT -> 404;
      case ALREADY_FAILED -> 409;
      case MISMATCH -> 422;
      case TRY_AGAIN -> 503;
    };
  }
}
