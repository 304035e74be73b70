package duken.simulator.epay;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A token that was given.
 *
 * @param invoiceId of its payment, or null when it carries none
 * @param amount in tenge, or null
 * @param postLink or null
 * @param failureLink or null
 * @param secretHash or null
 * @param ofPerson given by the grant {@code password}, as invoice links want it (section 9)
 */
record EpayToken(
    String text,
    String invoiceId,
    BigDecimal amount,
    String postLink,
    String failureLink,
    String secretHash,
    boolean ofPerson,
    Instant until) {

  boolean isPayment() {
    return invoiceId != null;
  }
}
