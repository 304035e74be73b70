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
public record Answer(int status, Map<String, String> headers, byte[] body, Source source) {

  private static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer that is there whole. */
  public Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, null);
  }

  /**
   * What flows from somewhere; whoever sends or drops the answer closes it.
   *
   * @param length in bytes
   */
  public record Source(long length, InputStream content) {}

  /** An answer whose body flows. */
  public static Answer streamed(int status, Map<String, String> headers, Source source) {
    return new Answer(status, headers, new byte[0], source);
  }

  /** How long the body is, in bytes. */
  public long length() {
    return source == null ? body.length : source.length();
  }

  /** An answer in JSON. */
  public static Answer json(int status, Object body) {
    return stored(status, WireJson.mapper().writeValueAsBytes(body));
  }

  /** A JSON answer whose text is there already. */
  public static Answer stored(int status, byte[] json) {
    return new Answer(
        status,
        Map.of(
            "Content-Type", JSON,
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff"),
        json);
  }

  /** {@code 204 No Content}. */
  public static Answer empty() {
    return new Answer(204, Map.of("Cache-Control", "no-store"), new byte[0]);
  }

  /** The same answer with one header more. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, source);
  }

  /** The same answer with more headers. */
  public Answer with(Map<String, String> added) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(added);
    return new Answer(status, more, body, source);
  }

  /** The same answer with those of these headers that it lacks. */
  public Answer withMissing(Map<String, String> added) {
    Map<String, String> more = new LinkedHashMap<>(added);
    more.putAll(headers);
    return new Answer(status, more, body, source);
  }
}
