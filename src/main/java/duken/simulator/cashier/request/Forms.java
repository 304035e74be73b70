package duken.simulator.cashier.request;

import duken.simulator.wire.Request;
import java.util.List;
import java.util.regex.Pattern;

/** Header fields that must be there once, with a value or a form. */
public final class Forms {

  private Forms() {}

  /** The value of a header that must be there exactly once. */
  public static String one(Request request, String name) {
    List<String> values = request.all(name);
    if (values.size() != 1) {
      throw RefusedCall.breach(name, "is there %d times, not once".formatted(values.size()));
    }
    return values.getFirst();
  }

  public static void exactly(Request request, String name, String value) {
    if (!one(request, name).equals(value)) {
      throw RefusedCall.breach(name, "is not \"" + value + "\"");
    }
  }

  public static void matches(Request request, String name, Pattern form) {
    if (!form.matcher(one(request, name)).matches()) {
      throw RefusedCall.breach(name, "has not the form " + form);
    }
  }

  /** It must not be there. */
  public static void absent(Request request, String name) {
    if (!request.all(name).isEmpty()) {
      throw RefusedCall.breach(name, "does not belong to this call");
    }
  }
}
