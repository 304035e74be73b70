package duken.gateway;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every connection a {@link TimedConnection}, whatever it begins with. */
final class TimedSelector implements ServerConnectionSelector {

  private final Http1ConnectionSelector http1;
  private final TimedConnection.Limits limits;

  TimedSelector(Http1Config config, TimedConnection.Limits limits) {
    this.http1 = Http1ConnectionSelector.builder().config(config).build();
    this.limits = limits;
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  /** Everything: what is no HTTP/1.1 gets an answer that says so instead of a closed door. */
  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return http1.connection(new TimedConnection(context, limits));
  }

  /**
   * Socket options with a read time-out, which Helidon 4.5.0 has a setting for and does not set on
   * accepted connections.
   *
   * @param tick after which a reading thread looks at the clock
   */
  record Options(SocketOptions plain, Duration tick) implements SocketOptions {

    @Override
    public void configureSocket(SocketChannel socket) {
      plain.configureSocket(socket);
      try {
        socket.socket().setSoTimeout(Math.toIntExact(tick.toMillis()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
      return plain.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
      return plain.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
      return plain.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
      return plain.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
      return plain.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
      return plain.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
      return plain.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
      return plain.tcpNoDelay();
    }
  }
}
