package duken.domain.staff;

import java.util.Locale;

/** What a shop can put behind a PIN. Programs with keys of their own are not asked for PINs. */
public enum Permission {
  /** Making, cancelling and sending sales. */
  SALE(PinLevel.NOBODY),
  /** Selling goods at another price than the catalog's, and discounts. */
  PRICE(PinLevel.OWNER),
  REFUND(PinLevel.OWNER),
  /** Opening and closing the desk's shift. */
  SHIFT(PinLevel.ANYBODY),
  /** Reading the bank's own list and saying what its lines are. */
  RECONCILE(PinLevel.ANYBODY),
  /** Opening the cash drawer without a sale. */
  DRAWER(PinLevel.ANYBODY),
  /** Taking cash out of the drawer that no customer gets. */
  CASH_OUT(PinLevel.OWNER),
  CASH_REFUND(PinLevel.OWNER),
  /** Seeing what should lie in the drawer, where it is counted blind. */
  CASH_EXPECTED(PinLevel.OWNER),
  /** Saying what the terminal shows of an operation whose end was lost. */
  TERMINAL_ANSWER(PinLevel.OWNER),
  /** Deciding about money that behaved oddly. */
  ANOMALIES(PinLevel.OWNER),
  /** The catalog and its prices. */
  GOODS(PinLevel.OWNER),
  /** The shop's name, its bank and webhooks. */
  SETTINGS(PinLevel.OWNER),
  /** Keys for programs. */
  KEYS(PinLevel.OWNER),
  /** Booking a payment that only a person saw at the bank. */
  HAND_DECISION(PinLevel.OWNER),
  /** People, their PINs and these rules. */
  STAFF(PinLevel.OWNER);

  private final PinLevel usual;

  Permission(PinLevel usual) {
    this.usual = usual;
  }

  /** What a shop begins with. */
  public PinLevel usual() {
    return usual;
  }

  /** Whether it is the owner's alone, whatever the shop chooses. */
  public boolean isOwnersAlone() {
    return this == HAND_DECISION || this == STAFF;
  }

  /** Lower-case word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
