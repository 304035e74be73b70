package duken.gateway.problem;

import duken.api.ProblemJson;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Money;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.SumText;
import duken.store.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that turns everything that is not a success into the error envelope with its
 * compatibility mirrors (gateway contract, section 4). Nothing of an exception but its class and
 * place reaches the log, and nothing of it reaches the client.
 */
public final class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private static final String RETRY_AFTER = "Retry-After";

  private final ProblemTexts problemTexts = ProblemTexts.problems();
  private final boolean mirrors;

  /**
   * @param mirrors whether the compatibility mirrors are added
   */
  public ProblemAnswers(boolean mirrors) {
    this.mirrors = mirrors;
  }

  /** The answer for anything thrown while a call was served. */
  public HttpAnswer of(RuntimeException thrown, AnswerLanguage language, String requestId) {
    return switch (thrown) {
      case HttpRefusal httpRefusal ->
          answer(
              httpRefusal.problem(),
              httpRefusal.fields(),
              Map.of(),
              httpRefusal.headers(),
              language);
      case DomainRefusal domainRefusal ->
          answer(
              Problem.of(domainRefusal.reason()),
              domainRefusal.fields(),
              domainRefusal.extra(),
              headersOf(domainRefusal),
              language);
      case StoreUnavailable unavailable -> {
        log(unavailable, requestId);
        yield answer(
            Problem.SERVICE_UNAVAILABLE, Map.of(), Map.of(), Map.of(RETRY_AFTER, "5"), language);
      }
      default -> {
        log(thrown, requestId);
        yield of(Problem.INTERNAL_ERROR, language);
      }
    };
  }

  /** The answer for a problem that needs no more words. */
  public HttpAnswer of(Problem problem, AnswerLanguage language) {
    return answer(problem, Map.of(), Map.of(), Map.of(), language);
  }

  private HttpAnswer answer(
      Problem problem,
      Map<String, List<Complaint>> complaints,
      Map<String, Object> extra,
      Map<String, String> headers,
      AnswerLanguage language) {
    String message =
        problem == Problem.TERMINAL_BUSY && extra.get("amount") instanceof Money held
            ? problemTexts.get(language, "problem.terminal_busy.with", SumText.of(held.toWire()))
            : problemTexts.ofBank(
                language,
                extra.get(DomainRefusal.BANK_CODE),
                extra.get(DomainRefusal.BANK_MESSAGE),
                problemTexts.get(language, problem.textKey()));
    Map<String, List<String>> fields = inWords(complaints, language);
    Long wait = mirrors && problem == Problem.RATE_LIMITED ? seconds(headers) : null;
    return HttpAnswer.json(
            problem.status(),
            new ProblemJson(
                new ProblemJson.Problem(problem.code(), message, fields),
                mirrors ? message : null,
                mirrors && problem.status() == 422 ? fields : null,
                mirrors ? problem.mirror() : null,
                wait,
                wait,
                mirrors && extra.get("invoice_id") instanceof Number id ? id.longValue() : null,
                mirrors && extra.get("status") instanceof String status ? status : null))
        .with(headers);
  }

  private Map<String, List<String>> inWords(
      Map<String, List<Complaint>> complaints, AnswerLanguage language) {
    Map<String, List<String>> words = new TreeMap<>();
    complaints.forEach(
        (field, of) ->
            words.put(
                field,
                of.stream()
                    .map(
                        complaint ->
                            problemTexts.get(
                                language,
                                "field." + complaint.key(),
                                "field.invalid",
                                complaint.args()))
                    .toList()));
    return words;
  }

  private static Map<String, String> headersOf(DomainRefusal domainRefusal) {
    return domainRefusal.reason() == DomainRefusal.Reason.PIN_BLOCKED
        ? Map.of(RETRY_AFTER, domainRefusal.extra().getOrDefault("retry_after", 1).toString())
        : Map.of();
  }

  private static Long seconds(Map<String, String> headers) {
    return headers.containsKey(RETRY_AFTER) ? Long.valueOf(headers.get(RETRY_AFTER)) : null;
  }

  private static void log(RuntimeException thrown, String requestId) {
    LOG.error("call {} failed: {}", requestId, Traces.withoutMessages(thrown));
  }
}
