package duken.store.event;

import duken.domain.InvoiceStatus;
import java.time.Instant;

/**
 * An event as it is kept.
 *
 * @param id grows in the order of commits over all shops: the cursor
 * @param invoiceId null when the event is about the shop
 * @param event the word it is kept under, {@code moved} for instance
 * @param from status before, or null
 * @param to status after, or null
 * @param detail a word more, never personal, or null
 * @param at UTC
 * @param caller who brought a change of status about, or null
 */
public record LoggedEvent(
    long id,
    Long invoiceId,
    String event,
    InvoiceStatus from,
    InvoiceStatus to,
    String detail,
    Instant at,
    String caller) {}
