package duken.domain.staff;

import java.time.Instant;

/**
 * Something that needed a PIN and was begun with one.
 *
 * @param desk name of the window's key
 * @param member the person's name, kept when the person is gone
 * @param action method and path form, {@code POST /invoices/{id}/refund}
 * @param subject number in the path, or null
 * @param at UTC
 */
public record StaffAction(
    long tenantId,
    String desk,
    String member,
    Permission permission,
    String action,
    Long subject,
    Instant at) {}
