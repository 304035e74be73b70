package duken.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One try to collect an invoice's money at the bank. An invoice owns a list of them: a bank's QR
 * may live shorter than the invoice and is renewed beneath it (cashier sheet, section 8).
 *
 * @param id unique; 0 before it is stored
 * @param number 1 for the invoice's first operation, then 2, …
 * @param mark short and unique: finds the operation at the bank when the answer was lost
 * @param operationId the bank's identifier as text, or null while unknown
 * @param qrText text to draw, or null
 * @param payUrl link that opens the bank's app, or null
 * @param state where it stands
 * @param word the bank's own status word of the last change of its state or progress, or null
 * @param createdAt UTC, when the intent was written
 * @param expiresAt UTC, when the bank says it ends, or null
 */
public record BankOperation(
    long id,
    long invoiceId,
    int number,
    String mark,
    String operationId,
    String qrText,
    String payUrl,
    State state,
    String word,
    Instant createdAt,
    Instant expiresAt) {

  public BankOperation {
    Objects.requireNonNull(mark);
    Objects.requireNonNull(state);
  }

  /** A try that is written down before the bank is called. */
  public static BankOperation intended(long invoiceId, int number, String mark, Instant at) {
    return new BankOperation(
        0, invoiceId, number, mark, null, null, null, State.INTENDED, null, at, null);
  }

  /** The same operation in another state, with the bank's word for it, or null. */
  public BankOperation with(State newState, String newWord) {
    return new BankOperation(
        id,
        invoiceId,
        number,
        mark,
        operationId,
        qrText,
        payUrl,
        newState,
        newWord,
        createdAt,
        expiresAt);
  }

  /** The same operation once the bank has it. */
  public BankOperation opened(
      String newOperationId, String newQrText, String newPayUrl, Instant newExpiresAt) {
    return new BankOperation(
        id,
        invoiceId,
        number,
        mark,
        newOperationId,
        newQrText,
        newPayUrl,
        State.OPEN,
        word,
        createdAt,
        newExpiresAt);
  }

  /** Whether the bank knows it by this identifier. */
  public boolean isBankId(String id) {
    return operationId != null && operationId.equals(id);
  }

  public enum State {
    /** Written down; the bank was surely not called, or nobody knows yet. */
    INTENDED,
    /** Surely not sent because there was no network: waits for the provider to be back. */
    QUEUED,
    /** Sent, and the answer was lost: the bank may have it. Looked up, never repeated blindly. */
    UNKNOWN,
    /** The bank has it and may take the customer's money. */
    OPEN,
    /** No question to the bank can tell what became of it: a person has to say. */
    UNDECIDED,
    /** The bank took the customer's money. */
    PAID,
    /** The bank says that no money can come through it. */
    ENDED;
  }
}
