package duken.gateway.server;

import duken.engine.runtime.InFlight;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.time.Duration;

/** Counts the requests that are being answered, so that the server can end after the last. */
final class RequestsInFlight {

  private final InFlight answering = new InFlight();
  private volatile boolean closing;

  /**
   * Lets a request in; {@link #leave} must follow when it was answered.
   *
   * @throws HttpRefusal SERVICE_UNAVAILABLE when the server is stopping
   */
  void enter() {
    // Counted before it is asked: whoever closes and finds none has let nobody in behind its back.
    answering.begin();
    if (closing) {
      answering.end();
      throw HttpRefusal.tryAfter(Problem.SERVICE_UNAVAILABLE, 5);
    }
  }

  /** The request was answered, or its client is gone. */
  void leave() {
    answering.end();
  }

  boolean isClosing() {
    return closing;
  }

  /** Takes no new request from now on. */
  void startClosing() {
    closing = true;
  }

  /**
   * Waits until every request is answered.
   *
   * @return whether they are; if not, they are left to finish by themselves
   */
  boolean awaitNone(Duration patience) {
    return answering.awaitNone(patience);
  }
}
