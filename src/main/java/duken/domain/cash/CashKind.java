package duken.domain.cash;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened to the cash in a drawer. */
public enum CashKind {
  /** Goods sold for cash alone. */
  SALE(1),
  /** Cash given back for a sale, or for the part of a paid sale that was cash. */
  REFUND(-1),
  /** What lay in the drawer when the shift began, as somebody counted it. */
  FLOAT(0),
  CASH_IN(1),
  CASH_OUT(-1),
  /** What somebody counted. */
  COUNT(0),
  /** The cash of a mixed payment; it is a sale once the invoice for the rest is paid. */
  PART(1),
  /** A part given back because the rest was never paid. */
  PART_RETURN(-1);

  private final int direction;

  CashKind(int direction) {
    this.direction = direction;
  }

  /** 1 when the drawer has more afterwards, -1 when it has less, 0 when it was counted. */
  public int direction() {
    return direction;
  }

  /** Whether it says what lies in the drawer, whatever was there by the books. */
  public boolean isCounted() {
    return direction == 0;
  }

  /** Lower-case word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CashKind> ofWire(String word) {
    return Arrays.stream(values()).filter(kind -> kind.wire().equals(word)).findFirst();
  }
}
