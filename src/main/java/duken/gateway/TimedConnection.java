package duken.gateway;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * A connection that gives a client a limited time to send a request, from its first byte to its
 * last, and to stay idle. A client that sends a byte now and then holds no thread for ever. Used by
 * the connection's own thread only.
 */
final class TimedConnection implements ConnectionContext {

  /** No request is being received. */
  private static final long IDLE = Long.MIN_VALUE;

  private final ConnectionContext plain;
  private final Limits limits;
  private final DataReader reader;
  private final DataWriter writer;
  private long begunAt = IDLE;

  /**
   * @param request how long a whole request may take to arrive
   * @param idle how long a connection may wait for its next request
   */
  record Limits(Duration request, Duration idle) {}

  TimedConnection(ConnectionContext plain, Limits limits) {
    this.plain = plain;
    this.limits = limits;
    this.reader = DataReader.create(this::pull);
    this.writer = new AnsweringWriter(plain.dataWriter());
  }

  private byte[] pull() {
    long waitsSince = System.nanoTime();
    while (!hasData()) {
      checkTime(waitsSince);
    }
    byte[] bytes = plain.dataReader().readBuffer(plain.dataReader().available()).readBytes();
    if (begunAt == IDLE) {
      begunAt = System.nanoTime();
    } else {
      checkTime(waitsSince);
    }
    return bytes;
  }

  /** Waits for data, one tick at most. */
  private boolean hasData() {
    try {
      plain.dataReader().ensureAvailable();
      return true;
    } catch (ServerConnectionException e) {
      if (isTimeout(e)) {
        return false;
      }
      throw e;
    }
  }

  private void checkTime(long waitsSince) {
    long now = System.nanoTime();
    if (begunAt == IDLE) {
      if (now - waitsSince > limits.idle().toNanos()) {
        throw new CloseConnectionException("idle for too long");
      }
    } else if (now - begunAt > limits.request().toNanos()) {
      throw RequestException.builder()
          .type(DirectHandler.EventType.OTHER)
          .status(Status.REQUEST_TIMEOUT_408)
          .setKeepAlive(false)
          .message("the request took too long to arrive")
          .build();
    }
  }

  private static boolean isTimeout(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public DataWriter dataWriter() {
    return writer;
  }

  @Override
  public ListenerContext listenerContext() {
    return plain.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return plain.executor();
  }

  @Override
  public Router router() {
    return plain.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return plain.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return plain.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return plain.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return plain.localPeer();
  }

  @Override
  public boolean isSecure() {
    return plain.isSecure();
  }

  @Override
  public String socketId() {
    return plain.socketId();
  }

  @Override
  public String childSocketId() {
    return plain.childSocketId();
  }

  /** Notices that a request was answered. */
  private final class AnsweringWriter implements DataWriter {
    private final DataWriter writer;

    AnsweringWriter(DataWriter writer) {
      this.writer = writer;
    }

    @Override
    public void write(BufferData... buffers) {
      begunAt = IDLE;
      writer.write(buffers);
    }

    @Override
    public void write(BufferData buffer) {
      begunAt = IDLE;
      writer.write(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
      begunAt = IDLE;
      writer.writeNow(buffers);
    }

    @Override
    public void writeNow(BufferData buffer) {
      begunAt = IDLE;
      writer.writeNow(buffer);
    }

    @Override
    public void flush() {
      writer.flush();
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
