package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An invoice as the contract shows it (gateway contract, section 8). Sums are decimal strings with
 * two places, times are RFC 3339 UTC in whole seconds.
 */
public record InvoiceJson(
    long id,
    @JsonUnwrapped State state,
    @JsonUnwrapped Terms terms,
    @JsonUnwrapped Customer customer,
    @JsonUnwrapped Payment payment,
    @JsonUnwrapped Refunded refunded,
    List<Item> items,
    @JsonUnwrapped Outcome outcome,
    @JsonUnwrapped Bank bank) {

  /** The bank's side of it. */
  public record Bank(
      @JsonUnwrapped Qr qr,
      String paymentMethod,
      String cardLast4,
      String rrn,
      Provider provider) {}

  /** What it is and where it stands, in the contract's words. */
  public record State(String type, String status, String statusReason) {}

  /** What was asked for. */
  public record Terms(
      String amount,
      String currency,
      @JsonInclude(JsonInclude.Include.NON_NULL) String subtotal,
      @JsonInclude(JsonInclude.Include.NON_NULL) String discountSum,
      @JsonInclude(JsonInclude.Include.NON_NULL) String discountPercentage,
      String description,
      String externalOrderId,
      String externalOrderIdIdempotency) {}

  /** Who pays, as far as it is known. */
  public record Customer(
      String phoneNumber,
      String clientPhone,
      String phone,
      String clientName,
      String clientComment) {}

  /** How it is paid, and until when. */
  public record Payment(
      String kaspiInvoiceId,
      String paymentUrl,
      String qrToken,
      String qrLink,
      String expiresAt,
      boolean isSandbox,
      boolean isRecurring) {}

  /** What went back or may still go back. */
  public record Refunded(
      String totalRefunded,
      BigDecimal availableForRefund,
      BigDecimal pendingRefundAmount,
      boolean isFullyRefunded) {}

  /** What became of it, and when. */
  public record Outcome(
      String errorMessage,
      String errorCode,
      String paidAt,
      String cancelledAt,
      String expiredAt,
      String createdAt,
      String updatedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Long settlesInvoiceId) {}

  /** Only of an invoice paid by QR. */
  public record Qr(
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean isQrToken,
      @JsonInclude(JsonInclude.Include.NON_NULL) String qrTokenUrl,
      @JsonInclude(JsonInclude.Include.NON_NULL) String qrImageUrl,
      @JsonInclude(JsonInclude.Include.NON_NULL) String qrExpiresAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) String qrSubstate,
      @JsonInclude(JsonInclude.Include.NON_NULL) String kaspiQrLink) {}

  /**
   * What the invoice's provider calls the payment.
   *
   * @param name of the provider, {@code smart-pos}
   * @param paymentId its own identifier, or null
   * @param metadata what else it told, by short name
   */
  public record Provider(String name, String paymentId, Map<String, String> metadata) {}

  public record Item(
      long id,
      long invoiceId,
      Long catalogItemId,
      String name,
      String price,
      String originalPrice,
      int count,
      int unitId,
      String discount) {}
}
