package duken.provider.smartpos;

import duken.domain.PaymentDetails;
import java.time.Instant;

/**
 * One payment or refund on the terminal, as the journal keeps it (Smart POS, section 11).
 *
 * @param key {@code payment:} and the try's mark, or {@code refund:} and the refund's id
 * @param invoiceId whose it is
 * @param refund whether money goes back
 * @param tenge the sum in whole tenge
 * @param stage how far it is
 * @param processId the terminal's identifier, or null while the start is unknown
 * @param startedAt when it was written down, before the terminal was asked, UTC
 * @param touched whether the customer has begun: it left {@code WaitUser}
 * @param unknownSince when the terminal first did not know the end itself, or null
 * @param actualizedAt of the last {@code actualize}, measured from its answer, or null
 * @param forgotten how many times the terminal said that it knows no such process
 * @param end how it ended, or null
 * @param details what the terminal told at the end
 * @param till name of the till whose terminal it runs on; null from before a shop could have
 *     several
 */
public record Operation(
    String key,
    long invoiceId,
    boolean refund,
    long tenge,
    Stage stage,
    String processId,
    Instant startedAt,
    boolean touched,
    Instant unknownSince,
    Instant actualizedAt,
    int forgotten,
    String end,
    PaymentDetails details,
    String till) {

  /** How far an operation is. */
  enum Stage {
    /** Written down; nobody knows whether the terminal has begun. */
    STARTED,
    /** The terminal has begun. */
    RUNNING,
    /** A person saw nothing of it: believed when the terminal takes the next one. */
    CLEARED,
    /** Only a person can say what became of it. */
    UNDECIDED,
    /** Certainly over. */
    OVER
  }

  static Operation started(
      String key, long invoiceId, boolean refund, long tenge, Instant at, String till) {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        Stage.STARTED,
        null,
        at,
        false,
        null,
        null,
        0,
        null,
        PaymentDetails.NONE,
        till);
  }

  boolean isOver() {
    return stage == Stage.OVER;
  }

  Operation running(String process) {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        Stage.RUNNING,
        process,
        startedAt,
        false,
        null,
        null,
        0,
        null,
        details,
        till);
  }

  Operation at(Stage next) {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        next,
        processId,
        startedAt,
        touched,
        unknownSince,
        actualizedAt,
        forgotten,
        end,
        details,
        till);
  }

  /** The same at the terminal of another till. */
  Operation of(String other) {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        stage,
        processId,
        startedAt,
        touched,
        unknownSince,
        actualizedAt,
        forgotten,
        end,
        details,
        other);
  }

  Operation begun() {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        stage,
        processId,
        startedAt,
        true,
        unknownSince,
        actualizedAt,
        forgotten,
        end,
        details,
        till);
  }

  Operation actualized(Instant at) {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        stage,
        processId,
        startedAt,
        touched,
        unknownSince == null ? at : unknownSince,
        at,
        0,
        end,
        details,
        till);
  }

  Operation forgottenAgain() {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        stage,
        processId,
        startedAt,
        touched,
        unknownSince,
        actualizedAt,
        forgotten + 1,
        end,
        details,
        till);
  }

  Operation ended(String how, PaymentDetails told) {
    return new Operation(
        key,
        invoiceId,
        refund,
        tenge,
        Stage.OVER,
        processId,
        startedAt,
        touched,
        unknownSince,
        actualizedAt,
        forgotten,
        how,
        told,
        till);
  }
}
