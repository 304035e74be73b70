package duken.gateway;

import duken.gateway.http.RequestId;
import duken.gateway.server.HttpServer;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/** The HTTP server of {@code /api/v1}, {@code /desk/v1}, pay pages and QR pictures. */
public final class GatewayServer implements AutoCloseable {

  private final GatewayParts parts;
  private final GatewayOptions options;
  private final GuardChainBuilder builder;
  private final HttpServer server;

  /** A server that is not started yet. */
  public GatewayServer(GatewayParts parts, GatewayOptions options) {
    this.parts = parts;
    this.options = options;
    this.builder = new GuardChainBuilder(parts, options, this::isClosing);
    this.server =
        new HttpServer(
            new HttpServer.Settings(
                builder.hosts(),
                builder.problems(),
                new RequestId(parts.random()),
                options.patience(),
                parts.images().incoming()));
  }

  private boolean isClosing() {
    return server.isClosing();
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the address cannot be listened on
   */
  public void start(InetAddress address, int port) {
    server.start(builder.build(), address, port);
  }

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
    server.startClosing();
    parts.services().engine().commitSignal().signal();
    return server.stop(options.patience());
  }

  @Override
  public void close() {
    stop();
  }
}
