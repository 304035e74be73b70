package duken.api;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static void assertFlat(String text, Class<?> type) {
    assertThat(WireJson.mapper().writeValueAsString(read(text, type))).isEqualTo(text);
  }

  private static <T> T read(String text, Class<T> type) {
    return WireJson.mapper().readValue(text, type);
  }
}
