package duken.gateway.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * Makes connections on which the head of a request has to arrive within a limited time, from its
 * first byte to its last. Jetty limits the pause between two bytes only, so that a client that
 * sends one now and then would be served for ever.
 */
final class TimedConnections extends HttpConnectionFactory {

  private final long headMillis;
  private final RefusedByServer refusals;

  /**
   * @param head how long the head of a request may take to arrive
   */
  TimedConnections(HttpConfiguration http, Duration head, RefusedByServer refusals) {
    super(http);
    this.headMillis = head.toMillis();
    this.refusals = refusals;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(new Timed(getHttpConfiguration(), connector, endPoint), connector, endPoint);
  }

  private final class Timed extends HttpConnection {
    private final long idleMillis;

    Timed(HttpConfiguration http, Connector connector, EndPoint endPoint) {
      super(http, connector, endPoint);
      this.idleMillis = connector.getIdleTimeout();
    }

    @Override
    public void onFillable() {
      super.onFillable();
      if (!isWithinHead()) {
        limitPause(idleMillis);
      } else if (System.nanoTime() - getParser().getBeginNanoTime() > headMillis * 1_000_000) {
        refuse();
      } else {
        limitPause(headMillis);
      }
    }

    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
      if (isWithinHead() && getHttpChannel().getRequest() == null) {
        refuse();
        return false;
      }
      return super.onIdleExpired(timeout);
    }

    private boolean isWithinHead() {
      HttpParser parser = getParser();
      return parser.inHeaderState() && !parser.isStart();
    }

    private void limitPause(long millis) {
      if (getEndPoint().getIdleTimeout() != millis) {
        getEndPoint().setIdleTimeout(millis);
      }
    }

    private void refuse() {
      getEndPoint().write(Callback.from(getEndPoint()::close), ByteBuffer.wrap(refusals.timeout()));
    }
  }
}
