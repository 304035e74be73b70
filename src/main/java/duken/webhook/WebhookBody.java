package duken.webhook;

import duken.domain.Invoice;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of {@code invoice.status_changed} (gateway contract, section 15). It is made once, in
 * the transaction that changed the status, and sent unchanged in every attempt.
 */
public final class WebhookBody {

  public static final String NAME = "invoice.status_changed";

  private static final JsonFactory JSON = new JsonFactory();

  private WebhookBody() {}

  /**
   * The body for an invoice in its new status: the contract's fields in the contract's order, no
   * white space.
   *
   * @param at when the status changed, UTC
   */
  public static String body(Invoice invoice, Instant at) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("event", NAME);
      json.writeObjectPropertyStart("invoice");
      writeFixed(json, invoice);
      writeAdded(json, invoice);
      json.writeEndObject();
      json.writeStringProperty("timestamp", time(at));
      json.writeStringProperty("source", invoice.terms().channel().source());
      json.writeEndObject();
    }
    return text.toString();
  }

  /** What the product specification fixes. */
  private static void writeFixed(JsonGenerator json, Invoice invoice) {
    Invoice.Terms terms = invoice.terms();
    Invoice.State state = invoice.state();
    json.writeNumberProperty("id", invoice.id());
    json.writeStringProperty("external_order_id", terms.order().externalOrderId());
    json.writeStringProperty("amount", terms.amount().toWire());
    json.writeStringProperty("status", state.status().wire());
    json.writeStringProperty("client_name", state.payerName());
    json.writeStringProperty(
        "client_phone", terms.phone() == null ? null : terms.phone().canonical());
    json.writeStringProperty("paid_at", time(state.times().paidAt()));
  }

  /** What stands beside it. */
  private static void writeAdded(JsonGenerator json, Invoice invoice) {
    Invoice.Terms terms = invoice.terms();
    Invoice.State state = invoice.state();
    json.writeStringProperty("description", terms.order().description());
    PaymentDetails details = invoice.bank().details();
    json.writeStringProperty(
        "kaspi_invoice_id",
        invoice.kind() == PaymentKind.TERMINAL
            ? details.paymentId()
            : invoice.bank().operationId());
    json.writeBooleanProperty("is_sandbox", invoice.mode().isSandbox());
    json.writeStringProperty("total_refunded", state.refunds().refunded().toWire());
    json.writeBooleanProperty("is_fully_refunded", invoice.isFullyRefunded());
    json.writeStringProperty("external_order_id_idempotency", terms.order().idempotencyId());
    json.writeBooleanProperty("is_qr_token", invoice.kind() == PaymentKind.QR);
    if (details.method() != null) {
      json.writeStringProperty("payment_method", details.method());
      json.writeStringProperty("card_last4", details.cardLast4());
      json.writeStringProperty("rrn", details.rrn());
      json.writeStringProperty("product_type", details.metadata().get("product_type"));
      json.writeStringProperty("loan_term", details.metadata().get("loan_term"));
    }
    if (state.times().cancelledAt() != null) {
      json.writeStringProperty("cancelled_at", time(state.times().cancelledAt()));
    }
    if (state.times().expiredAt() != null) {
      json.writeStringProperty("expired_at", time(state.times().expiredAt()));
    }
  }

  /** RFC 3339 UTC in whole seconds; null stays null. */
  static String time(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
