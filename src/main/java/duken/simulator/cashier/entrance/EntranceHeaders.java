package duken.simulator.cashier.entrance;

import duken.simulator.cashier.request.Forms;
import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The browser-like headers of an entrance step (section 3.1), and its Referer (section 3.2). */
final class EntranceHeaders {

  private static final Map<String, String> FIXED =
      Map.of(
          "Accept", "application/json, text/plain, */*",
          "Accept-Language", "ru",
          "Sec-Fetch-Site", "same-origin",
          "Sec-Fetch-Mode", "cors",
          "Sec-Fetch-Dest", "empty");

  private EntranceHeaders() {}

  /** Checks everything but the Referer. */
  static void check(Request request) {
    FIXED.forEach((name, value) -> Forms.exactly(request, name, value));
    Forms.exactly(request, "Origin", origin(request));
    Forms.one(request, "Accept-Encoding");
    if (!Forms.one(request, "User-Agent").startsWith("Mozilla/5.0 (iPhone; CPU iPhone OS ")) {
      throw RefusedCall.breach("User-Agent", "is not that of the application's browser");
    }
  }

  /**
   * Checks that the Referer is this page of the entrance with this query, in this order.
   *
   * @param query decoded
   */
  static void checkReferer(Request request, String path, Map<String, String> query) {
    String referer = Forms.one(request, "Referer");
    String start = origin(request) + path + "?";
    if (!referer.startsWith(start)) {
      throw RefusedCall.breach("Referer", "does not start with the origin and " + path + "?");
    }
    Map<String, String> sent = parse(referer.substring(start.length()));
    if (!List.copyOf(sent.keySet()).equals(List.copyOf(query.keySet()))) {
      throw RefusedCall.breach(
          "Referer", "has %s, not in order %s".formatted(sent.keySet(), query.keySet()));
    }
    query.forEach(
        (name, value) -> {
          if (!value.equals(sent.get(name))) {
            throw RefusedCall.breach("Referer", name + " is not what the body or the cookie says");
          }
        });
  }

  /** The entrance host as the client wrote it. */
  private static String origin(Request request) {
    return "http://" + Forms.one(request, "Host");
  }

  /** The process that the Referer of the number's page names; empty when it names none. */
  static String process(Request request) {
    String referer = Forms.one(request, "Referer");
    return parse(referer.substring(referer.indexOf('?') + 1)).getOrDefault("pId", "");
  }

  private static Map<String, String> parse(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (sides.length < 2 || values.put(sides[0], decoded(sides[1])) != null) {
        throw RefusedCall.breach("Referer", "the query is broken");
      }
    }
    return values;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw RefusedCall.breach("Referer", "an escape is broken");
    }
  }
}
