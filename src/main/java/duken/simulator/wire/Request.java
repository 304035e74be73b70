package duken.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request as it came over the wire: nothing is decoded, folded or put in order.
 *
 * @param target path and query as written in the first line
 * @param headers in order of arrival, names as written
 * @param body empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record Request(String method, String target, List<Header> headers, byte[] body) {

  /** One header field; the value lacks only the blanks HTTP itself puts around it. */
  public record Header(String name, String value) {}

  /** The target before its question mark. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** The target after its question mark, undecoded; empty without one. */
  public String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return all(name).stream().findFirst();
  }

  /** Every value of a header in order of arrival. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** The address this request was sent to: scheme, {@code Host} and the target as written. */
  public String url() {
    return "http://" + header("Host").orElse("") + target;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + path();
  }
}
