package duken.gateway.server;

import duken.gateway.guard.BodyKind;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.HttpRequest;
import duken.gateway.http.RequestId;
import duken.gateway.problem.HttpRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where a request of the HTTP server becomes a {@link HttpRequest} and an {@link HttpAnswer} its
 * response. It works on virtual threads that nobody interrupts (decision 0011).
 */
final class RequestHandler extends Handler.Abstract {

  private static final long LINGER = 8L * BodyKind.JSON.largest();

  private final RequestPipeline pipeline;
  private final RequestsInFlight inFlight;
  private final RequestId requestIds;
  private final Limits limits;
  private final BodyBudget budget = BodyBudget.ofHeap();

  /**
   * @param patience how long a request may take to arrive
   * @param uploads where pictures are written to while they arrive
   */
  record Limits(Duration patience, Path uploads) {}

  RequestHandler(
      RequestPipeline pipeline, RequestsInFlight inFlight, RequestId requestIds, Limits limits) {
    this.pipeline = pipeline;
    this.inFlight = inFlight;
    this.requestIds = requestIds;
    this.limits = limits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (Thread.currentThread().isVirtual()) {
      serve(request, response, callback);
    } else {
      // A request that was sent right behind another begins on a thread of the server's pool.
      Thread unused = RequestThreads.start(() -> serve(request, response, callback));
    }
    return true;
  }

  private void serve(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response);
    try {
      // Waiting for a bank or for news is no idleness; reading and writing have their own limits.
      request.addIdleTimeoutListener(_ -> false);
      exchange.carryOut();
      exchange.complete(callback);
    } catch (IOException | RuntimeException | Error e) {
      callback.failed(e);
    }
  }

  /** One request on its way to its answer. */
  private final class Exchange {
    private final Request request;
    private final Response response;
    private HttpRequest httpRequest;
    private RequestBody body;
    private RequestPipeline.Admission admission;
    private boolean bodyWasRead;
    private int taken;

    Exchange(Request request, Response response) {
      this.request = request;
      this.response = response;
      this.httpRequest = HeadReader.unreadable(requestIds.of(HeadReader.requestId(request)));
    }

    void carryOut() throws IOException {
      try {
        inFlight.enter();
      } catch (HttpRefusal httpRefusal) {
        send(pipeline.problem(httpRefusal, httpRequest));
        return;
      }
      try {
        admitAndAnswer();
      } catch (RuntimeException e) {
        send(pipeline.problem(e, httpRequest));
      } finally {
        budget.give(taken);
        inFlight.leave();
      }
    }

    void complete(Callback callback) {
      if (body != null && body.isAbandoned()) {
        callback.failed(new UnfinishedRequest());
      } else {
        callback.succeeded();
      }
    }

    private void admitAndAnswer() throws IOException {
      httpRequest = HeadReader.read(request, httpRequest.requestId());
      long length = HeadReader.declaredLength(request);
      bodyWasRead = length == 0;
      admission = pipeline.admit(httpRequest, length);
      if (length == 0) {
        send(pipeline.answer(httpRequest, admission));
        return;
      }
      body = new RequestBody(request, admission.body(), limits.patience());
      if (admission.body() == BodyKind.PICTURE) {
        send(answerUpload());
      } else {
        httpRequest = httpRequest.withBody(readBody(length));
        bodyWasRead = true;
        send(pipeline.answer(httpRequest, admission));
      }
    }

    private HttpAnswer answerUpload() {
      budget.beginUpload(body.deadline());
      try (UploadedForm form =
          UploadedForm.read(
              httpRequest.header("content-type").orElse(""), body, limits.uploads())) {
        bodyWasRead = true;
        httpRequest = httpRequest.withForm(form.parts());
        return pipeline.answer(httpRequest, admission);
      } finally {
        budget.endUpload();
      }
    }

    /** Reads a body whole; what is large of it comes out of the budget. */
    private byte[] readBody(long declared) {
      byte[] bytes = new byte[declared < 0 ? BodyBudget.FREE : firstPiece(declared)];
      int length = 0;
      while (true) {
        int read = body.read(bytes, length, bytes.length - length);
        if (read < 0) {
          return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
        length += read;
        if (length == declared) {
          return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        }
        if (length == bytes.length) {
          int more = declared < 0 ? length : (int) Math.min(length, declared - length);
          budget.take(more, body.deadline());
          taken += more;
          bytes = Arrays.copyOf(bytes, length + more);
        }
      }
    }

    private static int firstPiece(long declared) {
      return (int) Math.min(declared, BodyBudget.FREE);
    }

    private void send(HttpAnswer httpAnswer) throws IOException {
      boolean close = !bodyWasRead || inFlight.isClosing();
      HttpAnswer whole = httpAnswer.with(RequestId.HEADER, httpRequest.requestId());
      AnswerWriter.write(
          admission == null ? whole : whole.withMissing(admission.standing()),
          request,
          response,
          close);
      if (!bodyWasRead && (body == null || !body.isBroken())) {
        linger();
      }
    }

    /**
     * Reads on for a while what a client sends that was answered early. Without it the closing
     * socket is reset, and the client may lose the answer.
     */
    private void linger() {
      if (httpRequest.header("expect").isEmpty()) {
        RequestBody rest =
            body == null ? new RequestBody(request, BodyKind.JSON, limits.patience()) : body;
        rest.drain(LINGER);
        body = rest;
      }
    }
  }

  /** A client that did not send what it said, and has been told so. */
  private static final class UnfinishedRequest extends IOException {
    private static final long serialVersionUID = 1L;

    UnfinishedRequest() {
      super("a request did not come to its end");
    }
  }
}
