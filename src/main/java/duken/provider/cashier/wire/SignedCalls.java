package duken.provider.cashier.wire;

import duken.provider.SignInOutcome.Trouble;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.session.DeviceIdentity;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.cashier.wire.SessionLimiter.Urgency;
import duken.provider.http.BankHttp;
import duken.provider.http.HttpOutcome;
import duken.provider.http.HttpOutcome.Answered;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Signed calls to mtoken and qrpay. A refused MAC is repeated once with the bank's clock: the bank
 * refused, so nothing was carried out (cashier sheet, section 9).
 */
public final class SignedCalls {

  private static final MediaType JSON = MediaType.get("application/json");

  private final SignedHeaders headers;
  private final BankHttp http;
  private final BankClock clock;
  private final CashierSettings settings;
  private final SessionLimiter limiter;

  public SignedCalls(
      CashierSettings settings, SignedHeaders headers, BankHttp http, BankClock clock) {
    this.settings = settings;
    this.headers = headers;
    this.http = http;
    this.clock = clock;
    this.limiter = new SessionLimiter(settings.parallelCalls());
  }

  BankAnswer get(String name, CashierSession session, String url) {
    return twice(
        () ->
            send(
                name,
                session,
                () -> request(url, headers.qrpay(session, url, null, clock.now())).get().build(),
                null));
  }

  BankAnswer post(String name, CashierSession session, String url, Object body) {
    return post(name, session, url, body, null);
  }

  /**
   * @param limit shorter than the usual one, or null for that
   */
  BankAnswer post(String name, CashierSession session, String url, Object body, Duration limit) {
    String json = BankAnswer.JSON.writeValueAsString(body);
    return twice(
        () ->
            send(
                name,
                session,
                () -> post(url, headers.qrpay(session, url, json, clock.now()), json),
                limit));
  }

  /** Organisation context. */
  public BankAnswer mtoken(String name, CashierSession session, String url, Object body) {
    return twice(() -> mtokenOnce(name, session, url, body));
  }

  /** Refresh: never repeated, not even for the clock's sake. */
  public BankAnswer mtokenOnce(String name, CashierSession session, String url, Object body) {
    String json = BankAnswer.JSON.writeValueAsString(body);
    return send(
        name,
        session,
        () -> post(url, headers.mtoken(session, url, json, clock.now()), json),
        null);
  }

  /** The finish call; its answer has an envelope of its own. */
  public HttpOutcome finish(DeviceIdentity identity, String url, Object body) {
    String json = BankAnswer.JSON.writeValueAsString(body);
    Map<String, String> signed = headers.finish(identity, url, json, clock.now());
    HttpOutcome outcome = http.call("kpentrance/finish", post(url, signed, json));
    learn(outcome);
    return outcome;
  }

  private BankAnswer twice(Supplier<BankAnswer> call) {
    BankAnswer first = call.get();
    if (!(first instanceof BankAnswer.MacRefused)) {
      return first;
    }
    BankAnswer second = call.get();
    return second instanceof BankAnswer.MacRefused
        ? new BankAnswer.SessionDead(Trouble.OTHER_DEVICE)
        : second;
  }

  /** The request is signed when there is a place for it: a signature lives for seconds. */
  private BankAnswer send(
      String name, CashierSession session, Supplier<Request> request, Duration limit) {
    Duration patience = limit == null ? settings.times().callTimeout() : limit;
    if (!limiter.enter(session.tokenSerial(), Urgency.of(name), patience)) {
      return new BankAnswer.NotSent("session_busy");
    }
    HttpOutcome outcome;
    try {
      outcome =
          limit == null ? http.call(name, request.get()) : http.call(name, request.get(), limit);
    } finally {
      limiter.leave(session.tokenSerial());
    }
    learn(outcome);
    return BankAnswer.of(outcome, settings);
  }

  private void learn(HttpOutcome outcome) {
    if (outcome instanceof Answered answered) {
      clock.learn(answered.date());
    }
  }

  private static Request post(String url, Map<String, String> signed, String json) {
    RequestBody body = RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
    return request(url, signed).post(body).build();
  }

  private static Request.Builder request(String url, Map<String, String> signed) {
    Request.Builder request = new Request.Builder().url(url);
    signed.forEach(request::header);
    return request;
  }
}
