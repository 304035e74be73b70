package duken.provider.cashier.wire;

import duken.domain.Money;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums as the bank shows them, {@code " 1 250,50 ₸"} (cashier sheet, section 6). */
final class DisplayAmount {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f₸]");
  private static final Pattern FORM = Pattern.compile("(-?)([0-9]{1,15})(?:[.,]([0-9]{1,2}))?");

  private DisplayAmount() {}

  /** The signed sum in tiyn, or empty when it is no sum: never zero by mistake. */
  static OptionalLong tiyn(String text) {
    if (text == null) {
      return OptionalLong.empty();
    }
    Matcher matcher = FORM.matcher(SPACES.matcher(text).replaceAll(""));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    String fraction = matcher.group(3) == null ? "0" : matcher.group(3);
    BigDecimal value = new BigDecimal(matcher.group(2) + "." + fraction);
    long tiyn = value.movePointRight(2).longValueExact();
    return OptionalLong.of(matcher.group(1).isEmpty() ? tiyn : -tiyn);
  }

  /** The sum, or empty when it is none or negative. */
  static java.util.Optional<Money> money(String text) {
    OptionalLong tiyn = tiyn(text);
    return tiyn.isPresent() && tiyn.getAsLong() >= 0
        ? java.util.Optional.of(Money.ofTiyn(tiyn.getAsLong()))
        : java.util.Optional.empty();
  }
}
