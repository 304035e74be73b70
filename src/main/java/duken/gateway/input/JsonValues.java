package duken.gateway.input;

import duken.domain.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON value is when a text, a number, a list is expected. Everything throws {@link
 * IllegalArgumentException} when it is something else.
 */
final class JsonValues {

  private static final int LONGEST_NUMBER = 19;
  private static final int PLACES = 2;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,19}(\\.0{1,19})?");

  private JsonValues() {}

  static String string(JsonNode node) {
    if (!node.isString()) {
      throw new IllegalArgumentException("not a text");
    }
    return node.stringValue();
  }

  static Long number(JsonNode node, long least, long most) {
    BigDecimal value = decimal(node);
    if (Decimals.wholeDigits(value) > LONGEST_NUMBER) {
      throw new IllegalArgumentException("too large");
    }
    long number;
    try {
      number = value.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not a whole number", e);
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException("not within bounds");
    }
    return number;
  }

  /** Programs without whole numbers send {@code 2.0}; others keep ids as text. */
  private static BigDecimal decimal(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    String text = string(node).strip();
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a number");
    }
    return new BigDecimal(text);
  }

  static Boolean flag(JsonNode node) {
    if (!node.isBoolean()) {
      throw new IllegalArgumentException("not true or false");
    }
    return node.booleanValue();
  }

  static BigDecimal percentage(JsonNode node) {
    BigDecimal value = node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    if (value.compareTo(BigDecimal.ONE) < 0
        || value.compareTo(BigDecimal.valueOf(99)) > 0
        || value.stripTrailingZeros().scale() > PLACES) {
      throw new IllegalArgumentException("not a percentage");
    }
    return value.setScale(Math.clamp(value.scale(), 0, PLACES));
  }

  static List<JsonNode> elements(JsonNode node, int least, int most) {
    if (!node.isArray() || node.size() < least || node.size() > most) {
      throw new IllegalArgumentException("not a list of that size");
    }
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(elements::add);
    return elements;
  }

  static List<String> strings(JsonNode node, int most) {
    return elements(node, 0, most).stream().map(JsonValues::string).toList();
  }
}
