package duken.simulator.kaspipay;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A purchase in the bank's books.
 *
 * @param kind {@code qr}, {@code link}, {@code bill} or {@code return}
 * @param device token of the cash desk that made it
 * @param payload text of the picture, or the link
 * @param status the bank's word
 * @param returned what went back so far, tenge
 * @param reads how often its status was asked for
 */
public record Purchase(
    long id,
    String kind,
    String scheme,
    String device,
    BigDecimal amount,
    String payload,
    String phone,
    String status,
    BigDecimal returned,
    Instant createdAt,
    Instant waitAt,
    int reads) {

  Purchase now(String word, Instant at) {
    Instant opened = word.equals("Wait") ? at : waitAt;
    return new Purchase(
        id, kind, scheme, device, amount, payload, phone, word, returned, createdAt, opened, reads);
  }

  Purchase returned(BigDecimal sum) {
    return new Purchase(
        id,
        kind,
        scheme,
        device,
        amount,
        payload,
        phone,
        status,
        returned.add(sum),
        createdAt,
        waitAt,
        reads);
  }

  Purchase read() {
    return new Purchase(
        id, kind, scheme, device, amount, payload, phone, status, returned, createdAt, waitAt,
        reads + 1);
  }

  /** What can still go back, tenge. */
  public BigDecimal available() {
    return amount.subtract(returned);
  }
}
