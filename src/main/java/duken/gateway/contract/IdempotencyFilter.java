package duken.gateway.contract;

import duken.domain.DomainRefusal;
import duken.engine.runtime.Caller;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.IdempotencyService.Start;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.HttpRequest;
import duken.gateway.http.RoutedRequest;
import duken.gateway.input.JsonBody;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import duken.security.Digests;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The header {@code Idempotency-Key} (gateway contract, section 6). */
public final class IdempotencyFilter {

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final String HEADER = "idempotency-key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,200}");
  private static final Set<Integer> KEPT_PROBLEMS = Set.of(400, 409);

  /** Nothing was begun, and soon it may be: the same key may ask again. */
  private static final Set<DomainRefusal.Reason> PASSING =
      EnumSet.of(DomainRefusal.Reason.TERMINAL_BUSY, DomainRefusal.Reason.REFUND_IN_PROGRESS);

  private final IdempotencyService calls;
  private final ProblemAnswers problems;

  /**
   * @param problems makes the answers that are kept although they are no success
   */
  public IdempotencyFilter(IdempotencyService calls, ProblemAnswers problems) {
    this.calls = calls;
    this.problems = problems;
  }

  /**
   * Carries a call out, or answers it as it was answered before.
   *
   * @param work carries it out
   * @param fromMade answers from what an earlier call made; null when that came to nothing and the
   *     call may be carried out again
   * @throws HttpRefusal BAD_REQUEST for a malformed key, IDEMPOTENCY_CONFLICT,
   *     IDEMPOTENCY_IN_PROGRESS
   */
  public HttpAnswer answer(
      RoutedRequest routedRequest,
      Function<Caller, HttpAnswer> work,
      BiFunction<Caller, Long, HttpAnswer> fromMade) {
    HttpRequest httpRequest = routedRequest.httpRequest();
    if (httpRequest.headerCount(HEADER) == 0) {
      return work.apply(routedRequest.caller());
    }
    String key = httpRequest.header(HEADER).orElseThrow();
    if (httpRequest.headerCount(HEADER) > 1 || !FORM.matcher(key).matches()) {
      throw HttpRefusal.because(Problem.BAD_HEADER);
    }
    String callKey = callKey(routedRequest, key);
    return switch (calls.begin(callKey, digest(httpRequest))) {
      case Start.UnderWay() -> throw HttpRefusal.tryAfter(Problem.IDEMPOTENCY_IN_PROGRESS, 1);
      case Start.OtherBody() -> throw HttpRefusal.because(Problem.IDEMPOTENCY_CONFLICT);
      case Start.Answered(int status, String body) ->
          replayed(HttpAnswer.stored(status, body.getBytes(StandardCharsets.UTF_8)));
      case Start.Unanswered(long madeId) ->
          fromMade(routedRequest, callKey, madeId, work, fromMade);
      case Start.Fresh() -> carryOut(routedRequest, callKey, work);
    };
  }

  private HttpAnswer fromMade(
      RoutedRequest routedRequest,
      String callKey,
      long madeId,
      Function<Caller, HttpAnswer> work,
      BiFunction<Caller, Long, HttpAnswer> fromMade) {
    HttpAnswer httpAnswer;
    try {
      httpAnswer = fromMade.apply(routedRequest.caller(), madeId);
      if (httpAnswer == null) {
        calls.again(callKey);
      }
    } catch (RuntimeException | Error e) {
      calls.giveUp(callKey);
      throw e;
    }
    if (httpAnswer == null) {
      return carryOut(routedRequest, callKey, work);
    }
    keep(callKey, httpAnswer);
    return replayed(httpAnswer);
  }

  private HttpAnswer carryOut(
      RoutedRequest routedRequest, String callKey, Function<Caller, HttpAnswer> work) {
    HttpAnswer httpAnswer;
    try {
      httpAnswer = work.apply(routedRequest.caller().with(callKey));
    } catch (RuntimeException e) {
      HttpRequest httpRequest = routedRequest.httpRequest();
      httpAnswer = problems.of(e, httpRequest.language(), httpRequest.requestId());
      boolean nothingHappened =
          e instanceof DomainRefusal domainRefusal && PASSING.contains(domainRefusal.reason());
      if (nothingHappened || !KEPT_PROBLEMS.contains(httpAnswer.status())) {
        calls.giveUp(callKey);
        return httpAnswer;
      }
    } catch (Error e) {
      calls.giveUp(callKey);
      throw e;
    }
    keep(callKey, httpAnswer);
    return httpAnswer;
  }

  private void keep(String callKey, HttpAnswer httpAnswer) {
    try {
      calls.finish(
          callKey, httpAnswer.status(), new String(httpAnswer.body(), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      // The call was carried out and its answer is true. Repeated, it is answered from what it
      // made.
      LOG.warn("an answer could not be kept for a repetition: {}", e.getClass().getName());
    }
  }

  private static HttpAnswer replayed(HttpAnswer httpAnswer) {
    return httpAnswer.with("Idempotent-Replayed", "true");
  }

  private static String digest(HttpRequest httpRequest) {
    return Digests.sha256Hex(
        JsonBody.isEmpty(httpRequest) ? "{}".getBytes(StandardCharsets.UTF_8) : httpRequest.body());
  }

  private static String callKey(RoutedRequest routedRequest, String key) {
    String path = routedRequest.httpRequest().path().replaceFirst("/$", "");
    String text =
        String.join(
            "\n",
            Long.toString(routedRequest.caller().tenantId()),
            routedRequest.caller().mode().word(),
            routedRequest.httpRequest().method(),
            path,
            key);
    return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
