package duken.gateway.contract;

import duken.domain.DomainRefusal;
import duken.engine.runtime.Caller;
import duken.engine.runtime.IdempotencyService;
import duken.engine.runtime.IdempotencyService.Start;
import duken.gateway.http.Answer;
import duken.gateway.http.Call;
import duken.gateway.http.Visit;
import duken.gateway.input.JsonBody;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import duken.gateway.problem.Refused;
import duken.security.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The header {@code Idempotency-Key} (gateway contract, section 6). */
public final class OnceOnly {

  private static final Logger LOG = LoggerFactory.getLogger(OnceOnly.class);
  private static final String HEADER = "idempotency-key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,200}");
  private static final Set<Integer> KEPT_PROBLEMS = Set.of(400, 409);

  private final IdempotencyService calls;
  private final ProblemAnswers problems;

  /**
   * @param problems makes the answers that are kept although they are no success
   */
  public OnceOnly(IdempotencyService calls, ProblemAnswers problems) {
    this.calls = calls;
    this.problems = problems;
  }

  /**
   * Carries a call out, or answers it as it was answered before.
   *
   * @param work carries it out
   * @param fromMade answers from what an earlier call made; null when that came to nothing and the
   *     call may be carried out again
   * @throws Refused BAD_REQUEST for a malformed key, IDEMPOTENCY_CONFLICT, IDEMPOTENCY_IN_PROGRESS
   */
  Answer answer(
      Visit visit, Function<Caller, Answer> work, BiFunction<Caller, Long, Answer> fromMade) {
    Call call = visit.call();
    if (call.headerCount(HEADER) == 0) {
      return work.apply(visit.caller());
    }
    String key = call.header(HEADER).orElseThrow();
    if (call.headerCount(HEADER) > 1 || !FORM.matcher(key).matches()) {
      throw Refused.because(Problem.BAD_HEADER);
    }
    String callKey = callKey(visit, key);
    return switch (calls.begin(callKey, digest(call))) {
      case Start.UnderWay() -> throw Refused.tryAfter(Problem.IDEMPOTENCY_IN_PROGRESS, 1);
      case Start.OtherBody() -> throw Refused.because(Problem.IDEMPOTENCY_CONFLICT);
      case Start.Answered(int status, String body) ->
          replayed(Answer.stored(status, body.getBytes(StandardCharsets.UTF_8)));
      case Start.Unanswered(long madeId) -> fromMade(visit, callKey, madeId, work, fromMade);
      case Start.Fresh() -> carryOut(visit, callKey, work);
    };
  }

  private Answer fromMade(
      Visit visit,
      String callKey,
      long madeId,
      Function<Caller, Answer> work,
      BiFunction<Caller, Long, Answer> fromMade) {
    Answer answer;
    try {
      answer = fromMade.apply(visit.caller(), madeId);
      if (answer == null) {
        calls.again(callKey);
      }
    } catch (RuntimeException | Error e) {
      calls.giveUp(callKey);
      throw e;
    }
    if (answer == null) {
      return carryOut(visit, callKey, work);
    }
    keep(callKey, answer);
    return replayed(answer);
  }

  private Answer carryOut(Visit visit, String callKey, Function<Caller, Answer> work) {
    Answer answer;
    try {
      answer = work.apply(visit.caller().with(callKey));
    } catch (RuntimeException e) {
      Call call = visit.call();
      answer = problems.of(e, call.language(), call.requestId());
      boolean nothingHappened =
          e instanceof DomainRefusal domainRefusal && domainRefusal.reason() == DomainRefusal.Reason.TERMINAL_BUSY;
      if (nothingHappened || !KEPT_PROBLEMS.contains(answer.status())) {
        calls.giveUp(callKey);
        return answer;
      }
    } catch (Error e) {
      calls.giveUp(callKey);
      throw e;
    }
    keep(callKey, answer);
    return answer;
  }

  private void keep(String callKey, Answer answer) {
    try {
      calls.finish(callKey, answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      // The call was carried out and its answer is true. Repeated, it is answered from what it
      // made.
      LOG.warn("an answer could not be kept for a repetition: {}", e.getClass().getName());
    }
  }

  private static Answer replayed(Answer answer) {
    return answer.with("Idempotent-Replayed", "true");
  }

  private static String digest(Call call) {
    return Digests.sha256Hex(
        JsonBody.isEmpty(call) ? "{}".getBytes(StandardCharsets.UTF_8) : call.body());
  }

  private static String callKey(Visit visit, String key) {
    String path = visit.call().path().replaceFirst("/$", "");
    String text =
        String.join(
            "\n",
            Long.toString(visit.caller().tenantId()),
            visit.caller().mode().word(),
            visit.call().method(),
            path,
            key);
    return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
