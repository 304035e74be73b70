package duken.gateway.server;

import duken.gateway.guard.BodyKind;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.HttpRequest;
import java.util.Map;

/**
 * What answers the calls that a server reads. The head is judged before a byte of the body is read.
 */
public interface RequestPipeline {

  /**
   * Judges a call by its head: host, origin, key, rate, route, and what it may carry.
   *
   * @param declaredLength of the body in bytes; 0 without one, -1 when it is not declared
   * @throws duken.gateway.problem.Refused when it may not go on
   */
  Admission admit(HttpRequest head, long declaredLength);

  /** Answers a call that was read whole, whatever happens. */
  HttpAnswer answer(HttpRequest httpRequest, Admission admission);

  /** Answers whatever was thrown before. */
  HttpAnswer problem(RuntimeException thrown, HttpRequest httpRequest);

  /** What a call was admitted to. */
  interface Admission {

    /** What it may carry. */
    BodyKind body();

    /** Headers that its answer gets besides, whatever the answer is. */
    Map<String, String> standing();
  }
}
