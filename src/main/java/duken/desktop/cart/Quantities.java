package duken.desktop.cart;

import duken.desktop.text.Texts;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsLine;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Quantities as people write and read them: {@code 2}, {@code 0,355}. */
final class Quantities {

  private static final int PLACES = 3;
  private static final Pattern TYPED =
      Pattern.compile("[0-9]{1,5}([.,][0-9]{0,3})?|[.,][0-9]{1,3}");

  private Quantities() {}

  /** {@code 0,355}, {@code 2}. */
  static String bare(long thousandths) {
    return BigDecimal.valueOf(thousandths, PLACES)
        .stripTrailingZeros()
        .toPlainString()
        .replace('.', ',');
  }

  /** {@code 0,355 кг}. */
  static String format(Texts texts, GoodsLine line) {
    String unit = line.goods().unit().name().toLowerCase(Locale.ROOT);
    return bare(line.thousandths()) + '\u00a0' + texts.get("cart.unit." + unit);
  }

  /** What was typed, in thousandths; empty when so much of it cannot be bought. */
  static OptionalLong read(String text, CartGoods goods) {
    String plain = text.strip();
    if (!TYPED.matcher(plain).matches()) {
      return OptionalLong.empty();
    }
    String number = plain.replace(',', '.');
    long thousandths =
        new BigDecimal(number.endsWith(".") ? number + "0" : number)
            .movePointRight(PLACES)
            .longValueExact();
    return GoodsLine.isQuantity(goods, thousandths)
        ? OptionalLong.of(thousandths)
        : OptionalLong.empty();
  }
}
