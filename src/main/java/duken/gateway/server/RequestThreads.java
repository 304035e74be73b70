package duken.gateway.server;

import java.util.concurrent.Executor;

/**
 * The threads requests are answered on: a virtual one for each, which nobody has a handle to. An
 * interrupt inside H2 would break the database for everybody (design, section 5).
 */
final class RequestThreads {

  private static final Thread.Builder.OfVirtual THREADS = Thread.ofVirtual().name("gateway");

  private RequestThreads() {}

  static Thread start(Runnable work) {
    return THREADS.start(work);
  }

  /** What the HTTP server is given to run its work on. */
  static Executor executor() {
    return RequestThreads::start;
  }
}
