package duken.simulator.kaspipay;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A purchase in the bank's books.
 *
 * @param status the bank's word
 * @param returned what went back so far, tenge
 * @param reads how often its status was asked for
 */
public record Purchase(
    long id, Terms terms, String status, BigDecimal returned, Instant waitAt, int reads) {

  /**
   * What was asked for.
   *
   * @param kind {@code qr}, {@code link}, {@code bill} or {@code return}
   * @param device token of the cash desk that made it
   * @param payload text of the picture, or the link
   */
  public record Terms(
      String kind,
      String scheme,
      String device,
      BigDecimal amount,
      String payload,
      String phone,
      Instant createdAt) {}

  Purchase now(String word, Instant at) {
    Instant opened = word.equals("Wait") ? at : waitAt;
    return new Purchase(id, terms, word, returned, opened, reads);
  }

  Purchase returned(BigDecimal sum) {
    return new Purchase(id, terms, status, returned.add(sum), waitAt, reads);
  }

  Purchase read() {
    return new Purchase(id, terms, status, returned, waitAt, reads + 1);
  }

  BigDecimal amount() {
    return terms.amount();
  }

  /** What can still go back, tenge. */
  public BigDecimal available() {
    return amount().subtract(returned);
  }
}
