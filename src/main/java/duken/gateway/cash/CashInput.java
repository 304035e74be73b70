package duken.gateway.cash;

import duken.domain.Money;
import duken.domain.cash.Banknotes;
import duken.engine.cash.CashWish;
import duken.gateway.http.HttpRequest;
import duken.gateway.input.BodyFields;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what a window wants with cash. */
public final class CashInput {

  private static final String HEADER = "idempotency-key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,190}");
  private static final int LONGEST = 30;

  private CashInput() {}

  /**
   * The key that every wish has.
   *
   * @throws HttpRefusal BAD_HEADER
   */
  static String key(HttpRequest httpRequest) {
    return httpRequest
        .header(HEADER)
        .filter(it -> httpRequest.headerCount(HEADER) == 1 && FORM.matcher(it).matches())
        .orElseThrow(() -> HttpRefusal.because(Problem.BAD_HEADER));
  }

  /**
   * What was counted: {@code counted}, or {@code banknotes} and {@code coins}.
   *
   * @return null when neither is there, or when something is wrong with it
   */
  public static CashWish.Count count(BodyFields fields, String key) {
    if (fields.has("banknotes")) {
      Map<Integer, Integer> notes = new TreeMap<>();
      for (BodyFields each : fields.requiredObjects("banknotes", Banknotes.VALUES.size())) {
        Long note = each.requiredNumber("note", 1, Banknotes.VALUES.getFirst());
        Long count = each.requiredNumber("count", 0, Banknotes.MOST);
        if (note != null && count != null) {
          if (Banknotes.VALUES.contains(note.intValue())) {
            notes.merge(note.intValue(), count.intValue(), Integer::sum);
          } else {
            each.complain("note", "choice");
          }
        }
      }
      Money coins = fields.has("coins") ? sum(fields, "coins") : Money.ZERO;
      if (coins == null || notes.values().stream().anyMatch(it -> it > Banknotes.MOST)) {
        fields.complain("banknotes", "invalid");
        return null;
      }
      Banknotes banknotes = Banknotes.of(notes, coins);
      return new CashWish.Count(banknotes.sum(), banknotes, key);
    }
    Money sum = fields.has("counted") ? sum(fields, "counted") : null;
    return sum == null ? null : new CashWish.Count(sum, null, key);
  }

  /** The cart that is sold; null when something is wrong with it. */
  static CashWish.Cart cart(BodyFields fields) {
    BodyFields cart = fields.requiredObject("till_cart");
    Long id = cart.requiredNumber("id", 1, Long.MAX_VALUE);
    Long version = cart.requiredNumber("version", 1, Long.MAX_VALUE);
    return id == null || version == null ? null : new CashWish.Cart(id, version);
  }

  /** A sum that may be nothing. */
  private static Money sum(BodyFields fields, String name) {
    String text = fields.text(name, LONGEST);
    return text != null && text.matches("0+(\\.0+)?") ? Money.ZERO : fields.money(name);
  }
}
