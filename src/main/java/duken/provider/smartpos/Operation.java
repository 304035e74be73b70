package duken.provider.smartpos;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duken.domain.PaymentDetails;
import java.time.Instant;

/**
 * One payment or refund on the terminal, as the journal keeps it (Smart POS, section 11).
 *
 * @param stage how far it is
 * @param processId the terminal's identifier, or null while the start is unknown
 * @param startedAt when it was written down, before the terminal was asked, UTC
 * @param till name of the till whose terminal it runs on; null from before a shop could have
 *     several
 */
public record Operation(
    @JsonUnwrapped Task task,
    Stage stage,
    String processId,
    Instant startedAt,
    @JsonUnwrapped Doubt doubt,
    @JsonUnwrapped Outcome outcome,
    String till) {

  /**
   * What the terminal has to do; it never changes.
   *
   * @param key {@code payment:} and the try's mark, or {@code refund:} and the refund's id
   * @param invoiceId whose it is
   * @param refund whether money goes back
   * @param tenge the sum in whole tenge
   */
  public record Task(String key, long invoiceId, boolean refund, long tenge) {}

  /**
   * What is known while nobody knows the end.
   *
   * @param touched whether the customer has begun: it left {@code WaitUser}
   * @param unknownSince when the terminal first did not know the end itself, or null
   * @param actualizedAt of the last {@code actualize}, measured from its answer, or null
   * @param forgotten how many times the terminal said that it knows no such process
   */
  public record Doubt(boolean touched, Instant unknownSince, Instant actualizedAt, int forgotten) {}

  /**
   * How it ended.
   *
   * @param end how it ended, or null
   * @param details what the terminal told at the end
   */
  public record Outcome(String end, PaymentDetails details) {}

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
        new Operation.Task(key, invoiceId, refund, tenge),
        Stage.STARTED,
        null,
        at,
        new Operation.Doubt(false, null, null, 0),
        new Operation.Outcome(null, PaymentDetails.NONE),
        till);
  }

  boolean isOver() {
    return stage == Stage.OVER;
  }

  Operation running(String process) {
    return new Operation(
        task,
        Stage.RUNNING,
        process,
        startedAt,
        new Operation.Doubt(false, null, null, 0),
        new Operation.Outcome(null, outcome.details()),
        till);
  }

  Operation at(Stage next) {
    return new Operation(task, next, processId, startedAt, doubt, outcome, till);
  }

  /** The same at the terminal of another till. */
  Operation of(String other) {
    return new Operation(task, stage, processId, startedAt, doubt, outcome, other);
  }

  Operation begun() {
    return new Operation(
        task,
        stage,
        processId,
        startedAt,
        new Operation.Doubt(true, doubt.unknownSince(), doubt.actualizedAt(), doubt.forgotten()),
        outcome,
        till);
  }

  Operation actualized(Instant at) {
    return new Operation(
        task,
        stage,
        processId,
        startedAt,
        new Operation.Doubt(
            doubt.touched(), doubt.unknownSince() == null ? at : doubt.unknownSince(), at, 0),
        outcome,
        till);
  }

  Operation forgottenAgain() {
    return new Operation(
        task,
        stage,
        processId,
        startedAt,
        new Operation.Doubt(
            doubt.touched(), doubt.unknownSince(), doubt.actualizedAt(), doubt.forgotten() + 1),
        outcome,
        till);
  }

  Operation ended(String how, PaymentDetails told) {
    return new Operation(
        task, Stage.OVER, processId, startedAt, doubt, new Operation.Outcome(how, told), till);
  }
}
