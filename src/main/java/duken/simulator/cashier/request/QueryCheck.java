package duken.simulator.cashier.request;

import duken.simulator.wire.Request;

/** The query of a call, strictly: one parameter, named so, and nothing else. */
public final class QueryCheck {

  private QueryCheck() {}

  /** Its value, a number of at most 18 digits. */
  public static long only(Request request, String name) {
    String value = text(request, name);
    if (!value.matches("\\d{1,18}")) {
      throw RefusedCall.breach("query", name + " is not a number");
    }
    return Long.parseLong(value);
  }

  public static String text(Request request, String name) {
    String query = request.query();
    if (!query.startsWith(name + "=") || query.contains("&")) {
      throw RefusedCall.breach("query", "is not " + name + " alone");
    }
    return query.substring(name.length() + 1);
  }
}
