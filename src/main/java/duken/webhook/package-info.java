/**
 * Tells the shop's own programs what became of their invoices: queued rows become signed calls, at
 * least once and in order (gateway contract, section 15).
 */
package duken.webhook;
