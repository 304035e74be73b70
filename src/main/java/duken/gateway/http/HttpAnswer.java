package duken.gateway.http;

import duken.api.WireJson;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer, made whole before a byte of it is sent; only what is large flows from its source.
 *
 * @param headers in order of sending; {@code Content-Length} is added by the server
 * @param body empty when it flows
 * @param source what flows, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Source source) {

  private static final String JSON = "application/json; charset=utf-8";

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, null);
  }

  /**
   * What flows from somewhere; whoever sends or drops the answer closes it.
   *
   * @param length in bytes
   */
  public record Source(long length, InputStream content) {}

  /** An answer whose body flows. */
  public static HttpAnswer streamed(int status, Map<String, String> headers, Source source) {
    return new HttpAnswer(status, headers, new byte[0], source);
  }

  /** How long the body is, in bytes. */
  public long length() {
    return source == null ? body.length : source.length();
  }

  public static HttpAnswer json(int status, Object body) {
    return stored(status, WireJson.mapper().writeValueAsBytes(body));
  }

  /** A JSON answer whose text is there already. */
  public static HttpAnswer stored(int status, byte[] json) {
    return new HttpAnswer(
        status,
        Map.of(
            "Content-Type", JSON,
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff"),
        json);
  }

  /** {@code 204 No Content}. */
  public static HttpAnswer empty() {
    return new HttpAnswer(204, Map.of("Cache-Control", "no-store"), new byte[0]);
  }

  /** The same answer with one header more. */
  public HttpAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, more, body, source);
  }

  /** The same answer with more headers. */
  public HttpAnswer with(Map<String, String> added) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(added);
    return new HttpAnswer(status, more, body, source);
  }

  /** The same answer with those of these headers that it lacks. */
  public HttpAnswer withMissing(Map<String, String> added) {
    Map<String, String> more = new LinkedHashMap<>(added);
    more.putAll(headers);
    return new HttpAnswer(status, more, body, source);
  }
}
