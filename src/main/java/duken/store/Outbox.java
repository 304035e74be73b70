package duken.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Webhook deliveries that wait, run, are parked or are done. A row is written in the transaction
 * that changed the status; its body is serialised once and sent unchanged (gateway contract,
 * section 15).
 */
public interface Outbox {

  void insert(Delivery delivery);

  /**
   * Deliveries due at {@code now}, oldest due first, ties by sequence. A delivery that waits for
   * one of its first three attempts holds up the later ones of its invoice; a parked one holds up
   * nobody (gateway contract, section 15). None of the invoices in {@code busyInvoices}, none of
   * the shops in {@code fullShops}.
   */
  List<Delivery> due(Instant now, List<Long> busyInvoices, List<Scope> fullShops, int limit);

  /**
   * The earliest due time later than {@code after}, empty when there is none: until when there is
   * nothing to do but to finish what runs.
   */
  Optional<Instant> nextDue(Instant after);

  /** Writes what an attempt changed: address, state, attempts, times, last outcome. */
  void update(Delivery delivery);

  Optional<Delivery> find(UUID id);

  /** A shop's own deliveries, newest first. */
  List<Delivery> newest(Scope scope, int limit);

  /**
   * Makes a shop's parked deliveries due now, those left for manual resend excepted: another one
   * got through.
   *
   * @return how many
   */
  int wakeParked(Scope scope, Instant now);

  /** How many deliveries are not done. */
  long countUnfinished();

  /**
   * A queued event.
   *
   * @param id also its public identifier, the same in every attempt
   * @param sequence grows in order of writing; 0 before it is stored
   * @param url where the newest attempt went; before the first one, where it is to go. Every
   *     attempt goes to the address that is configured when it is made, so that a corrected address
   *     helps what was queued for the wrong one
   */
  record Delivery(
      UUID id, long sequence, Message message, String url, Progress progress, LastAttempt last) {

    /**
     * The same delivery due at {@code now}, because somebody asked for it. One that was delivered
     * is sent once more.
     */
    public Delivery askedFor(Instant now) {
      boolean firstTries = progress.state() == State.QUEUED;
      return new Delivery(
          id,
          sequence,
          message,
          url,
          new Outbox.Progress(
              firstTries ? State.QUEUED : State.PARKED,
              progress.attempts(),
              now,
              firstTries || progress.parkedAt() != null ? progress.parkedAt() : now,
              progress.deliveredAt()),
          last);
    }
  }

  /**
   * What is delivered; it never changes.
   *
   * @param event {@code invoice.status_changed}
   * @param body the exact bytes as UTF-8 text
   */
  record Message(Scope scope, long invoiceId, String event, String body, Instant createdAt) {}

  /**
   * How far a delivery is.
   *
   * @param attempts made so far
   * @param dueAt when the next attempt is due, UTC; null when done or left for manual resend
   * @param parkedAt when the third attempt had failed, or null
   */
  record Progress(
      State state, int attempts, Instant dueAt, Instant parkedAt, Instant deliveredAt) {}

  /**
   * How the last attempt ended.
   *
   * @param lastStatus HTTP status of the last attempt, or null
   * @param lastError short word of the last failure, or null: {@code timeout}, {@code HTTP 500}
   */
  record LastAttempt(Integer lastStatus, String lastError, Instant lastAttemptAt) {}

  /** Where a delivery stands. */
  enum State {
    /** One of the first three attempts is to come. */
    QUEUED,
    /** The first three failed, or it was delivered and is asked for again; kept until delivered. */
    PARKED,
    /** The receiver said yes. */
    DELIVERED
  }
}
