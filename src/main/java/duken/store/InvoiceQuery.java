package duken.store;

import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import java.time.Instant;
import java.util.Set;

/**
 * Which invoices, in which order (gateway contract, section 7). Of {@code search}, {@code
 * phoneEnding}, {@code amountTiyn} and {@code number} any one has to match when more than one is
 * given: they are readings of the same typed text.
 *
 * @param statuses empty for all; null for none (only words we do not know were asked for)
 * @param kind or null for both
 * @param from inclusive, UTC, or null
 * @param until exclusive, UTC, or null
 * @param byPaidAt the times mean {@code paid_at}, not {@code created_at}
 * @param search in id, description and external order id, or null
 * @param phoneEnding last digits of the customer's phone, or null
 * @param amountTiyn exact sum, or null
 * @param sort by which column; ties break on id
 * @param limit 1 to 100
 * @param number the shop's own number, read from the same text; then {@code search} means no id. Or
 *     null
 */
public record InvoiceQuery(
    Set<InvoiceStatus> statuses,
    PaymentKind kind,
    Instant from,
    Instant until,
    boolean byPaidAt,
    String search,
    String phoneEnding,
    Long amountTiyn,
    Sort sort,
    boolean descending,
    int limit,
    long offset,
    Long number) {

  /** A query in which no number was typed. */
  public InvoiceQuery(
      Set<InvoiceStatus> statuses,
      PaymentKind kind,
      Instant from,
      Instant until,
      boolean byPaidAt,
      String search,
      String phoneEnding,
      Long amountTiyn,
      Sort sort,
      boolean descending,
      int limit,
      long offset) {
    this(
        statuses,
        kind,
        from,
        until,
        byPaidAt,
        search,
        phoneEnding,
        amountTiyn,
        sort,
        descending,
        limit,
        offset,
        null);
  }

  public enum Sort {
    ID,
    AMOUNT,
    CLIENT_NAME,
    STATUS,
    CREATED_AT
  }

  /** The newest {@code limit} of all. */
  public static InvoiceQuery newest(int limit) {
    return new InvoiceQuery(
        Set.of(), null, null, null, false, null, null, null, Sort.CREATED_AT, true, limit, 0);
  }
}
