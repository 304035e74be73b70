package duken.store.event;

import duken.store.Scope;
import java.time.Instant;

/**
 * An event that is no step in the life of an invoice.
 *
 * @param invoiceId the invoice it is about, or null when it is about the shop
 * @param event {@code session_lost}, {@code session_restored}, {@code delivery_parked} or {@code
 *     shift_closed}
 * @param at UTC
 * @param detail a word more, never personal, or null
 */
public record NewEvent(Scope scope, Long invoiceId, String event, Instant at, String detail) {

  /** An event whose word says all. */
  public NewEvent(Scope scope, Long invoiceId, String event, Instant at) {
    this(scope, invoiceId, event, at, null);
  }
}
