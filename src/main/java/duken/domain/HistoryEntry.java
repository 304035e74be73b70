package duken.domain;

import java.time.Instant;

/**
 * One line of an invoice's life, for the detail screen and for support.
 *
 * @param id unique and growing over all invoices: a cursor for those who follow changes; 0 before
 *     it is stored
 * @param event what happened: {@code created}, {@code progressed}, {@code moved}, {@code refund},
 *     {@code anomaly}, {@code renewed}, {@code sent_late}, {@code forbidden}
 * @param from status before, or null
 * @param to status after
 * @param detail a word more, never personal: reason, progress or anomaly, or null
 * @param at UTC
 */
public record HistoryEntry(
    long id,
    long invoiceId,
    String event,
    InvoiceStatus from,
    InvoiceStatus to,
    String detail,
    Instant at,
    By by) {

  /**
   * Who brought it about.
   *
   * @param caller where the status moved, {@code kaspi_webhook} for instance; or null
   * @param desk name of the window's key where it was done at a desk, or null
   * @param staff name of the person whose PIN was entered, or null
   */
  public record By(String caller, String desk, String staff) {}

  /** A line that nobody in particular brought about. */
  public HistoryEntry(
      long id,
      long invoiceId,
      String event,
      InvoiceStatus from,
      InvoiceStatus to,
      String detail,
      Instant at) {
    this(id, invoiceId, event, from, to, detail, at, new HistoryEntry.By(null, null, null));
  }
}
