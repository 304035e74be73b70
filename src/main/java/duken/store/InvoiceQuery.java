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
 */
public record InvoiceQuery(
    Set<InvoiceStatus> statuses, PaymentKind kind, Period period, Typed typed, Slice slice) {

  /**
   * Of which time.
   *
   * @param from inclusive, UTC, or null
   * @param until exclusive, UTC, or null
   * @param byPaidAt the times mean {@code paid_at}, not {@code created_at}
   */
  public record Period(Instant from, Instant until, boolean byPaidAt) {}

  /**
   * What was typed, as each thing it can be read as.
   *
   * @param search in id, description and external order id, or null
   * @param phoneEnding last digits of the customer's phone, or null
   * @param amountTiyn exact sum, or null
   * @param number the shop's own number, read from the same text; then {@code search} means no id.
   *     Or null
   */
  public record Typed(String search, String phoneEnding, Long amountTiyn, Long number) {}

  /**
   * Which part, in which order.
   *
   * @param sort by which column; ties break on id
   * @param limit 1 to 100
   */
  public record Slice(Sort sort, boolean descending, int limit, long offset) {}

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
        Set.of(),
        null,
        new InvoiceQuery.Period(null, null, false),
        new InvoiceQuery.Typed(null, null, null, null),
        new InvoiceQuery.Slice(Sort.CREATED_AT, true, limit, 0));
  }
}
