package duken.domain;

import java.util.Locale;

/** Why an invoice ended (gateway contract, section 8, {@code status_reason}). */
public enum StatusReason {
  MERCHANT_CANCELLED,
  CUSTOMER_CANCELLED,
  CUSTOMER_CLOSED_SESSION,
  TTL_EXPIRED,
  PAYMENT_REJECTED,
  PROVIDER_ERROR;

  /** The contract's word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
