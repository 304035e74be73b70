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

  /** The same with one more fact. */
  public PaymentDetails with(String name, String value) {
    Map<String, String> more = new TreeMap<>(metadata);
    more.put(name, value);
    return new PaymentDetails(method, cardLast4, rrn, paymentId, more);
  }
}
