package duken.domain;

import java.time.Duration;

/** How the customer is asked to pay. */
public enum PaymentKind {
  /** A QR code on the screen; payable for 20 minutes (gateway contract, section 8). */
  QR("qr", Duration.ofMinutes(20)),
  /** A bill in the customer's bank app; payable for 24 hours (gateway contract, section 8). */
  PHONE("phone", Duration.ofHours(24));

  private final String wire;
  private final Duration life;

  PaymentKind(String wire, Duration life) {
    this.wire = wire;
    this.life = life;
  }

  /** The contract's word, {@code qr} or {@code phone}. */
  public String wire() {
    return wire;
  }

  /** How long an invoice of this kind may be paid after it was created. */
  public Duration life() {
    return life;
  }
}
