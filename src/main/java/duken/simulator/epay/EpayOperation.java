package duken.simulator.epay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A payment in the provider's books.
 *
 * @param transactionId empty text before the customer's money is touched
 * @param status QR word
 * @param refunds each refund that was carried out
 */
public record EpayOperation(
    long billNumber,
    String invoiceId,
    String transactionId,
    BigDecimal amount,
    String status,
    Callback callback,
    String description,
    Life life,
    List<Refund> refunds) {

  /** Where and how the provider calls. */
  public record Callback(String postLink, String failureLink, String secretHash) {}

  /**
   * Since when and how long it can be paid.
   *
   * @param life how long it can be paid
   */
  public record Life(Instant createdAt, Duration life) {}

  public EpayOperation {
    refunds = List.copyOf(refunds);
  }

  public record Refund(String externalId, BigDecimal amount) {}

  /** What went back so far. */
  public BigDecimal refunded() {
    return refunds.stream().map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The card word of the transaction. */
  String statusName() {
    return switch (status) {
      case "PAID" -> refunded().compareTo(amount) >= 0 ? "REFUND" : "CHARGE";
      case "BLOCKED" -> "AUTH";
      default -> status;
    };
  }

  EpayOperation with(String newStatus, String newTransactionId) {
    return new EpayOperation(
        billNumber,
        invoiceId,
        newTransactionId,
        amount,
        newStatus,
        callback,
        description,
        life,
        refunds);
  }

  EpayOperation with(List<Refund> newRefunds) {
    return new EpayOperation(
        billNumber,
        invoiceId,
        transactionId,
        amount,
        status,
        callback,
        description,
        life,
        newRefunds);
  }
}
