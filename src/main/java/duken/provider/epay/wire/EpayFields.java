package duken.provider.epay.wire;

import duken.domain.Decimals;
import duken.domain.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads fields the way the provider varies them: numbers as text, names in any case of letters. */
public final class EpayFields {

  /** Numbers as decimals: a sum is never binary floating point. */
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final int LONGEST = 2_000;
  private static final int MOST_DIGITS = 30;

  private EpayFields() {}

  /** The field as text, a number too; empty when absent, null, blank or of another shape. */
  public static Optional<String> text(JsonNode node, String field) {
    JsonNode value = value(node, field);
    if (value == null || (!value.isString() && !value.isNumber())) {
      return Optional.empty();
    }
    String text = value.isNumber() ? plain(value.decimalValue()) : value.stringValue().strip();
    return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
  }

  /** The first text anywhere in the answer that passes. */
  public static Optional<String> firstOf(JsonNode node, Predicate<String> test) {
    if (node.isString()) {
      return Optional.of(node.stringValue().strip()).filter(test);
    }
    return StreamSupport.stream(node.spliterator(), false)
        .flatMap(child -> firstOf(child, test).stream())
        .findFirst();
  }

  /** The first of these fields that has a value. */
  public static Optional<String> firstText(JsonNode node, String... fields) {
    for (String field : fields) {
      Optional<String> text = text(node, field);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /**
   * A sum in tenge, as number or decimal text; empty when absent or no sum: never zero by mistake.
   */
  public static Optional<Money> money(JsonNode node, String field) {
    return text(node, field)
        .flatMap(
            text -> {
              try {
                return Optional.of(Money.parse(text));
              } catch (IllegalArgumentException _) {
                return Optional.empty();
              }
            });
  }

  /** The form in which sums are sent: whole tenge without places, else two. */
  public static String amount(Money sum) {
    return sum.isWholeTenge() ? sum.toDecimal().toBigInteger().toString() : sum.toWire();
  }

  /** The field in its exact spelling, else in any case of letters; null when there is none. */
  private static JsonNode value(JsonNode node, String field) {
    if (!node.isObject()) {
      return null;
    }
    JsonNode exact = node.get(field);
    return exact != null
        ? exact
        : node.properties().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(field))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  private static String plain(BigDecimal number) {
    return number.scale() > MOST_DIGITS || Decimals.wholeDigits(number) > MOST_DIGITS
        ? ""
        : number.stripTrailingZeros().toPlainString();
  }
}
