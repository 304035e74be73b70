package duken.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a provider tells of a payment beyond that it was made.
 *
 * @param method how the customer paid, {@code qr}, {@code card}, {@code alaqan}, or null
 * @param cardLast4 last four digits of the card, or null
 * @param rrn retrieval reference number of a card payment, or null
 * @param paymentId the provider's own identifier of the payment, or null
 * @param metadata further facts by short lower-snake name; nothing secret, nothing personal
 */
public record PaymentDetails(
    String method, String cardLast4, String rrn, String paymentId, Map<String, String> metadata) {

  /** Nothing was told. */
  public static final PaymentDetails NONE = new PaymentDetails(null, null, null, null, Map.of());

  private static final String BY_HAND = "decided_by_hand";
  private static final String BANK_SAID = "bank_said_later";

  public PaymentDetails {
    if (cardLast4 != null && !cardLast4.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("of a card only the last four digits are kept");
    }
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /** Only an identifier and further facts. */
  public static PaymentDetails of(String paymentId, Map<String, String> metadata) {
    return new PaymentDetails(null, null, null, paymentId, metadata);
  }

  /**
   * A payment that a person has booked.
   *
   * @param by name of the key or person
   * @param reason how the person knows of it
   */
  public static PaymentDetails byHand(String by, String reason) {
    return of(null, Map.of(BY_HAND, "true", "decided_by", by, "decided_because", reason));
  }

  /** Whether a person has booked it and its bank has not spoken since. */
  public boolean awaitsItsBank() {
    return "true".equals(metadata.get(BY_HAND)) && !metadata.containsKey(BANK_SAID);
  }

  /** The same after its bank has spoken: {@code paid} or {@code not_paid}. */
  public PaymentDetails bankSaid(boolean paid) {
    return with(BANK_SAID, paid ? "paid" : "not_paid");
  }

  /** The same with one more fact. */
  public PaymentDetails with(String name, String value) {
    Map<String, String> more = new TreeMap<>(metadata);
    more.put(name, value);
    return new PaymentDetails(method, cardLast4, rrn, paymentId, more);
  }
}
