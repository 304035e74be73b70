package duken.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer.
 *
 * @param headers in order of sending; {@code Content-Length} is added
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record Reply(int status, List<Request.Header> headers, byte[] body) {

  public Reply {
    headers = List.copyOf(headers);
  }

  /** An answer with one header, its type. */
  public static Reply of(int status, String type, byte[] body) {
    return new Reply(status, List.of(new Request.Header("Content-Type", type)), body);
  }

  /** An answer of text. */
  public static Reply of(int status, String type, String body) {
    return of(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one header more. */
  public Reply with(String name, String value) {
    List<Request.Header> more = new ArrayList<>(headers);
    more.add(new Request.Header(name, value));
    return new Reply(status, more, body);
  }

  /** The same with another body. */
  public Reply withBody(byte[] other) {
    return new Reply(status, headers, other);
  }

  /** First line and headers. */
  byte[] head(boolean keepAlive) {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason()).append("\r\n");
    headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append(keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Everything as it goes on the wire. */
  byte[] bytes(boolean keepAlive) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(keepAlive));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private String reason() {
    return switch (status) {
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Status";
    };
  }
}
