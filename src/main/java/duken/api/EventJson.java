package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An event of the shop's log; what does not belong to its type is left out.
 *
 * @param id the cursor behind it
 * @param type {@code invoice.status_changed} for instance
 * @param createdAt RFC 3339, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventJson(
    long id,
    String type,
    String createdAt,
    Long invoiceId,
    @JsonUnwrapped Move move,
    @JsonUnwrapped RefundChange refund,
    @JsonUnwrapped Found found) {

  /**
   * Of a status that changed.
   *
   * @param reason also what happened to cash, of {@code cash.noted}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Move(String fromStatus, String toStatus, String reason, String caller) {}

  /**
   * Of a refund that changed.
   *
   * @param refundStatus of {@code refund.changed}
   * @param amount of {@code refund.changed} and {@code cash.noted}, a decimal
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RefundChange(String refundStatus, String amount) {}

  /**
   * Of an anomaly.
   *
   * @param anomaly its kind, of {@code anomaly.detected} and {@code anomaly.resolved}
   * @param resolution of {@code anomaly.resolved}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Found(String anomaly, String resolution) {}

  /**
   * A part of the log.
   *
   * @param next what to ask {@code after} next
   * @param hasMore whether there is more behind it already
   * @param last the newest id of the shop: where to begin without the past
   */
  public record Log(List<EventJson> data, long next, boolean hasMore, long last) {}
}
