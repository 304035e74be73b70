package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a window sends to refund.
 *
 * @param amount decimal string, or null for all that is left
 * @param recordedByHand true when the money was returned in the bank's own application, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRefundJson(String amount, String reason, Boolean recordedByHand) {

  /** A refund that the bank is asked for. */
  public NewRefundJson(String amount, String reason) {
    this(amount, reason, null);
  }
}
