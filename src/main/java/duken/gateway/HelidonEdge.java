package duken.gateway;

import duken.gateway.guard.BodyKind;
import duken.gateway.http.Answer;
import duken.gateway.http.Call;
import duken.gateway.http.Percent;
import duken.gateway.http.RequestId;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where HTTP becomes a {@link Call} and an {@link Answer} becomes HTTP. It runs on the server's
 * threads and does nothing but read and write the socket.
 */
final class HelidonEdge implements Handler {

  private static final String REQUEST_ID_TEXT = "X-Request-Id";
  private static final HeaderName REQUEST_ID = HeaderNames.create(REQUEST_ID_TEXT);

  /** After these nothing more can be read that makes sense. */
  private static final Set<Integer> BROKEN =
      Set.of(Problem.BAD_REQUEST.status(), Problem.REQUEST_TIMEOUT.status());

  private static final byte[] NO_BODY = new byte[0];
  private static final long LINGER = 8L * BodyKind.JSON.largest();

  private final Gate gate;
  private final HandlerThreads threads;
  private final RequestId requestIds;

  HelidonEdge(Gate gate, HandlerThreads threads, RequestId requestIds) {
    this.gate = gate;
    this.threads = threads;
    this.requestIds = requestIds;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    String requestId = requestIds.of(request.headers().value(REQUEST_ID).orElse(null));
    Call head = unreadable(requestId);
    boolean bodyWasRead = false;
    try {
      head = headOf(request, requestId);
      BodyKind kind = gate.checkHead(head, declaredLength(request));
      Optional<Answer> refusal = kind == BodyKind.PICTURE ? refusal(head) : Optional.empty();
      if (refusal.isPresent()) {
        answer(refusal.get(), head, request, response, true);
        return;
      }
      Call call = withBody(head, request, kind);
      bodyWasRead = true;
      threads.enter();
      try {
        answer(HandlerThreads.run(() -> gate.answer(call)), call, request, response, false);
      } finally {
        threads.leave();
      }
    } catch (Refused refused) {
      answer(gate.problem(refused, head), head, request, response, !bodyWasRead);
    }
  }

  private void answer(
      Answer answer, Call call, ServerRequest request, ServerResponse response, boolean unread) {
    boolean close =
        unread
            || threads.isClosing()
            || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    send(answer.with(REQUEST_ID_TEXT, call.requestId()), request, response, close);
    if (unread && !BROKEN.contains(answer.status())) {
      linger(request);
    }
    if (close) {
      // Helidon 4.5.0 promises to close in its answer and then waits for the next request.
      throw new CloseConnectionException("the answer was sent");
    }
  }

  /** Nothing when the caller may send as much as a picture is. */
  private Optional<Answer> refusal(Call head) {
    threads.enter();
    try {
      return Optional.ofNullable(HandlerThreads.run(() -> gate.admit(head).orElse(null)));
    } finally {
      threads.leave();
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
      response.header(HeaderNames.CONTENT_LENGTH, Long.toString(answer.length()));
      drop(answer);
      response.send(NO_BODY);
    } else if (answer.source() != null) {
      response.header(HeaderNames.CONTENT_LENGTH, Long.toString(answer.length()));
      flow(answer.source(), response);
    } else {
      response.send(answer.body());
    }
  }

  private static void flow(Answer.Source source, ServerResponse response) {
    try (InputStream in = source.content();
        OutputStream out = response.outputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // Half of it may be on its way: only a cut connection tells the client so.
      throw new CloseConnectionException("a body broke off", e);
    }
  }

  private static void drop(Answer answer) {
    if (answer.source() != null) {
      try {
        answer.source().content().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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

  private static Call withBody(Call head, ServerRequest request, BodyKind kind) {
    if (!request.content().hasEntity()) {
      return head;
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] body = in.readNBytes(kind.largest() + 1);
      if (body.length > kind.largest()) {
        throw Refused.because(kind.tooLarge());
      }
      return head.withBody(body);
    } catch (RequestException e) {
      Problem problem = DirectAnswers.problemOf(e.status().code());
      throw Refused.because(problem == Problem.PAYLOAD_TOO_LARGE ? kind.tooLarge() : problem);
    } catch (IOException | UncheckedIOException | NumberFormatException _) {
      // The last is what Helidon 4.5.0 makes of a chunk's size that is no number.
      throw Refused.because(Problem.BAD_REQUEST);
    }
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
