package duken.gateway.http;

import duken.api.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer, made whole before a byte of it is sent.
 *
 * @param headers in order of sending; {@code Content-Length} is added by the server
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer in JSON. */
  public static Answer json(int status, Object body) {
    return new Answer(
        status,
        Map.of(
            "Content-Type", JSON,
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff"),
        WireJson.mapper().writeValueAsBytes(body));
  }

  /** A JSON answer whose text was stored. */
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
    return new Answer(status, more, body);
  }

  /** The same answer with more headers. */
  public Answer with(Map<String, String> added) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(added);
    return new Answer(status, more, body);
  }

  /** The same answer with those of these headers that it lacks. */
  public Answer withMissing(Map<String, String> added) {
    Map<String, String> more = new LinkedHashMap<>(added);
    more.putAll(headers);
    return new Answer(status, more, body);
  }
}
