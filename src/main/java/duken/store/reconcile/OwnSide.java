package duken.store.reconcile;

import duken.domain.Anomaly;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import java.time.Instant;

/** What we know of the money of a stretch of time, to be laid beside the bank's list. */
public final class OwnSide {

  private OwnSide() {}

  /**
   * A sale whose bank operation stands in a line.
   *
   * @param lineId the line
   * @param paidBy the operation whose money the sale took, or null
   * @param goneBack what was or is being refunded of it
   */
  public record Named(
      long lineId,
      long invoiceId,
      long number,
      InvoiceStatus status,
      Money amount,
      String paidBy,
      Money goneBack) {

    /** Whether the sale was paid through this operation. */
    public boolean tookMoneyOf(String operationId) {
      return status.hasMoney() && operationId.equals(paidBy);
    }
  }

  /**
   * A paid sale.
   *
   * @param paidAt UTC
   * @param listed whether any line of the bank has its operation
   */
  public record Paid(
      long invoiceId,
      long number,
      InvoiceStatus status,
      Money amount,
      Instant paidAt,
      boolean listed) {}

  /**
   * A completed refund.
   *
   * @param bankId the bank's number of it, or null
   * @param at UTC
   */
  public record Refunded(
      long refundId, long invoiceId, long number, Money amount, String bankId, Instant at) {}

  /**
   * Something odd that was found out about a sale.
   *
   * @param operationId or null
   * @param detectedAt UTC
   * @param resolution how it was resolved, or null while it is open
   */
  public record Odd(
      long invoiceId,
      long number,
      Anomaly.Kind kind,
      Money amount,
      String operationId,
      Instant detectedAt,
      Anomaly.Resolution resolution) {}

  /** A sale that money without an invoice may belong to. */
  public record Candidate(
      long invoiceId, long number, InvoiceStatus status, Money amount, Instant createdAt) {}
}
