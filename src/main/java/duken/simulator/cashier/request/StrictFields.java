package duken.simulator.cashier.request;

import duken.simulator.wire.Request;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object that came in, read strictly: every deviation is a refusal. */
public final class StrictFields {

  private static final String CHECK = "body";

  private final JsonNode node;
  private final String name;

  private StrictFields(JsonNode node, String name) {
    if (!node.isObject()) {
      throw RefusedCall.breach(CHECK, name + " is not an object");
    }
    this.node = node;
    this.name = name;
  }

  public static StrictFields of(Request request) {
    if (!request.all("Content-Type").equals(List.of("application/json"))) {
      throw RefusedCall.breach("Content-Type", "is not exactly application/json");
    }
    return of(request.body(), "the body");
  }

  /** The object in this JSON text. */
  public static StrictFields of(byte[] json, String name) {
    try {
      JsonNode node = StrictJson.mapper().readTree(json);
      return new StrictFields(node, name);
    } catch (JacksonException e) {
      throw RefusedCall.breach(CHECK, name + " is not JSON: " + e.getClass().getSimpleName());
    }
  }

  /** Exactly these fields, in any order. */
  public StrictFields exactly(String... names) {
    if (!Set.copyOf(node.propertyNames()).equals(Set.of(names))) {
      throw RefusedCall.breach(CHECK, "%s has %s, not %s".formatted(name, names(), List.of(names)));
    }
    return this;
  }

  /** Exactly these fields, in this order. */
  public StrictFields inOrder(String... names) {
    if (!names().equals(List.of(names))) {
      throw RefusedCall.breach(
          CHECK, "%s has %s, not in order %s".formatted(name, names(), List.of(names)));
    }
    return this;
  }

  public boolean has(String field) {
    return node.has(field);
  }

  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  public StrictFields object(String field) {
    return new StrictFields(get(field), field);
  }

  /** The only object in an array. */
  public StrictFields onlyObjectOf(String field) {
    JsonNode array = get(field);
    if (!array.isArray() || array.size() != 1) {
      throw RefusedCall.breach(CHECK, field + " is not an array of one");
    }
    return new StrictFields(array.get(0), field);
  }

  public String text(String field) {
    JsonNode value = get(field);
    if (!value.isString()) {
      throw RefusedCall.breach(CHECK, field + " is not text");
    }
    return value.stringValue();
  }

  public void text(String field, String expected) {
    if (!text(field).equals(expected)) {
      throw RefusedCall.breach(CHECK, field + " is not \"" + expected + "\"");
    }
  }

  public BigDecimal number(String field) {
    JsonNode value = get(field);
    if (!value.isNumber()) {
      throw RefusedCall.breach(CHECK, field + " is not a number");
    }
    return value.decimalValue();
  }

  public long whole(String field) {
    try {
      return number(field).longValueExact();
    } catch (ArithmeticException _) {
      throw RefusedCall.breach(CHECK, field + " is not a whole number");
    }
  }

  /** An amount in tenge, as tiyn. */
  public long tiyn(String field) {
    BigDecimal amount = number(field);
    try {
      long tiyn = amount.movePointRight(2).longValueExact();
      if (tiyn > 0) {
        return tiyn;
      }
    } catch (ArithmeticException _) {
      throw RefusedCall.breach(CHECK, field + " has more than two decimals");
    }
    throw RefusedCall.breach(CHECK, field + " is not above zero");
  }

  public boolean isTrue(String field) {
    return get(field).isBoolean() && get(field).booleanValue();
  }

  private JsonNode get(String field) {
    JsonNode value = node.get(field);
    if (value == null) {
      throw RefusedCall.breach(CHECK, "%s has no %s".formatted(name, field));
    }
    return value;
  }

  /** What of these is missing or too much is a refusal; the order is free. */
  public StrictFields exactly(Collection<String> names) {
    return exactly(names.toArray(String[]::new));
  }
}
