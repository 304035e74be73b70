package duken.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.domain.StatusReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {

  private static final Instant CREATED = Instant.parse("2026-05-14T14:30:00Z");
  private static final Instant PAID = Instant.parse("2026-05-14T14:35:00.987Z");

  @Test
  void aPaidBillHasTheContractsBody() {
    Invoice.Terms terms =
        new Invoice.Terms(
            Money.ofTenge(15_000),
            null,
            new Invoice.Order("Заказ №123", "order_123", null),
            Phone.parse("87001234567"),
            List.of(),
            "token",
            CREATED.plus(PaymentKind.PHONE.life()),
            new Invoice.Channel(Invoice.Origin.API, "Касса 1"),
            null);
    Invoice.State state =
        new Invoice.State(
            InvoiceStatus.PAID,
            null,
            PayerProgress.CONFIRMING,
            false,
            "Асель Т.",
            new Invoice.Times(PAID, null, null),
            new Invoice.Refunds(Money.ZERO, Money.ZERO));

    String body =
        WebhookBody.body(
            invoice(PaymentKind.PHONE, terms, state, "9000001042"),
            Instant.parse("2026-05-14T14:35:01.500Z"));

    assertThat(body)
        .isEqualTo(
            "{\"event\":\"invoice.status_changed\",\"invoice\":{\"id\":1042,"
                + "\"external_order_id\":\"order_123\",\"amount\":\"15000.00\","
                + "\"status\":\"paid\",\"client_name\":\"Асель Т.\","
                + "\"client_phone\":\"87001234567\",\"paid_at\":\"2026-05-14T14:35:00Z\","
                + "\"description\":\"Заказ №123\",\"kaspi_invoice_id\":\"9000001042\","
                + "\"is_sandbox\":true,\"total_refunded\":\"0.00\","
                + "\"is_fully_refunded\":false,\"external_order_id_idempotency\":null,"
                + "\"is_qr_token\":false},\"timestamp\":\"2026-05-14T14:35:01Z\","
                + "\"source\":\"Касса 1\"}");
  }

  @Test
  void whatIsUnknownIsNullAndWhatEndedSaysWhen() {
    String body =
        WebhookBody.body(
            invoice(PaymentKind.QR, bareTerms(), ended(InvoiceStatus.EXPIRED), null), PAID);

    assertThat(body)
        .contains("\"external_order_id\":null", "\"client_phone\":null", "\"paid_at\":null")
        .contains("\"is_qr_token\":true,\"expired_at\":\"2026-05-14T14:35:00Z\"}")
        .contains("\"source\":null")
        .doesNotContain("cancelled_at");
  }

  @Test
  void aCancelledInvoiceSaysWhen() {
    String body =
        WebhookBody.body(
            invoice(PaymentKind.QR, bareTerms(), ended(InvoiceStatus.CANCELLED), null), PAID);

    assertThat(body)
        .contains("\"cancelled_at\":\"2026-05-14T14:35:00Z\"}")
        .doesNotContain("expired_at");
  }

  @Test
  void aTerminalsPaymentSaysHowItWasPaid() {
    Invoice sale =
        invoice(PaymentKind.TERMINAL, bareTerms(), Invoice.State.fresh(), "1772350000123");
    Invoice paid =
        sale.with(
            sale.bank()
                .told(
                    new PaymentDetails(
                        "card",
                        "0042",
                        "600000000042",
                        "600000000042",
                        Map.of("product_type", "Red", "loan_term", "12"))),
            PAID);

    assertThat(WebhookBody.body(paid, PAID))
        .contains("\"kaspi_invoice_id\":\"600000000042\"")
        .contains(
            "\"payment_method\":\"card\",\"card_last4\":\"0042\",\"rrn\":\"600000000042\","
                + "\"product_type\":\"Red\",\"loan_term\":\"12\"");
  }

  private static Invoice.Terms bareTerms() {
    return new Invoice.Terms(
        Money.ofTiyn(250_050),
        null,
        new Invoice.Order(null, null, null),
        null,
        List.of(),
        "token",
        CREATED.plus(PaymentKind.QR.life()),
        new Invoice.Channel(Invoice.Origin.DESK, null),
        null);
  }

  private static Invoice.State ended(InvoiceStatus status) {
    return new Invoice.State(
        status,
        StatusReason.TTL_EXPIRED,
        PayerProgress.WAITING,
        false,
        null,
        new Invoice.Times(
            null,
            status == InvoiceStatus.CANCELLED ? PAID : null,
            status == InvoiceStatus.EXPIRED ? PAID : null),
        new Invoice.Refunds(Money.ZERO, Money.ZERO));
  }

  private static Invoice invoice(
      PaymentKind kind, Invoice.Terms terms, Invoice.State state, String bankId) {
    return new Invoice(
        1042,
        0,
        7,
        Mode.TEST,
        kind,
        terms,
        state,
        new Invoice.BankSide("sandbox", bankId, null, null, null, null),
        new Invoice.Revision(CREATED, PAID, 3));
  }
}
