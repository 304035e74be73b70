package duken.provider.marketplace;

import duken.domain.marketplace.MarketplaceOrder.Canonical;
import java.util.Locale;

/** What Kaspi's statuses mean (sheet, section 5). The one place that knows. */
public enum KaspiOrderStatus {
  APPROVED_BY_BANK,
  ACCEPTED_BY_MERCHANT,
  COMPLETED,
  CANCELLED,
  CANCELLING,
  KASPI_DELIVERY_RETURN_REQUESTED,
  RETURN_ACCEPTED_BY_MERCHANT,
  RETURNED,
  ASSEMBLE,
  ARRIVED,
  ARRIVED_BACKWARD,
  GIVEN_TO_DELIVERY,
  /** A word Kaspi has and this program does not know. */
  UNKNOWN;

  public static KaspiOrderStatus of(String word) {
    for (KaspiOrderStatus known : values()) {
      if (known.name().equals(word.toUpperCase(Locale.ROOT))) {
        return known;
      }
    }
    return UNKNOWN;
  }

  /** Whether Kaspi changes such an order no more. */
  boolean isFinished() {
    return switch (this) {
      case COMPLETED, CANCELLED, RETURNED -> true;
      case APPROVED_BY_BANK,
          ACCEPTED_BY_MERCHANT,
          CANCELLING,
          KASPI_DELIVERY_RETURN_REQUESTED,
          RETURN_ACCEPTED_BY_MERCHANT,
          ASSEMBLE,
          ARRIVED,
          ARRIVED_BACKWARD,
          GIVEN_TO_DELIVERY,
          UNKNOWN ->
          false;
    };
  }

  /**
   * What an order means for money once it has this status. The approval of the bank settles
   * nothing, and nothing moves backward: what is completed stays so until it is returned.
   *
   * @param before what it meant, or null for an order nobody knew
   */
  public Canonical after(Canonical before) {
    Canonical known = before == null ? Canonical.PENDING : before;
    return switch (this) {
      case COMPLETED -> known == Canonical.REFUNDED ? known : Canonical.COMPLETED;
      case CANCELLED -> known == Canonical.PENDING ? Canonical.FAILED : known;
      case RETURNED -> Canonical.REFUNDED;
      case APPROVED_BY_BANK,
          ACCEPTED_BY_MERCHANT,
          CANCELLING,
          KASPI_DELIVERY_RETURN_REQUESTED,
          RETURN_ACCEPTED_BY_MERCHANT,
          ASSEMBLE,
          ARRIVED,
          ARRIVED_BACKWARD,
          GIVEN_TO_DELIVERY,
          UNKNOWN ->
          known;
    };
  }

  /** Whether this status after that meaning is for a person to look at. */
  boolean isOddAfter(Canonical before) {
    return this == CANCELLED && before == Canonical.COMPLETED;
  }
}
