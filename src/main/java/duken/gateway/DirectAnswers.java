package duken.gateway;

import duken.gateway.guard.HostGuard;
import duken.gateway.http.Answer;
import duken.gateway.http.Language;
import duken.gateway.http.RequestId;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** Gives the error envelope to what the HTTP server itself refuses: it never reaches the gate. */
final class DirectAnswers implements DirectHandler {

  private final HostGuard hosts;
  private final ProblemAnswers problems;
  private final RequestId requestIds;

  DirectAnswers(HostGuard hosts, ProblemAnswers problems, RequestId requestIds) {
    this.hosts = hosts;
    this.problems = problems;
    this.requestIds = requestIds;
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status defaultStatus,
      ServerResponseHeaders responseHeaders,
      String message) {
    ServerRequestHeaders headers = request.headers();
    String host = headers.value(HeaderNames.HOST).orElse(null);
    boolean foreign = host != null && !hosts.allows(host);
    Problem problem = foreign ? Problem.HOST_FORBIDDEN : problemOf(defaultStatus.code(), request);
    Language language = Language.preferred(headers.value(HeaderNames.ACCEPT_LANGUAGE).orElse(null));
    Answer answer =
        problems
            .of(problem, language)
            .with(
                "X-Request-Id",
                requestIds.of(headers.value(HeaderNames.create("X-Request-Id")).orElse(null)));
    TransportResponse.Builder response =
        TransportResponse.builder()
            .status(Status.create(answer.status()))
            .keepAlive(false)
            .entity(answer.body());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    return response.build();
  }

  /**
   * The problem of a status the HTTP server chose. What it calls 501 and 505 is still the request's
   * fault, and no client gains from repeating it: the contract has no 5xx for it.
   */
  static Problem problemOf(int status) {
    return switch (status) {
      case 408 -> Problem.REQUEST_TIMEOUT;
      case 413 -> Problem.PAYLOAD_TOO_LARGE;
      case 500 -> Problem.INTERNAL_ERROR;
      case 501 -> Problem.TRANSFER_NOT_SUPPORTED;
      case 503 -> Problem.SERVICE_UNAVAILABLE;
      case 505 -> Problem.HTTP_VERSION_NOT_SUPPORTED;
      default -> Problem.BAD_REQUEST;
    };
  }

  private static Problem problemOf(int status, TransportRequest request) {
    Problem problem = problemOf(status);
    return problem == Problem.PAYLOAD_TOO_LARGE && isUpload(request)
        ? Problem.FILE_TOO_LARGE
        : problem;
  }

  private static boolean isUpload(TransportRequest request) {
    return request.path() != null && Gate.isUpload(request.path().split("[?]", 2)[0]);
  }
}
