package duken.domain;

import java.util.Arrays;
import java.util.Optional;

/** The contract's seven statuses (gateway contract, section 14). There is no eighth. */
public enum InvoiceStatus {
  /** Awaiting payment. */
  PENDING,
  /** A cancel was requested and the bank has not said its last word; payment may still win. */
  CANCELLING,
  PAID,
  /** Ended by the customer or the shop; no money can come. */
  CANCELLED,
  /** Time ran out or the payment failed for good; no money can come. */
  EXPIRED,
  /** At least one refund, money left. */
  PARTIALLY_REFUNDED,
  /** Everything was returned. */
  REFUNDED;

  /** The contract's word, {@code partially_refunded}. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<InvoiceStatus> ofWire(String word) {
    return Arrays.stream(values()).filter(status -> status.wire().equals(word)).findFirst();
  }

  /** Whether the customer's money may still come, so that the bank must be asked. */
  public boolean isOpen() {
    return this == PENDING || this == CANCELLING;
  }

  /** Whether the customer's money came, whatever was returned of it later. */
  public boolean hasMoney() {
    return this == PAID || this == PARTIALLY_REFUNDED || this == REFUNDED;
  }

  /** Whether a refund may be asked for. */
  public boolean isRefundable() {
    return this == PAID || this == PARTIALLY_REFUNDED;
  }
}
