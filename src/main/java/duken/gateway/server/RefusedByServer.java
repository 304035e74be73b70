package duken.gateway.server;

import duken.gateway.guard.HostGuard;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.RequestId;
import duken.gateway.problem.Problem;
import duken.gateway.problem.ProblemAnswers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives the error envelope to what the HTTP server itself refuses: it never becomes a call. */
final class RefusedByServer implements Request.Handler {

  private final HostGuard hosts;
  private final ProblemAnswers problems;
  private final RequestId requestIds;

  RefusedByServer(HostGuard hosts, ProblemAnswers problems, RequestId requestIds) {
    this.hosts = hosts;
    this.problems = problems;
    this.requestIds = requestIds;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    Problem problem =
        host != null && !hosts.allows(host)
            ? Problem.HOST_FORBIDDEN
            : problemOf(response.getStatus());
    AnswerLanguage language =
        AnswerLanguage.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE.asString()));
    HttpAnswer httpAnswer = answer(problem, language, HeadReader.requestId(request));
    response.setStatus(httpAnswer.status());
    httpAnswer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, httpAnswer.length());
    response.write(true, ByteBuffer.wrap(httpAnswer.body()), callback);
    return true;
  }

  /** A whole response for a client whose request took too long to begin. */
  byte[] timeout() {
    HttpAnswer httpAnswer = answer(Problem.REQUEST_TIMEOUT, AnswerLanguage.preferred(null), null);
    StringBuilder head =
        new StringBuilder("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: ")
            .append(httpAnswer.length())
            .append("\r\n");
    httpAnswer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + httpAnswer.body().length)
        .put(start)
        .put(httpAnswer.body())
        .array();
  }

  private HttpAnswer answer(Problem problem, AnswerLanguage language, String requestId) {
    return problems.of(problem, language).with(RequestId.HEADER, requestIds.of(requestId));
  }

  /**
   * The problem of a status the HTTP server chose. What it calls 501 and 505 is still the request's
   * fault, and no client gains from repeating it: the contract has no 5xx for it.
   */
  private static Problem problemOf(int status) {
    return switch (status) {
      case 408 -> Problem.REQUEST_TIMEOUT;
      case 413 -> Problem.PAYLOAD_TOO_LARGE;
      case 500 -> Problem.INTERNAL_ERROR;
      case 501 -> Problem.TRANSFER_NOT_SUPPORTED;
      case 503 -> Problem.SERVICE_UNAVAILABLE;
      case 505 -> Problem.HTTP_VERSION_NOT_SUPPORTED;
      default -> Problem.BAD_HEADER;
    };
  }
}
