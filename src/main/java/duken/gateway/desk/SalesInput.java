package duken.gateway.desk;

import duken.domain.Money;
import duken.gateway.http.HttpRequest;
import duken.gateway.input.ListInput;
import duken.store.InvoiceQuery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sales the history screen asks for. The typed text is read as a sum, as the end of a phone
 * number and as words at once.
 */
final class SalesInput {

  private static final Pattern NUMBER = Pattern.compile("(?:№\\s*|\\p{L}\\s*-\\s*)?([0-9]{1,18})");
  private static final Pattern SUM = Pattern.compile("[0-9]{1,8}([.,][0-9]{1,2})?");
  private static final Pattern PHONE = Pattern.compile("[0-9+() \\u00a0-]{2,25}");
  private static final int SHORTEST_ENDING = 2;
  private static final int NATIONAL = 10;

  private SalesInput() {}

  /**
   * Reads the filter.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static InvoiceQuery read(HttpRequest httpRequest) {
    InvoiceQuery query = ListInput.invoices(httpRequest);
    String text = query.typed().search() == null ? null : query.typed().search().strip();
    return new InvoiceQuery(
        query.statuses(),
        query.kind(),
        query.period(),
        new InvoiceQuery.Typed(
            text,
            text == null ? null : phoneEnding(text),
            text == null ? null : tiyn(text),
            text == null ? null : number(text)),
        query.slice());
  }

  private static Long tiyn(String text) {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f₸]", "").replace(',', '.');
    if (!SUM.matcher(plain).matches()) {
      return null;
    }
    try {
      return Money.parse(plain).tiyn();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** {@code 15}, {@code № 1042} or {@code У-15}, as a window shows it in one of its languages. */
  private static Long number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches() ? Long.valueOf(number.group(1)) : null;
  }

  private static String phoneEnding(String text) {
    if (!PHONE.matcher(text).matches()) {
      return null;
    }
    String digits = text.replaceAll("[^0-9]", "");
    if (digits.length() < SHORTEST_ENDING || digits.length() > NATIONAL + 1) {
      return null;
    }
    return digits.length() > NATIONAL ? digits.substring(1) : digits;
  }
}
