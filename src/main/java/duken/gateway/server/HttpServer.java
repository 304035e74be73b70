package duken.gateway.server;

import duken.gateway.guard.HostGuard;
import duken.gateway.http.RequestId;
import duken.gateway.problem.ProblemAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** HTTP/1.1 and HTTP/1.0 on one address, by Jetty (decision 0011). */
public final class HttpServer {

  /**
   * More wait in the system's queue. Without a limit a client that opens and opens takes the last
   * file descriptor.
   */
  private static final int MOST_CONNECTIONS = 1000;

  /** A connection may stay idle so many times longer than a request may take. */
  private static final int IDLE_FACTOR = 4;

  /** One accepts, one selects, the others begin what was sent right behind another request. */
  private static final int SERVER_THREADS = 4;

  private static final int LARGEST_HEAD = 16 * 1024;
  private static final int QUEUE = 128;

  private final RequestsInFlight inFlight = new RequestsInFlight();
  private final Settings settings;
  private Server server;
  private ServerConnector connector;

  /**
   * @param patience how long a client may take to send a request
   * @param uploads where pictures are written to while they arrive; there, and writable
   */
  public record Settings(
      HostGuard hosts,
      ProblemAnswers problems,
      RequestId requestIds,
      Duration patience,
      Path uploads) {}

  /** A server that is not started yet. */
  public HttpServer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the address cannot be listened on
   */
  public void start(RequestPipeline pipeline, InetAddress address, int port) {
    RefusedByServer refusals =
        new RefusedByServer(settings.hosts(), settings.problems(), settings.requestIds());
    server = new Server(threads());
    server.setErrorHandler(refusals);
    server.setHandler(
        new RequestHandler(
            pipeline,
            inFlight,
            settings.requestIds(),
            new RequestHandler.Limits(settings.patience(), settings.uploads())));
    connector =
        new ServerConnector(
            server,
            null,
            null,
            null,
            1,
            1,
            new TimedConnections(http(), settings.patience(), refusals));
    connector.setHost(address.getHostAddress());
    connector.setPort(port);
    connector.setAcceptQueueSize(QUEUE);
    connector.setIdleTimeout(settings.patience().multipliedBy(IDLE_FACTOR).toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on " + address.getHostAddress() + ", port " + port, e);
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not start", e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(2 * SERVER_THREADS, SERVER_THREADS);
    pool.setName("http");
    pool.setReservedThreads(0);
    pool.setVirtualThreadsExecutor(RequestThreads.executor());
    return pool;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LARGEST_HEAD);
    // Hosts and paths are judged by the guards and routes, which see them as they were sent.
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setHttpCompliance(
        HttpCompliance.RFC9110.with(
            "gateway",
            HttpCompliance.Violation.UNSAFE_HOST_HEADER,
            HttpCompliance.Violation.DUPLICATE_HOST_HEADERS));
    return http;
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** Whether no new request is taken; whoever waits for something to happen should come home. */
  public boolean isClosing() {
    return inFlight.isClosing();
  }

  /** Takes no new request from now on. */
  public void startClosing() {
    inFlight.startClosing();
  }

  /**
   * Waits for the requests under way and stops to listen. One that takes longer is left to finish
   * by itself.
   *
   * @return whether all of them were answered
   */
  public boolean stop(Duration patience) {
    boolean quiet = inFlight.awaitNone(patience);
    if (server != null) {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException("the HTTP server does not stop", e);
      }
    }
    return quiet;
  }
}
