package duken.domain;

import java.util.Locale;

/**
 * The four words in which every provider's payment is told alike (gateway contract, section 14).
 * They are one mapping beside the seven statuses and never appear as {@code status}.
 */
public enum CanonicalStatus {
  /** Money may still come. */
  PENDING,
  /** Money came; some of it may have been returned. */
  COMPLETED,
  /** No money came, and none can. */
  FAILED,
  /** All of it was returned. */
  REFUNDED;

  public static CanonicalStatus of(InvoiceStatus status) {
    return switch (status) {
      case PENDING, CANCELLING -> PENDING;
      case PAID, PARTIALLY_REFUNDED -> COMPLETED;
      case CANCELLED, EXPIRED -> FAILED;
      case REFUNDED -> REFUNDED;
    };
  }

  /** Lower-case word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
