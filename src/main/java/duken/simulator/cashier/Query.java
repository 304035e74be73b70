package duken.simulator.cashier;

import duken.simulator.wire.Request;

/** The query of a call, strictly: one parameter, named so, and nothing else. */
final class Query {

  private Query() {}

  /** Its value, a number of at most 18 digits. */
  static long only(Request request, String name) {
    String value = text(request, name);
    if (!value.matches("\\d{1,18}")) {
      throw Refused.breach("query", name + " is not a number");
    }
    return Long.parseLong(value);
  }

  /** Its value as written. */
  static String text(Request request, String name) {
    String query = request.query();
    if (!query.startsWith(name + "=") || query.contains("&")) {
      throw Refused.breach("query", "is not " + name + " alone");
    }
    return query.substring(name.length() + 1);
  }
}
