package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An event of the shop's log; what does not belong to its type is left out.
 *
 * @param id the cursor behind it
 * @param type {@code invoice.status_changed} for instance
 * @param createdAt RFC 3339, UTC
 * @param refundStatus of {@code refund.changed}
 * @param amount of {@code refund.changed}, a decimal
 * @param anomaly its kind, of {@code anomaly.detected} and {@code anomaly.resolved}
 * @param resolution of {@code anomaly.resolved}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventJson(
    long id,
    String type,
    String createdAt,
    Long invoiceId,
    String fromStatus,
    String toStatus,
    String reason,
    String caller,
    String refundStatus,
    String amount,
    String anomaly,
    String resolution) {

  /**
   * A part of the log.
   *
   * @param next what to ask {@code after} next
   * @param hasMore whether there is more behind it already
   * @param last the newest id of the shop: where to begin without the past
   */
  public record Log(List<EventJson> data, long next, boolean hasMore, long last) {}
}
