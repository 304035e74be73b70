package duken.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads requests from a connection, one after the other (RFC 9112), strictly. */
final class RequestReader {

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST_BODY = 4 * 1024 * 1024;
  private static final int MOST_HEADERS = 200;

  /** What came in is not a request. */
  static final class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }

  private final InputStream in;
  private final OutputStream out;

  /**
   * @param out where a client that asks first is told to go on
   */
  RequestReader(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * The next request, or null when the client has no more.
   *
   * @throws Malformed when it is not HTTP
   */
  Request next() throws IOException {
    String first = line();
    if (first == null) {
      return null;
    }
    String[] words = first.split(" ", -1);
    if (words.length != 3 || !words[2].equals("HTTP/1.1") || !words[1].startsWith("/")) {
      throw new Malformed("the first line is not that of an HTTP/1.1 request");
    }
    List<Request.Header> headers = headers();
    Request head = new Request(words[0], words[1], headers, new byte[0]);
    if (head.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    return new Request(words[0], words[1], headers, body(head));
  }

  private List<Request.Header> headers() throws IOException {
    List<Request.Header> headers = new ArrayList<>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw new Malformed("a header field is broken, or there are too many");
      }
      headers.add(new Request.Header(line.substring(0, colon), trim(line.substring(colon + 1))));
    }
    return headers;
  }

  private byte[] body(Request head) throws IOException {
    if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks();
    }
    String length = head.header("Content-Length").orElse("0");
    if (!length.matches("\\d{1,9}") || Integer.parseInt(length) > LONGEST_BODY) {
      throw new Malformed("the length of the body cannot be");
    }
    return exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      if (body.size() > LONGEST_BODY || !"".equals(line())) {
        throw new Malformed("a chunk is broken");
      }
    }
    headers();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    String line = line();
    if (line == null || !line.matches("[0-9a-fA-F]{1,6}(;.*)?")) {
      throw new Malformed("the size of a chunk is broken");
    }
    return Integer.parseInt(line.split(";", 2)[0], 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the body ended early");
    }
    return bytes;
  }

  /** One line without its end, or null at the end of the stream. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        if (line.size() == 0) {
          return null;
        }
        throw new EOFException("a line ended early");
      }
      line.write(b);
      if (line.size() > LONGEST_LINE) {
        throw new Malformed("a line is too long");
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
