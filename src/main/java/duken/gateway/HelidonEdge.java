package duken.gateway;

import duken.gateway.guard.BodyGuard;
import duken.gateway.http.Answer;
import duken.gateway.http.Call;
import duken.gateway.http.Percent;
import duken.gateway.http.RequestId;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Where HTTP becomes a {@link Call} and an {@link Answer} becomes HTTP. It runs on the server's
 * threads and does nothing but read and write the socket.
 */
final class HelidonEdge implements Handler {

  private static final String REQUEST_ID_TEXT = "X-Request-Id";
  private static final HeaderName REQUEST_ID = HeaderNames.create(REQUEST_ID_TEXT);
  private static final byte[] NO_BODY = new byte[0];
  private static final int PART = 8192;
  private static final long LINGER = 8L * BodyGuard.LARGEST;

  private final Gate gate;
  private final HandlerThreads threads;
  private final RequestId requestIds;
  private final Duration patience;

  /**
   * @param patience how long a client may take to send a body
   */
  HelidonEdge(Gate gate, HandlerThreads threads, RequestId requestIds, Duration patience) {
    this.gate = gate;
    this.threads = threads;
    this.requestIds = requestIds;
    this.patience = patience;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    String requestId = requestIds.of(request.headers().value(REQUEST_ID).orElse(null));
    Call head = null;
    Answer answer;
    boolean bodyWasRead = false;
    try {
      head = headOf(request, requestId);
      gate.checkHead(head, declaredLength(request));
      Call call = withBody(head, request);
      bodyWasRead = true;
      answer = threads.run(() -> gate.answer(call));
    } catch (RuntimeException e) {
      answer = gate.problem(e, head == null ? unreadable(requestId) : head);
    }
    boolean close =
        !bodyWasRead
            || threads.isClosing()
            || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    send(answer.with(REQUEST_ID_TEXT, requestId), request, response, close);
    if (!bodyWasRead) {
      linger(request);
    }
    if (close) {
      // Helidon 4.5.0 promises to close in its answer and then waits for the next request.
      throw new CloseConnectionException("the answer was sent");
    }
  }

  private static void send(
      Answer answer, ServerRequest request, ServerResponse response, boolean close) {
    response.status(answer.status());
    new TreeMap<>(answer.headers())
        .forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (close) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    if (request.prologue().method().text().equals("HEAD")) {
      response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
      response.send(NO_BODY);
    } else {
      response.send(answer.body());
    }
  }

  private static Call headOf(ServerRequest request, String requestId) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.headerName().lowerCase().toLowerCase(Locale.ROOT),
                    List.copyOf(header.allValues())));
    Map<String, List<String>> query;
    try {
      query = Percent.decodeForm(request.prologue().query().rawValue());
    } catch (IllegalArgumentException _) {
      throw Refused.because(Problem.BAD_REQUEST);
    }
    return new Call(
        request.prologue().method().text(),
        request.prologue().uriPath().rawPath(),
        query,
        headers,
        NO_BODY,
        request.remotePeer().host(),
        requestId);
  }

  private static long declaredLength(ServerRequest request) {
    OptionalLong length = request.headers().contentLength();
    return length.isPresent()
        ? length.getAsLong()
        : request.headers().contains(HeaderNames.TRANSFER_ENCODING) ? -1 : 0;
  }

  private Call withBody(Call head, ServerRequest request) {
    if (!request.content().hasEntity()) {
      return head;
    }
    try (InputStream in = request.content().inputStream()) {
      return head.withBody(read(in));
    } catch (IOException | UncheckedIOException _) {
      throw Refused.because(Problem.REQUEST_TIMEOUT);
    }
  }

  private byte[] read(InputStream in) throws IOException {
    long startedAt = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[PART];
    for (int count = in.read(part); count >= 0; count = in.read(part)) {
      body.write(part, 0, count);
      if (body.size() > BodyGuard.LARGEST) {
        throw Refused.because(Problem.PAYLOAD_TOO_LARGE);
      }
      if (System.nanoTime() - startedAt > patience.toNanos()) {
        throw Refused.because(Problem.REQUEST_TIMEOUT);
      }
    }
    return body.toByteArray();
  }

  /**
   * Reads on for a while what a client sends that was answered early. Without it the closing socket
   * is reset, and the client may lose the answer.
   */
  private static void linger(ServerRequest request) {
    boolean sends =
        request.content().hasEntity() && !request.headers().contains(HeaderNames.EXPECT);
    if (!sends) {
      return;
    }
    try (InputStream in = request.content().inputStream()) {
      in.skip(LINGER);
    } catch (IOException | RuntimeException _) {
      // The client has gone, which is as good.
    }
  }

  private static Call unreadable(String requestId) {
    return new Call("", "", Map.of(), Map.of(), NO_BODY, "", requestId);
  }
}
