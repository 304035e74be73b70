package duken.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A client that sends exactly these bytes. */
final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket;
  private final InputStream in;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  RawHttp(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawHttp send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    sent.writeBytes(bytes);
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends as much as the server takes: it may answer and close before the end. */
  RawHttp sendWhatItTakes(String text) throws IOException {
    try {
      return send(text);
    } catch (SocketException _) {
      return this;
    }
  }

  /** Everything until the server closes; an answer is held against the document. */
  String untilClosed() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    in.transferTo(all);
    if (all.size() > 0) {
      OpenApi.check(Exchange.ofBytes(sent.toByteArray(), all.toByteArray()));
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** The status line. */
  String statusLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** Whether something arrives within this time. */
  boolean hasAnswer(Duration within) throws IOException {
    socket.setSoTimeout((int) within.toMillis());
    try {
      in.mark(1);
      int first = in.read();
      in.reset();
      return first >= 0;
    } catch (SocketTimeoutException _) {
      return false;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** Lets time pass in which nothing may arrive. */
  void pause(Duration time) throws IOException {
    if (hasAnswer(time)) {
      throw new AssertionError("the server spoke before it was asked");
    }
  }

  /** Skips the rest of an answer whose status line was read, and returns its headers. */
  String skipAnswer() throws IOException {
    StringBuilder headers = new StringBuilder();
    int length = 0;
    for (String line = statusLine(); !line.isEmpty(); line = statusLine()) {
      headers.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    in.skipNBytes(length);
    return headers.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
