package duken.desktop.cart;

import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Discounts as people write them: {@code 10%} is a part, {@code 500} is a sum. */
final class Discounts {

  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,2})([.,]([0-9]{1,2}))? ?%");

  private Discounts() {}

  /**
   * What was typed.
   *
   * @param discount or null for none
   * @param readable whether it could be read
   */
  record Typed(CartDiscount discount, boolean readable) {}

  static Typed read(String text) {
    String plain = text == null ? "" : text.strip();
    if (plain.isEmpty() || plain.matches("0+ ?%?")) {
      return new Typed(null, true);
    }
    Matcher percent = PERCENT.matcher(plain);
    if (percent.matches()) {
      String places = percent.group(3) == null ? "" : "." + percent.group(3);
      try {
        return new Typed(new CartDiscount.Percent(new BigDecimal(percent.group(1) + places)), true);
      } catch (IllegalArgumentException _) {
        return new Typed(null, false);
      }
    }
    Money sum = Sums.read(plain).money();
    return new Typed(sum == null ? null : new CartDiscount.Sum(sum), sum != null);
  }

  /** The same text again; empty for none. */
  static String text(CartDiscount discount) {
    return switch (discount) {
      case null -> "";
      case CartDiscount.Percent percent ->
          percent.percentage().toPlainString().replace('.', ',') + "%";
      case CartDiscount.Sum sum -> Sums.bare(sum.money());
    };
  }
}
