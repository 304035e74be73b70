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

  /** Queues a delivery. */
  void insert(Delivery delivery);

  /**
   * Deliveries due at {@code now}: per invoice only the oldest unfinished one, oldest due first,
   * none of the invoices in {@code busyInvoices}.
   */
  List<Delivery> due(Instant now, List<Long> busyInvoices, int limit);

  /** When the next delivery is due, empty when nothing waits. */
  Optional<Instant> nextDue();

  /** Writes what an attempt changed: status, attempts, due time, last outcome. */
  void update(Delivery delivery);

  /** One delivery. */
  Optional<Delivery> find(UUID id);

  /** A shop's own deliveries, newest first. */
  List<Delivery> newest(Scope scope, int limit);

  /**
   * Makes parked deliveries of this address due now: a later one got through.
   *
   * @return how many
   */
  int wakeParked(Scope scope, String url, Instant now);

  /** How many deliveries are not done. */
  long countUnfinished();

  /**
   * A queued event.
   *
   * @param id also its public identifier, the same in every attempt
   * @param sequence grows in order of writing; 0 before it is stored
   * @param event {@code invoice.status_changed}
   * @param url where it goes, as configured when it was queued
   * @param body the exact bytes as UTF-8 text
   * @param attempts made so far
   * @param dueAt when the next attempt is due, UTC; null when done or left for manual resend
   * @param parkedAt when the third attempt had failed, or null
   * @param lastStatus HTTP status of the last attempt, or null
   * @param lastError short word of the last failure, or null: {@code timeout}, {@code HTTP 500}
   */
  record Delivery(
      UUID id,
      long sequence,
      Scope scope,
      long invoiceId,
      String event,
      String url,
      String body,
      State state,
      int attempts,
      Instant createdAt,
      Instant dueAt,
      Instant parkedAt,
      Integer lastStatus,
      String lastError,
      Instant lastAttemptAt,
      Instant deliveredAt) {}

  /** Where a delivery stands. */
  enum State {
    QUEUED,
    PARKED,
    DELIVERED
  }
}
