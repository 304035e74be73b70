package duken.gateway.http;

import duken.domain.staff.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method on one path.
 *
 * @param template {@code /invoices/{id}/refund}: {@code {id}} takes a number of at most 18 digits,
 *     any other name takes one segment
 * @param permission what a window has to be allowed, or null; programs are not asked
 */
public record Route(String method, String template, Handler handler, Permission permission) {

  /** A route that needs nobody's PIN. */
  public Route(String method, String template, Handler handler) {
    this(method, template, handler, null);
  }

  private static final int LONGEST_ID = 18;

  @FunctionalInterface
  public interface Handler {
    /**
     * Makes the answer.
     *
     * @throws RuntimeException for everything that is not a success; what it becomes is decided in
     *     one place
     */
    HttpAnswer handle(RoutedRequest routedRequest);
  }

  /** The same route, for windows that are allowed this. */
  public Route needing(Permission needed) {
    return new Route(method, template, handler, needed);
  }

  public static Route get(String template, Handler handler) {
    return new Route("GET", template, handler);
  }

  public static Route post(String template, Handler handler) {
    return new Route("POST", template, handler);
  }

  public static Route put(String template, Handler handler) {
    return new Route("PUT", template, handler);
  }

  public static Route patch(String template, Handler handler) {
    return new Route("PATCH", template, handler);
  }

  public static Route delete(String template, Handler handler) {
    return new Route("DELETE", template, handler);
  }

  /** The path's parameters when it has this route's form. */
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> wanted = segmentsOf(template);
    if (wanted.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i);
      String have = segments.get(i);
      if (!isParameter(want)) {
        if (!want.equals(have)) {
          return Optional.empty();
        }
      } else if (have.isEmpty() || (want.equals("{id}") && !isId(have))) {
        return Optional.empty();
      } else {
        parameters.put(want.substring(1, want.length() - 1), have);
      }
    }
    return Optional.of(parameters);
  }

  /** How many of its segments are words: the more, the sooner it is taken. */
  long words() {
    return segmentsOf(template).stream().filter(segment -> !isParameter(segment)).count();
  }

  static List<String> segmentsOf(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    segments.removeFirst();
    if (segments.size() > 1 && segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    return segments;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  private static boolean isId(String text) {
    return text.length() <= LONGEST_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
