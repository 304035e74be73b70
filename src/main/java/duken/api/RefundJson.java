package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;

/** A refund as the contract shows it (gateway contract, sections 8 and 10). */
public record RefundJson(
    long id,
    long invoiceId,
    String amount,
    String reason,
    @JsonUnwrapped State state,
    List<Item> items,
    @JsonUnwrapped Times times,
    @JsonUnwrapped Way way,
    @JsonInclude(JsonInclude.Include.NON_NULL) InvoiceBrief invoice) {

  /** How it stands, and who asked for it. */
  public record State(
      String status,
      String kaspiRefundId,
      String kaspiStatus,
      String initiatedBy,
      String errorMessage,
      String errorCode) {}

  /** When it was asked for, and when it was done. */
  public record Times(String createdAt, String completedAt) {}

  /** What is special about the way the money goes back. */
  public record Way(
      @JsonInclude(JsonInclude.Include.NON_NULL) String returnQr,
      @JsonInclude(JsonInclude.Include.NON_NULL) String returnQrExpiresAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean recordedByHand) {}

  public record Item(
      long id,
      long refundId,
      long invoiceItemId,
      Long catalogItemId,
      String name,
      String price,
      int count,
      String amount) {}

  /** The invoice beside a refund in {@code GET /refunds}. */
  public record InvoiceBrief(
      long id,
      String externalOrderId,
      String amount,
      String status,
      String kaspiInvoiceId,
      String totalRefunded,
      boolean isFullyRefunded) {}

  /** The invoice beside a refund that was just made, and above an invoice's refunds. */
  public record InvoiceSums(
      long id,
      String amount,
      @JsonInclude(JsonInclude.Include.NON_NULL) String status,
      String totalRefunded,
      @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal pendingRefundAmount,
      BigDecimal availableForRefund,
      boolean isFullyRefunded) {}

  /** The answer of {@code POST /invoices/{id}/refund}. */
  public record Made(String message, RefundJson refund, InvoiceSums invoice) {}

  /** The answer of {@code GET /invoices/{id}/refunds}. */
  public record OfInvoice(InvoiceSums invoice, List<RefundJson> refunds, int total) {}
}
