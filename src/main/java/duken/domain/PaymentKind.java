package duken.domain;

import java.time.Duration;

/** How the customer is asked to pay. */
public enum PaymentKind {
  /** A QR code on the screen; payable for 20 minutes (gateway contract, section 8). */
  QR("qr", Duration.ofMinutes(20), Capability.QR),
  /** A bill in the customer's bank app; payable for 24 hours (gateway contract, section 8). */
  PHONE("phone", Duration.ofHours(24), Capability.PHONE),
  /** A terminal on the counter; its word ends it, 24 hours are a hint (Smart POS, section 10). */
  TERMINAL("terminal", Duration.ofHours(24), Capability.TERMINAL),
  /** A link that is sent to the customer; payable for 24 hours. */
  LINK("link", Duration.ofHours(24), Capability.LINK);

  private final String wire;
  private final Duration life;
  private final Capability needs;

  PaymentKind(String wire, Duration life, Capability needs) {
    this.wire = wire;
    this.life = life;
    this.needs = needs;
  }

  /** The contract's word, {@code qr}, {@code phone}, {@code terminal} or {@code link}. */
  public String wire() {
    return wire;
  }

  /** How long an invoice of this kind may be paid after it was created. */
  public Duration life() {
    return life;
  }

  /** What a provider must be able to do for it. */
  public Capability needs() {
    return needs;
  }

  /**
   * Whether the customer gets it from us alone, as a picture or a link: one whose answer was lost
   * was seen by nobody and may be replaced, one that ran out may be renewed beneath its invoice.
   */
  public boolean isHandedOverByUs() {
    return switch (this) {
      case QR, LINK -> true;
      case PHONE, TERMINAL -> false;
    };
  }
}
