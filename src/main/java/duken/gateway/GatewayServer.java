package duken.gateway;

import duken.gateway.guard.BodyKind;
import duken.gateway.http.RequestId;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;

/** The HTTP server of {@code /api/v1}, {@code /desk/v1}, pay pages and QR pictures. */
public final class GatewayServer implements AutoCloseable {

  /**
   * The server's own limit, for what cannot be answered otherwise: a chunk is read whole. Beyond it
   * the connection is cut.
   */
  private static final long LARGEST_ANYTHING = 8L * BodyKind.JSON.largest();

  /**
   * More wait in the system's queue. Without a limit a client that opens and opens takes the last
   * file descriptor, and a listener that cannot accept ends for good.
   */
  private static final int MOST_CONNECTIONS = 1000;

  /** What Helidon waits for at its end: by then only idle connections are left. */
  private static final Duration GRACE = Duration.ofMillis(100);

  /** A connection may stay idle so many times longer than a request may take. */
  private static final int IDLE_FACTOR = 4;

  private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

  private final GatewayParts parts;
  private final GatewayOptions options;
  private final HandlerThreads threads = new HandlerThreads();
  private WebServer server;

  /** A server that is not started yet. */
  public GatewayServer(GatewayParts parts, GatewayOptions options) {
    this.parts = parts;
    this.options = options;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the address cannot be listened on
   */
  public void start(InetAddress address, int port) {
    RequestId requestIds = new RequestId(parts.random());
    GateBuilder gate = new GateBuilder(parts, options, threads::isClosing);
    DirectHandlers.Builder refusals = DirectHandlers.builder();
    DirectHandler refusal = new DirectAnswers(gate.hosts(), gate.problems(), requestIds);
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      refusals.addHandler(type, refusal);
    }
    HelidonEdge edge = new HelidonEdge(gate.build(), threads, requestIds);
    server =
        WebServer.builder()
            .address(address)
            .port(port)
            .shutdownHook(false)
            .useNio(false)
            .maxPayloadSize(LARGEST_ANYTHING)
            .maxTcpConnections(MOST_CONNECTIONS)
            .shutdownGracePeriod(GRACE)
            .connectionOptions(new TimedSelector.Options(socket(), tick()))
            .addConnectionSelector(
                new TimedSelector(
                    Http1Config.builder().validatePrologue(false).build(),
                    new TimedConnection.Limits(
                        options.patience(), options.patience().multipliedBy(IDLE_FACTOR))))
            .directHandlers(refusals.build())
            .routing(routing -> routing.any(edge))
            .build()
            .start();
    if (!server.isRunning()) {
      // Helidon 4.5.0 only logs this.
      throw new UncheckedIOException(
          new BindException("cannot listen on " + address.getHostAddress() + ", port " + port));
    }
  }

  private static SocketOptions socket() {
    return SocketOptions.builder().tcpNoDelay(true).build();
  }

  private Duration tick() {
    Duration quarter = options.patience().dividedBy(4);
    return quarter.compareTo(LONGEST_TICK) < 0 ? quarter : LONGEST_TICK;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * Takes no new call, waits for those under way within the patience of the options, and stops to
   * listen. A handler that takes longer than the patience is left to finish by itself; nobody
   * interrupts it.
   *
   * @return whether every handler was done
   */
  public boolean stop() {
    threads.startClosing();
    parts.engine().bell().ring();
    boolean quiet = threads.awaitQuiet(options.patience());
    if (server != null) {
      server.stop();
    }
    return quiet;
  }

  @Override
  public void close() {
    stop();
  }
}
