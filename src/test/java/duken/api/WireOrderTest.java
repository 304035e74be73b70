package duken.api;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.orders.OrderJson;
import org.junit.jupiter.api.Test;

/** Objects that are put together of parts are flat on the wire, each name where it always stood. */
class WireOrderTest {

  private static final String INVOICE =
      """
      {"id":7,"type":"qr","status":"paid","status_reason":null,"amount":"90.00","currency":"KZT",\
      "subtotal":"100.00","discount_sum":"10.00","discount_percentage":"10","description":"tea",\
      "external_order_id":"A-1","external_order_id_idempotency":"k","phone_number":"87010000000",\
      "client_phone":"87010000000","phone":"+77010000000","client_name":"A.","client_comment":"c",\
      "kaspi_invoice_id":"9","payment_url":"https://pay.example.kz/7","qr_token":"t",\
      "qr_link":"l","expires_at":"2026-11-29T10:00:00Z","is_sandbox":true,"is_recurring":false,\
      "total_refunded":"0.00","available_for_refund":90.00,"pending_refund_amount":0.00,\
      "is_fully_refunded":false,"items":[{"id":1,"invoice_id":7,"catalog_item_id":null,\
      "name":"Tea","price":"90.00","original_price":"100.00","count":1,"unit_id":1,\
      "discount":"10.00"}],"error_message":null,"error_code":null,\
      "paid_at":"2026-11-29T09:59:00Z","cancelled_at":null,"expired_at":null,\
      "created_at":"2026-11-29T09:58:00Z","updated_at":"2026-11-29T09:59:00Z",\
      "settles_invoice_id":3,"is_qr_token":true,"qr_token_url":"u","qr_image_url":"i",\
      "qr_expires_at":"2026-11-29T10:00:00Z","qr_substate":"scanned","kaspi_qr_link":"q",\
      "payment_method":"card","card_last4":"1234","rrn":"5","provider":{"name":"sandbox",\
      "payment_id":null,"metadata":{}}}\
      """;

  @Test
  void anInvoiceIsFlat() {
    assertFlat(INVOICE, InvoiceJson.class);
  }

  @Test
  void whatABillHasNotIsLeftOut() {
    assertThat(WireJson.mapper().writeValueAsString(read("{\"id\":7}", InvoiceJson.class)))
        .isEqualTo(
            """
            {"id":7,"type":null,"status":null,"status_reason":null,"amount":null,"currency":null,\
            "description":null,"external_order_id":null,"external_order_id_idempotency":null,\
            "phone_number":null,"client_phone":null,"phone":null,"client_name":null,\
            "client_comment":null,"kaspi_invoice_id":null,"payment_url":null,"qr_token":null,\
            "qr_link":null,"expires_at":null,"is_sandbox":false,"is_recurring":false,\
            "total_refunded":null,"available_for_refund":null,"pending_refund_amount":null,\
            "is_fully_refunded":false,"items":null,"error_message":null,"error_code":null,\
            "paid_at":null,"cancelled_at":null,"expired_at":null,"created_at":null,\
            "updated_at":null,"payment_method":null,"card_last4":null,"rrn":null,\
            "provider":null}\
            """);
  }

  @Test
  void aRefundIsFlat() {
    assertFlat(
        """
        {"id":1,"invoice_id":7,"amount":"5.00","reason":"r","status":"completed",\
        "kaspi_refund_id":"9","kaspi_status":"s","initiated_by":"api","error_message":"m",\
        "error_code":"c","items":[],"created_at":"a","completed_at":"b","return_qr":"q",\
        "return_qr_expires_at":"e","recorded_by_hand":true}\
        """,
        RefundJson.class);
  }

  @Test
  void anOrderIsFlat() {
    assertFlat(
        """
        {"id":"i","code":"c","state":"NEW","status":"ACCEPTED","canonical_status":"pending",\
        "total":"5.00","created_at":"a","payment_mode":"p","delivery_mode":"d",\
        "is_kaspi_delivery":true,"lines":[],"details":{"k":"v"},"actions":["accept"],\
        "confirmation":"unconfirmed","unconfirmed_action":"accept",\
        "unconfirmed":true}\
        """,
        OrderJson.class);
    assertThat(read("{}", OrderJson.class).next().actions()).isEmpty();
  }

  @Test
  void anEventLeavesOutWhatItHasNot() {
    assertFlat(
        """
        {"id":1,"type":"t","created_at":"a","invoice_id":7,"from_status":"pending",\
        "to_status":"paid","reason":"r","caller":"c","refund_status":"failed","amount":"1.00",\
        "anomaly":"paid_late","resolution":"keep"}\
        """,
        EventJson.class);
    assertFlat("{\"id\":1,\"type\":\"t\",\"created_at\":\"a\"}", EventJson.class);
  }

  @Test
  void whatTheWindowIsToldIsFlat() {
    assertFlat(
        """
        {"invoice":null,"qr_text":"q","progress":"scanned","checking":true,"queued":true,\
        "queued_since":"a","held":true,"millis_left":5,"from_desk":true,"anomalies":[],\
        "number":3,"refund_reasons":[]}\
        """,
        DeskJson.Sale.class);
    assertFlat(
        """
        {"shop":"s","training":true,"provider":"p","connection":"connected",\
        "capabilities":["refunds"],"bank_reachable":true,"open_anomalies":1,\
        "parked_deliveries":2,"cursor":3,"public_url":"u","version":"v","bank":null,\
        "orders":null,"providers":[]}\
        """,
        DeskJson.State.class);
    assertFlat(
        """
        {"id":1,"invoice_id":7,"kind":"k","amount":"1.00","detected_at":"a","resolution":"r",\
        "resolved_by":"b","resolved_at":"c","number":3,"at":"a","order_id":"o",\
        "order_code":"d"}\
        """,
        DeskJson.AnomalyJson.class);
    assertFlat(
        """
        {"provider":"p","connection":"connected","trouble":null,"organization":"o",\
        "phone":"+7 ... 1234","connected_at":"a","reachable":true,"clock_skew_seconds":4,\
        "owners_number":true,"notice_accepted":true,"code_awaited":true,\
        "sms_wait_seconds":5,"latitude":"43.2","longitude":"76.9"}\
        """,
        BankJson.Status.class);
    assertFlat(
        """
        {"id":"i","invoice_id":7,"event":"e","url":"u","state":"parked","attempts":3,\
        "created_at":"a","due_at":"b","last_status":500,"last_error":"HTTP 500",\
        "last_attempt_at":"c","delivered_at":null}\
        """,
        WebhookJson.Delivery.class);
    assertFlat(
        """
        {"id":1,"tenant_id":2,"tenant":"t","name":"n","prefix":"p","mode":"test","role":"api",\
        "created_at":"a","last_used_at":"b","revoked_at":null}\
        """,
        AdminJson.Key.class);
  }

  private static void assertFlat(String text, Class<?> type) {
    assertThat(WireJson.mapper().writeValueAsString(read(text, type))).isEqualTo(text);
  }

  private static <T> T read(String text, Class<T> type) {
    return WireJson.mapper().readValue(text, type);
  }
}
