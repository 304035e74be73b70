package duken.store.event;

import duken.store.Scope;
import java.time.Instant;

/**
 * An event that is no step in the life of an invoice.
 *
 * @param invoiceId the invoice it is about, or null when it is about the shop
 * @param event {@code session_lost}, {@code session_restored} or {@code delivery_parked}
 * @param at UTC
 */
public record NewEvent(Scope scope, Long invoiceId, String event, Instant at) {}
