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
    Instant completedAt) {

  public Refund {
    Objects.requireNonNull(amount);
    Objects.requireNonNull(status);
    Objects.requireNonNull(initiatedBy);
    items = List.copyOf(items);
  }

  /** Where a refund stands. */
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

  /** Who asked for it. */
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

  /** The same refund after the bank spoke. */
  public Refund with(
      Status newStatus,
      String bankId,
      String newErrorCode,
      String newErrorMessage,
      Instant doneAt) {
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
        doneAt);
  }
}
