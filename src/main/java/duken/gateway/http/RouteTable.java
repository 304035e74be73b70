package duken.gateway.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All routes. A path with more words in it wins: {@code /invoices/qr} before {@code /{id}}. */
public final class RouteTable {

  private final List<Route> routes;

  public RouteTable(List<Route> routes) {
    this.routes =
        routes.stream().sorted(Comparator.comparingLong(Route::words).reversed()).toList();
  }

  /** The routes, in the order in which they are tried. */
  public List<Route> routes() {
    return routes;
  }

  /** What a path leads to. */
  public sealed interface Found {

    /** A route and the parameters in its path. */
    record Hit(Route route, Map<String, String> parameters) implements Found {}

    /** The path exists, the verb does not. */
    record WrongVerb(String allow) implements Found {}

    record Nothing() implements Found {}
  }

  /**
   * Finds the route of a call. {@code HEAD} takes the route of {@code GET}.
   *
   * @param path as sent, percent-encoded
   */
  public Found find(String method, String path) {
    Optional<List<String>> segments = decoded(path);
    if (segments.isEmpty()) {
      return new Found.Nothing();
    }
    String verb = method.equals("HEAD") ? "GET" : method;
    String template = null;
    TreeSet<String> verbs = new TreeSet<>();
    for (Route route : routes) {
      if (template != null && !route.template().equals(template)) {
        continue;
      }
      Optional<Map<String, String>> parameters = route.match(segments.get());
      if (parameters.isPresent()) {
        if (route.method().equals(verb)) {
          return new Found.Hit(route, parameters.get());
        }
        template = route.template();
        verbs.add(route.method());
      }
    }
    if (verbs.contains("GET")) {
      verbs.add("HEAD");
    }
    return verbs.isEmpty() ? new Found.Nothing() : new Found.WrongVerb(String.join(", ", verbs));
  }

  private static Optional<List<String>> decoded(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Route.segmentsOf(path).stream().map(Percent::decodePath).toList());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
