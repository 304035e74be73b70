package duken.provider.kaspipay.wire;

import duken.domain.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads fields as the bank varies them: numbers as text, ids as either (sheet, section 3). */
public final class BankFields {

  private static final int LONGEST_NUMBER = 20;

  private BankFields() {}

  /** A text, also one that came as a whole number, or null. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    String text =
        value.isString()
            ? value.stringValue().strip()
            : value.isIntegralNumber() ? value.asString() : "";
    return text.isEmpty() ? null : text;
  }

  /** A 64-bit number; empty when there is none. */
  public static OptionalLong number(JsonNode node, String field) {
    return decimal(node.path(field))
        .map(
            value -> {
              try {
                return OptionalLong.of(value.longValueExact());
              } catch (ArithmeticException _) {
                return OptionalLong.empty();
              }
            })
        .orElseGet(OptionalLong::empty);
  }

  /** An identifier as text; null when there is none. */
  public static String id(JsonNode node, String field) {
    OptionalLong number = number(node, field);
    return number.isPresent() ? Long.toString(number.getAsLong()) : null;
  }

  /** A sum in tenge with at most two decimals; null when there is none. */
  public static Money money(JsonNode node, String field) {
    return decimal(node.path(field))
        .map(
            value -> {
              try {
                return Money.ofTiyn(value.movePointRight(2).longValueExact());
              } catch (ArithmeticException | IllegalArgumentException _) {
                return null;
              }
            })
        .orElse(null);
  }

  /**
   * Seconds that the bank dictates, held within bounds.
   *
   * @param otherwise when the bank says nothing that can be read
   */
  public static Duration seconds(
      JsonNode node, String field, Duration otherwise, Duration least, Duration most) {
    OptionalLong said = number(node, field);
    if (said.isEmpty()) {
      return otherwise;
    }
    return Duration.ofSeconds(Math.clamp(said.getAsLong(), least.toSeconds(), most.toSeconds()));
  }

  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST_NUMBER ? "" : number.toPlainString();
  }

  private static Optional<BigDecimal> decimal(JsonNode value) {
    String text =
        value.isNumber()
            ? plain(value.decimalValue())
            : value.isString() ? value.stringValue().strip() : "";
    // An exponent or a long row of digits is no number of this bank and could cost a lot to read.
    return text.length() <= LONGEST_NUMBER && text.matches("-?\\d+(\\.\\d+)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
