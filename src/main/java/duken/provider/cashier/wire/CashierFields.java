package duken.provider.cashier.wire;

import duken.domain.Decimals;
import duken.domain.Money;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads fields the way the bank varies them: numbers as text, ids as either (sheet, section 6). */
public final class CashierFields {

  private static final int LONGEST = 2_000;

  private CashierFields() {}

  /** The field as text, numbers too; empty when absent, null, blank or of another shape. */
  public static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isString() && !value.isNumber()) {
      return Optional.empty();
    }
    String text = value.isNumber() ? plain(value) : value.stringValue().trim();
    return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
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

  /** A whole number, also when it is text; null when it is none. */
  static Integer whole(JsonNode value) {
    try {
      if (value.isNumber()) {
        return value.decimalValue().intValueExact();
      }
      return value.isString() ? Integer.valueOf(value.stringValue().trim()) : null;
    } catch (ArithmeticException | NumberFormatException _) {
      return null;
    }
  }

  /** A whole number of the field, or empty. */
  public static Optional<Integer> whole(JsonNode node, String field) {
    return Optional.ofNullable(whole(node.path(field)));
  }

  /** A sum, as number or as display text; empty when it is none: never zero by mistake. */
  public static Optional<Money> money(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isNumber()) {
      try {
        BigDecimal sum = value.decimalValue();
        return sum.signum() < 0
            ? Optional.empty()
            : Optional.of(Money.ofTiyn(sum.movePointRight(2).longValueExact()));
      } catch (ArithmeticException _) {
        return Optional.empty();
      }
    }
    return value.isString() ? DisplayAmount.money(value.stringValue()) : Optional.empty();
  }

  private static String plain(JsonNode number) {
    BigDecimal value = number.decimalValue();
    return value.scale() > 50 || Decimals.wholeDigits(value) > 50
        ? ""
        : value.stripTrailingZeros().toPlainString();
  }
}
