package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a window sends to create an invoice; the contract knows more fields (section 9).
 *
 * @param amount decimal string
 * @param phoneNumber or null for a QR
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewInvoiceJson(
    String amount, String phoneNumber, String description, String externalOrderId) {}
