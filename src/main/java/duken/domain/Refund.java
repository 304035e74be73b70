package duken.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Money going back to the customer (gateway contract, sections 8 and 10).
 *
 * @param id unique in the gateway; 0 before it is stored
 */
public record Refund(
    long id, long tenantId, Mode mode, long invoiceId, Terms terms, State state, Sending sending) {

  /**
   * What was asked for; it never changes.
   *
   * @param reason or null; at most 500 characters
   * @param createdAt UTC
   */
  public record Terms(
      Money amount, String reason, Initiator initiatedBy, List<Line> items, Instant createdAt) {

    public Terms {
      Objects.requireNonNull(amount);
      Objects.requireNonNull(initiatedBy);
      items = List.copyOf(items);
    }
  }

  /**
   * What became of it.
   *
   * @param providerRefundId the bank's identifier, or null
   * @param errorCode on {@code failed}, or null
   * @param errorMessage on {@code failed}, or null
   * @param completedAt UTC, or null
   */
  public record State(
      Status status,
      String providerRefundId,
      String errorCode,
      String errorMessage,
      Instant completedAt) {

    public State {
      Objects.requireNonNull(status);
    }
  }

  /**
   * What was known when it left for the bank.
   *
   * @param refundedBefore what the invoice had refunded when this one was asked for: an unknown
   *     outcome is resolved by comparing with it
   * @param sentAt when the bank was last called with it, UTC; null when it surely was not
   * @param returnedBefore what the bank itself said it had returned of the sale just before {@code
   *     sentAt}, or null when it does not tell
   */
  public record Sending(Money refundedBefore, Instant sentAt, Money returnedBefore) {}

  /** The code of a refund of which neither the bank nor we can say what became of it. */
  private static final String UNCLEAR = "refund_unclear";

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
    return state.status() == Status.PROCESSING && UNCLEAR.equals(state.errorCode());
  }

  /** Whether the bank may still say how it ended: until then the invoice takes no other refund. */
  public boolean isInFlight() {
    return state.status().isUnderWay() && !isUnclear();
  }

  /** The same refund when its turn at the bank has come. */
  public Refund begun(Money returnedSoFar) {
    return with(
        new State(Status.PROCESSING, null, null, null, null),
        new Sending(returnedSoFar, null, null));
  }

  /**
   * The same refund as it leaves for the bank.
   *
   * @param bankReturned what the bank says it has returned of the sale so far, or null
   */
  public Refund sending(Money bankReturned, Instant now) {
    return with(
        new State(state.status(), state.providerRefundId(), null, null, state.completedAt()),
        new Sending(sending.refundedBefore(), now, bankReturned));
  }

  /** The same refund when only a person can say what became of it. */
  public Refund unclear() {
    return with(new State(Status.PROCESSING, state.providerRefundId(), UNCLEAR, null, null));
  }

  /** The same refund after the bank spoke. */
  public Refund with(State newState) {
    return with(newState, sending);
  }

  private Refund with(State newState, Sending newSending) {
    return new Refund(id, tenantId, mode, invoiceId, terms, newState, newSending);
  }
}
