package duken.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Money going back to the customer (gateway contract, sections 8 and 10).
 *
 * @param id unique in the gateway; 0 before it is stored
 * @param reason or null; at most 500 characters
 * @param providerRefundId the bank's identifier, or null
 * @param errorCode on {@code failed}, or null
 * @param errorMessage on {@code failed}, or null
 * @param refundedBefore what the invoice had refunded when this one was asked for: an unknown
 *     outcome is resolved by comparing with it
 * @param createdAt UTC
 * @param completedAt UTC, or null
 * @param sentAt when the bank was last called with it, UTC; null when it surely was not
 * @param returnedBefore what the bank itself said it had returned of the sale just before {@code
 *     sentAt}, or null when it does not tell
 */
public record Refund(
    long id,
    long tenantId,
    Mode mode,
    long invoiceId,
    Money amount,
    String reason,
    Status status,
    String providerRefundId,
    Initiator initiatedBy,
    String errorCode,
    String errorMessage,
    Money refundedBefore,
    List<Line> items,
    Instant createdAt,
    Instant completedAt,
    Instant sentAt,
    Money returnedBefore) {

  /** The code of a refund of which neither the bank nor we can say what became of it. */
  private static final String UNCLEAR = "refund_unclear";

  public Refund {
    Objects.requireNonNull(amount);
    Objects.requireNonNull(status);
    Objects.requireNonNull(initiatedBy);
    items = List.copyOf(items);
  }

  /** A refund that was not sent yet. */
  public Refund(
      long id,
      long tenantId,
      Mode mode,
      long invoiceId,
      Money amount,
      String reason,
      Status status,
      String providerRefundId,
      Initiator initiatedBy,
      String errorCode,
      String errorMessage,
      Money refundedBefore,
      List<Line> items,
      Instant createdAt,
      Instant completedAt) {
    this(
        id,
        tenantId,
        mode,
        invoiceId,
        amount,
        reason,
        status,
        providerRefundId,
        initiatedBy,
        errorCode,
        errorMessage,
        refundedBefore,
        items,
        createdAt,
        completedAt,
        null,
        null);
  }

  public enum Status {
    /** Written down; the bank was not called yet. */
    PENDING,
    /** The bank was called and has not said its last word; the sum stays reserved. */
    PROCESSING,
    /** The money went back. */
    COMPLETED,
    /** The bank refused; the sum is free again. */
    FAILED;

    /** The contract's word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the sum is reserved. */
    public boolean isUnderWay() {
      return this == PENDING || this == PROCESSING;
    }
  }

  public enum Initiator {
    API,
    CASHIER,
    DASHBOARD;

    /** The contract's word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One returned line of a cart.
   *
   * @param id unique; 0 before it is stored
   */
  public record Line(
      long id,
      long invoiceItemId,
      Long catalogItemId,
      String name,
      Money price,
      int count,
      Money amount) {}

  /** Whether it waits for a person's word: nothing can be asked, and nothing else waits for it. */
  public boolean isUnclear() {
    return status == Status.PROCESSING && UNCLEAR.equals(errorCode);
  }

  /** The same refund when its turn at the bank has come. */
  public Refund begun(Money returnedSoFar) {
    return new Refund(
        id,
        tenantId,
        mode,
        invoiceId,
        amount,
        reason,
        Status.PROCESSING,
        null,
        initiatedBy,
        null,
        null,
        returnedSoFar,
        items,
        createdAt,
        null);
  }

  /**
   * The same refund as it leaves for the bank.
   *
   * @param bankReturned what the bank says it has returned of the sale so far, or null
   */
  public Refund sending(Money bankReturned, Instant now) {
    return changed(status, providerRefundId, null, null, completedAt, now, bankReturned);
  }

  /** The same refund when only a person can say what became of it. */
  public Refund unclear() {
    return changed(
        Status.PROCESSING, providerRefundId, UNCLEAR, null, null, sentAt, returnedBefore);
  }

  /** The same refund after the bank spoke. */
  public Refund with(
      Status newStatus,
      String bankId,
      String newErrorCode,
      String newErrorMessage,
      Instant doneAt) {
    return changed(
        newStatus, bankId, newErrorCode, newErrorMessage, doneAt, sentAt, returnedBefore);
  }

  private Refund changed(
      Status newStatus,
      String bankId,
      String newErrorCode,
      String newErrorMessage,
      Instant doneAt,
      Instant newSentAt,
      Money newReturnedBefore) {
    return new Refund(
        id,
        tenantId,
        mode,
        invoiceId,
        amount,
        reason,
        newStatus,
        bankId,
        initiatedBy,
        newErrorCode,
        newErrorMessage,
        refundedBefore,
        items,
        createdAt,
        doneAt,
        newSentAt,
        newReturnedBefore);
  }
}
