package duken.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read whole: nothing here touches the network any more.
 *
 * @param method upper case, {@code GET}
 * @param path as sent, percent-encoded, without the query
 * @param query decoded parameters in order of appearance; null when they cannot be read, and such a
 *     call reaches no route
 * @param headers by lower-case name
 * @param body the very bytes that were sent, empty when there are none
 * @param form the parts of a form with pictures, whose bytes are not in {@code body}
 * @param remoteAddress the peer's address, without its port
 * @param protocol {@code HTTP/1.1} or {@code HTTP/1.0}
 * @param requestId what the answer's {@code X-Request-Id} says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record HttpRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    List<FormPart> form,
    String remoteAddress,
    String protocol,
    String requestId) {

  /** The version of HTTP in which a host need not be named. */
  private static final String HOSTLESS = "HTTP/1.0";

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** How often a header was sent. */
  public int headerCount(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).size();
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** The language the client prefers among ours. */
  public AnswerLanguage language() {
    return AnswerLanguage.preferred(header("accept-language").orElse(null));
  }

  /** Whether the path is this base or lies below it. */
  public boolean isUnder(String base) {
    return path.startsWith(base + "/") || path.equals(base);
  }

  /** Whether this version of HTTP lets a client leave out {@code Host}. */
  public boolean mayOmitHost() {
    return HOSTLESS.equals(protocol);
  }

  public HttpRequest withBody(byte[] read) {
    return new HttpRequest(
        method, path, query, headers, read, form, remoteAddress, protocol, requestId);
  }

  public HttpRequest withForm(List<FormPart> parts) {
    return new HttpRequest(
        method, path, query, headers, body, parts, remoteAddress, protocol, requestId);
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " call " + requestId;
  }
}
