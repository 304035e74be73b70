package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a window sends to refund.
 *
 * @param amount decimal string, or null for all that is left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRefundJson(String amount, String reason) {}
