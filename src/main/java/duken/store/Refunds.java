package duken.store;

import duken.domain.Refund;
import duken.domain.RefundDetail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public interface Refunds {

  /** Stores a new refund with its lines; the result has its id. */
  Refund insert(Refund refund);

  /**
   * Writes status, bank id, error, completion, {@code refundedBefore} and what is known of its
   * sending if the stored status is still {@code expected}.
   *
   * @return whether it won
   */
  boolean update(Refund refund, Refund.Status expected);

  /** Stores what only this refund has, in the place of what was stored before. */
  void keepDetail(long refundId, RefundDetail detail);

  /** What only some of these refunds have, by their id. */
  Map<Long, RefundDetail> details(Collection<Long> refundIds);

  /** A shop's own refund. */
  Optional<Refund> find(Scope scope, long id);

  /** An invoice's refunds, oldest first. */
  List<Refund> of(long invoiceId);

  /** A page of a shop's own refunds. */
  Page<Refund> list(Scope scope, RefundQuery query);

  /** Every shop's refunds that are pending or processing, oldest first. */
  List<Refund> underWay(int limit);

  /**
   * Which refunds, in which order (gateway contract, sections 7 and 10.3).
   *
   * @param statuses empty for all
   * @param invoiceId or null
   * @param from inclusive, UTC, or null
   * @param until exclusive, UTC, or null
   * @param sort by the refund's own id, sum, status or creation, or by its invoice's client name,
   *     those without a name last in both directions; ties break on id in the same direction
   * @param limit 1 to 100
   */
  record RefundQuery(
      Set<Refund.Status> statuses,
      Long invoiceId,
      Instant from,
      Instant until,
      InvoiceQuery.Sort sort,
      boolean descending,
      int limit,
      long offset) {}
}
