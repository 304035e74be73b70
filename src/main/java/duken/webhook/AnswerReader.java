package duken.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a receiver answers: the status line decides, the rest is politeness. */
final class AnswerReader {

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/\\d(?:\\.\\d)? +(\\d{3})(?: .*)?");
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_INTERIM_ANSWERS = 20;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /**
   * A receiver that is cut off in the middle of its answer may give its own work up: so its answer
   * is read to the end, within bounds.
   */
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int LINGER_BYTES = 64 << 10;

  private AnswerReader() {}

  /**
   * The status of the first answer that is not an interim one (1xx).
   *
   * @throws IOException when there is no complete status line
   */
  static int status(InputStream in) throws IOException {
    for (int i = 0; i < MOST_INTERIM_ANSWERS; i++) {
      Matcher line = STATUS_LINE.matcher(line(in));
      if (!line.matches()) {
        throw new ProtocolException("no HTTP");
      }
      int status = Integer.parseInt(line.group(1));
      if (status >= OK || status < 100) {
        return status;
      }
      while (!line(in).isEmpty()) {
        continue;
      }
    }
    throw new ProtocolException("no final answer");
  }

  /**
   * Reads the rest of an answer as far as it is told and comes; what is wrong with it is no matter.
   */
  static void finish(InputStream in, Socket socket, int status) {
    try {
      new Rest(in, socket, System.nanoTime() + LINGER_NANOS).read(status);
    } catch (IOException | NumberFormatException _) {
      // The receiver has said what counts.
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer broke off");
      }
      if (line.length() == LONGEST_LINE) {
        throw new ProtocolException("a line too long");
      }
      line.append((char) c);
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }

  private record Rest(InputStream in, Socket socket, long deadline) {

    void read(int status) throws IOException {
      long length = Long.MAX_VALUE;
      boolean chunked = false;
      for (String line = next(); !line.isEmpty(); line = next()) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Long.parseLong(lower.substring(15).strip());
        } else if (lower.startsWith("transfer-encoding:")) {
          chunked = lower.contains("chunked");
        }
      }
      if (status == NO_CONTENT || status == NOT_MODIFIED) {
        return;
      }
      if (chunked) {
        chunks();
      } else {
        skip(Math.min(length, LINGER_BYTES));
      }
    }

    private void chunks() throws IOException {
      for (int read = 0; read < LINGER_BYTES; ) {
        int size = Integer.parseInt(next().split(";", 2)[0].strip(), 16);
        if (size == 0) {
          return;
        }
        skip(size);
        next();
        read += size;
      }
    }

    private void skip(long count) throws IOException {
      byte[] bytes = new byte[4096];
      for (long left = count; left > 0; ) {
        limit();
        int read = in.read(bytes, 0, (int) Math.min(bytes.length, left));
        if (read < 0) {
          return;
        }
        left -= read;
      }
    }

    private String next() throws IOException {
      limit();
      return line(in);
    }

    private void limit() throws IOException {
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (millis <= 0) {
        throw new EOFException("long enough");
      }
      socket.setSoTimeout((int) millis);
    }
  }
}
