package duken.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.HttpUrl;
import okio.AsyncTimeout;

/**
 * One HTTP/1.1 request over a connection of its own, for its status line: whatever follows that,
 * and however it is framed, does not change what the receiver said.
 *
 * @param url where to
 * @param tls makes secure connections; names are verified as for web pages
 * @param deadline by {@link System#nanoTime}: everything has to be over then
 */
record WebhookExchange(HttpUrl url, SSLSocketFactory tls, long deadline) {

  /** Before another address of the same name is tried. */
  private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(3);

  /**
   * Sends a body.
   *
   * @param addresses of the host, tried in turn until one takes the connection
   * @return the status of the final answer
   * @throws IOException when no complete status line came in time
   */
  int post(List<InetAddress> addresses, Map<String, String> headers, byte[] body)
      throws IOException {
    for (int i = 0; i < addresses.size() - 1; i++) {
      long patience = Math.min(CONNECT_NANOS, left() / (addresses.size() - i));
      try (Socket socket = connected(addresses.get(i), patience)) {
        return over(socket, headers, body);
      } catch (Unconnected _) {
        continue;
      }
    }
    try (Socket socket = connected(addresses.getLast(), left())) {
      return over(socket, headers, body);
    } catch (Unconnected e) {
      throw e.cause;
    }
  }

  private static Socket connected(InetAddress address, long nanos, int port) throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.setTcpNoDelay(true);
      int millis = (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
      socket.connect(new InetSocketAddress(address, port), millis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw new Unconnected(e);
    }
  }

  private Socket connected(InetAddress address, long nanos) throws IOException {
    return connected(address, nanos, url.port());
  }

  private int over(Socket raw, Map<String, String> headers, byte[] body) throws IOException {
    AsyncTimeout limit = closing(raw);
    limit.timeout(left(), TimeUnit.NANOSECONDS);
    limit.enter();
    int status;
    try (Socket socket = url.isHttps() ? secured(raw) : raw) {
      write(socket.getOutputStream(), headers, body);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      status = AnswerReader.status(in);
      AnswerReader.finish(in, raw, status);
    } catch (IOException e) {
      throw limit.exit() ? timedOut(e) : e;
    }
    limit.exit();
    return status;
  }

  private Socket secured(Socket raw) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(raw, url.host(), url.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private void write(OutputStream out, Map<String, String> headers, byte[] body)
      throws IOException {
    String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
    StringBuilder head = new StringBuilder("POST " + url.encodedPath() + query + " HTTP/1.1\r\n");
    head.append("Host: ").append(host()).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Connection: close\r\n\r\n");
    byte[] text = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[text.length + body.length];
    System.arraycopy(text, 0, all, 0, text.length);
    System.arraycopy(body, 0, all, text.length, body.length);
    out.write(all);
    out.flush();
  }

  private String host() {
    String name = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? name : name + ":" + url.port();
  }

  private long left() throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw timedOut(null);
    }
    return left;
  }

  private static IOException timedOut(IOException cause) {
    InterruptedIOException timedOut = new InterruptedIOException("timeout");
    timedOut.initCause(cause);
    return timedOut;
  }

  private static AsyncTimeout closing(Socket socket) {
    return new AsyncTimeout() {
      @Override
      protected void timedOut() {
        try {
          socket.close();
        } catch (IOException _) {
          // It is of no use any more either way.
        }
      }
    };
  }

  /** Nothing was sent: another address may be tried. */
  private static final class Unconnected extends IOException {

    private static final long serialVersionUID = 1L;

    private final IOException cause;

    Unconnected(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
