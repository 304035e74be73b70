package duken.domain;

import java.util.Locale;

/** What a provider can do. What it cannot is absent in the window and refused in the API. */
public enum Capability {
  QR,
  PHONE,
  TERMINAL,
  LINK,
  CANCEL,
  REFUND,
  PARTIAL_REFUND,
  PAYER_LOOKUP;

  /** Lower-case word for the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
