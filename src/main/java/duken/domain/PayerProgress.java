package duken.domain;

import java.util.Locale;

/** How far the customer has come with an open invoice. Only shown; it decides nothing. */
public enum PayerProgress {
  /** The bank was not reached yet: the bill waits in the engine, or the QR is being asked for. */
  NOT_SENT,
  /** The customer has not opened it, as far as the bank tells. */
  WAITING,
  /** The customer opened it. */
  SCANNED,
  /** The customer confirms, or the bank holds the money without having captured it. */
  CONFIRMING;

  /** Lower-case word for the window. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
