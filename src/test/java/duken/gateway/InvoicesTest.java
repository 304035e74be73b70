package duken.gateway;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.domain.tenant.Tenant;
import duken.provider.Connection;
import duken.provider.ProviderReply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gateway contract, sections 8, 9 and 16. */
class InvoicesTest {

  private static final String BILLS = "/api/v1/invoices";
  private static final String QRS = "/api/v1/invoices/qr";
  private static final String BILL =
      """
      {"amount": 15000, "phone_number": "+7 (700) 123-45-67",
       "description": "Заказ №123", "external_order_id": "order_123"}\
      """;

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aBillIsCreatedAsTheContractShowsIt() {
    Reply reply = gateway.post(BILLS, BILL);
    assertThat(reply.status()).isEqualTo(201);
    long id = reply.json().at("/id").asLong();
    String operation = reply.at("/kaspi_invoice_id");
    String token = gateway.stored(id).terms().payToken();
    assertThat(operation).matches("[0-9]+");
    assertThat(reply.text())
        .isEqualTo(
            """
            {"id":%d,"type":"phone","status":"pending","status_reason":null,"amount":"15000.00",\
            "currency":"KZT","description":"Заказ №123","external_order_id":"order_123",\
            "external_order_id_idempotency":null,"phone_number":"87001234567",\
            "client_phone":"87001234567","phone":"77001234567","client_name":null,\
            "client_comment":null,"kaspi_invoice_id":"%s",\
            "payment_url":"http://localhost:3000/pay/%s","qr_token":null,"qr_link":null,\
            "expires_at":"2026-05-15T14:30:00Z","is_sandbox":true,"is_recurring":false,\
            "total_refunded":"0.00","available_for_refund":0.00,"pending_refund_amount":0.00,\
            "is_fully_refunded":false,"items":[],"error_message":null,"error_code":null,\
            "paid_at":null,"cancelled_at":null,"expired_at":null,\
            "created_at":"2026-05-14T14:30:00Z","updated_at":"2026-05-14T14:30:00Z",\
            "payment_method":null,"card_last4":null,"rrn":null,\
            "provider":{"name":"sandbox","payment_id":"%s","metadata":{}}}\
            """
                .formatted(id, operation, token, operation));
    assertThat(gateway.get(BILLS + "/" + id).text()).isEqualTo(reply.text());
  }

  @Test
  void aQrInvoiceHasBothSetsOfQrFieldsAndLivesTwentyMinutes() {
    Reply reply = gateway.createQr();
    String token = reply.at("/qr_token");
    assertThat(token).matches("[0-9A-Za-z_-]{22,}");
    String link = "http://localhost:3000/pay/" + token;
    assertThat(reply.at("/type")).isEqualTo("qr");
    assertThat(reply.at("/amount")).isEqualTo("2500.50");
    for (String field : List.of("qr_link", "payment_url", "qr_token_url")) {
      assertThat(reply.at("/" + field)).isEqualTo(link);
    }
    assertThat(reply.at("/qr_image_url")).isEqualTo("http://localhost:3000/qr/" + token + ".png");
    assertThat(reply.at("/expires_at")).isEqualTo("2026-05-14T14:50:00Z");
    assertThat(reply.at("/qr_expires_at")).isEqualTo("2026-05-14T14:50:00Z");
    assertThat(reply.json().at("/is_qr_token").asBoolean()).isTrue();
    assertThat(reply.at("/qr_substate")).isEqualTo("null");
    assertThat(reply.at("/kaspi_qr_link")).isEqualTo("null");
    assertThat(reply.at("/phone_number")).isEqualTo("null");
  }

  @Test
  void aBillHasNoQrMirrors() {
    JsonNode bill = gateway.post(BILLS, BILL).json();
    for (String field :
        List.of("is_qr_token", "qr_token_url", "qr_image_url", "qr_expires_at", "qr_substate")) {
      assertThat(bill.has(field)).as(field).isFalse();
    }
  }

  @Test
  void aLiveQrCarriesTheBanksOwnLinks() {
    Reply reply = gateway.post(QRS, "{\"amount\":\"100\"}", gateway.liveKey);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(reply.json().at("/is_sandbox").asBoolean()).isFalse();
    assertThat(reply.at("/qr_link")).isEqualTo("bank-qr:7001");
    assertThat(reply.at("/payment_url")).isEqualTo("https://bank.example/pay/7001");
    assertThat(reply.at("/kaspi_qr_link")).isEqualTo("https://bank.example/pay/7001");
  }

  @Test
  void sumsAreReadAsNumbersAndAsDecimalStrings() {
    assertThat(amountOf("15000")).isEqualTo("15000.00");
    assertThat(amountOf("15000.000")).isEqualTo("15000.00");
    assertThat(amountOf("1.5e4")).isEqualTo("15000.00");
    assertThat(amountOf("\"15000.5\"")).isEqualTo("15000.50");
    assertThat(amountOf("0.01")).isEqualTo("0.01");
    assertThat(amountOf("99999999.99")).isEqualTo("99999999.99");
    assertThat(amountOf("0.1e1")).isEqualTo("1.00");
  }

  @Test
  void whatIsNoSumIsNamed() {
    for (String bad :
        List.of(
            "0",
            "-1",
            "0.001",
            "100000000",
            "1e400",
            "1e-3",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\" 5\"",
            "\"5 000\"",
            "\"+5\"",
            "\"NaN\"",
            "\"1,5\"",
            "12345678901234567890123456789")) {
      Reply reply = gateway.post(QRS, "{\"amount\":" + bad + "}");
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
      assertThat(reply.at("/error_code")).isEqualTo("validation_failed");
      assertThat(reply.json().at("/error/fields/amount").size()).as(bad).isEqualTo(1);
      assertThat(reply.json().at("/errors")).isEqualTo(reply.json().at("/error/fields"));
    }
    assertThat(gateway.post(QRS, "{\"amount\":NaN}").status()).isEqualTo(400);
    assertThat(gateway.post(QRS, "{}").at("/error/fields/amount/0")).isEqualTo("Обязательное поле");
    assertThat(gateway.post(QRS, "{\"amount\":null}").status()).isEqualTo(422);
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    Reply reply =
        gateway.post(
            BILLS,
            """
            {"amount":"x","phone_number":"+87001234567","description":5,\
            "external_order_id":["a"],"external_order_id_idempotency":true,\
            "discount_percentage":100,"cart_items":null}\
            """);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactlyInAnyOrder(
            "amount",
            "phone_number",
            "description",
            "external_order_id",
            "external_order_id_idempotency",
            "discount_percentage");
    assertThat(reply.at("/error/fields/phone_number/0"))
        .isEqualTo("Ожидается номер вида 8XXXXXXXXXX");
  }

  @Test
  void textsHaveTheirLimits() {
    assertThat(withText("description", "ы".repeat(500)).status()).isEqualTo(201);
    assertThat(withText("description", "ы".repeat(501)).status()).isEqualTo(422);
    assertThat(withText("external_order_id", "x".repeat(255)).status()).isEqualTo(201);
    assertThat(withText("external_order_id", "x".repeat(256)).status()).isEqualTo(422);
    assertThat(withText("external_order_id_idempotency", "x".repeat(191)).status()).isEqualTo(201);
    assertThat(withText("external_order_id_idempotency", "x".repeat(192)).status()).isEqualTo(422);
    assertThat(withText("description", "").at("/description")).isEqualTo("null");
  }

  @Test
  void textNoDatabaseTakesIsRefusedAndEveryOtherIsKept() {
    assertThat(withText("description", "a\\u0000b").at("/error/fields/description/0"))
        .isEqualTo("Недопустимые символы");
    assertThat(withText("description", "a\\ud800b").status()).isEqualTo(422);
    assertThat(withText("external_order_id", "\\udc00").status()).isEqualTo(422);
    Reply odd = withText("description", "Ә😀 <b>'\\\"--;%_\\u200f");
    assertThat(odd.status()).isEqualTo(201);
    assertThat(odd.at("/description")).isEqualTo("Ә😀 <b>'\"--;%_\u200f");
  }

  @Test
  void unknownFieldsAreIgnored() {
    Reply reply =
        gateway.post(QRS, "{\"amount\":5,\"is_recurring\":true,\"nested\":{\"a\":[1,2]},\"id\":7}");
    assertThat(reply.status()).isEqualTo(201);
  }

  @Test
  void aDiscountIsRoundedOnceAndShown() {
    Reply reply = gateway.post(QRS, "{\"amount\":\"99.99\",\"discount_percentage\":12.50}");
    assertThat(reply.at("/subtotal")).isEqualTo("99.99");
    assertThat(reply.at("/discount_sum")).isEqualTo("12.50");
    assertThat(reply.at("/amount")).isEqualTo("87.49");
    assertThat(reply.at("/discount_percentage")).isEqualTo("12.5");
    assertThat(gateway.post(QRS, "{\"amount\":0.01,\"discount_percentage\":99}").status())
        .isEqualTo(422);
    assertThat(gateway.createQr().json().has("subtotal")).isFalse();
  }

  @Test
  void aTestKeyAndALiveKeyDoNotSeeEachOthersInvoices() {
    long training = gateway.createQr().json().at("/id").asLong();
    long live = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey).json().at("/id").asLong();
    assertThat(gateway.get(BILLS + "/" + training, gateway.liveKey).status()).isEqualTo(404);
    assertThat(gateway.get(BILLS + "/" + live).status()).isEqualTo(404);
    assertThat(gateway.get(BILLS, gateway.liveKey).at("/meta/total")).isEqualTo("1");
  }

  @Test
  void anotherShopsInvoiceIsLikeNone() {
    Tenant other = gateway.shopAccess.tenantNamed("Другой магазин");
    String foreign = gateway.newKey(other, Mode.TEST, ApiKey.Role.API);
    long id = gateway.paidQr();
    String none = gateway.get(BILLS + "/999999", foreign).text();
    assertThat(gateway.get(BILLS + "/" + id, foreign).text()).isEqualTo(none);
    assertThat(gateway.post(BILLS + "/" + id + "/cancel", "", foreign).text()).isEqualTo(none);
    assertThat(gateway.post(BILLS + "/" + id + "/refund", "", foreign).text()).isEqualTo(none);
    assertThat(gateway.get(BILLS + "/" + id + "/refunds", foreign).text()).isEqualTo(none);
    assertThat(
            gateway
                .post(BILLS + "/" + id + "/simulate-status", "{\"status\":\"paid\"}", foreign)
                .text())
        .isEqualTo(none);
  }

  @Test
  void whatIsNoNumberIsNoInvoice() {
    for (String id : List.of("abc", "1x", "-1", "1.0", "99999999999999999999", "%31x")) {
      assertThat(gateway.get(BILLS + "/" + id).status()).as(id).isEqualTo(404);
    }
  }

  @Test
  void aTrainingInvoiceIsCancelledAtOnce() {
    long id = gateway.createQr().json().at("/id").asLong();
    Reply reply = gateway.post(BILLS + "/" + id + "/cancel", "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/message")).isEqualTo("Счёт отменён");
    assertThat(reply.at("/invoice_id")).isEqualTo(Long.toString(id));
    assertThat(reply.at("/invoice/status")).isEqualTo("cancelled");
    assertThat(reply.at("/invoice/status_reason")).isEqualTo("merchant_cancelled");
    assertThat(reply.at("/invoice/cancelled_at")).isEqualTo("2026-05-14T14:30:00Z");
    assertThat(reply.json().at("/invoice").size())
        .isEqualTo(gateway.get(BILLS + "/" + id).json().size());
    Reply again = gateway.post(BILLS + "/" + id + "/cancel", "{}");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("INVOICE_NOT_CANCELLABLE");
    assertThat(again.at("/error_code")).isEqualTo("invoice_already_cancelled");
  }

  @Test
  void aPaidOrExpiredInvoiceIsNotCancelled() {
    Reply paid = gateway.post(BILLS + "/" + gateway.paidQr() + "/cancel", "");
    assertThat(paid.code()).isEqualTo("INVOICE_NOT_CANCELLABLE");
    assertThat(paid.at("/error_code")).isEqualTo("invoice_already_paid");
    long id = gateway.createQr().json().at("/id").asLong();
    gateway.simulate(id, "expired");
    Reply expired = gateway.post(BILLS + "/" + id + "/cancel", "");
    assertThat(expired.status()).isEqualTo(400);
    assertThat(expired.at("/error_code")).isEqualTo("invoice_not_cancellable");
  }

  @Test
  void aLiveInvoiceIsCancelledByTheBank() {
    long id = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey).json().at("/id").asLong();
    Reply reply = gateway.post(BILLS + "/" + id + "/cancel", "", gateway.liveKey);
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.at("/invoice/status")).isEqualTo("cancelling");
    assertThat(gateway.post(BILLS + "/" + id + "/cancel", "", gateway.liveKey).at("/error_code"))
        .isEqualTo("invoice_not_cancellable");
  }

  @Test
  void aTrainingInvoiceIsNeverPendingOnceItsTimeIsOver() {
    long id = gateway.createQr().json().at("/id").asLong();
    gateway.clock.move(Duration.ofMinutes(20));
    assertThat(gateway.get(BILLS).at("/data/0/status")).isEqualTo("expired");
    Reply read = gateway.get(BILLS + "/" + id);
    assertThat(read.at("/status")).isEqualTo("expired");
    assertThat(read.at("/status_reason")).isEqualTo("ttl_expired");
  }

  @Test
  void simulationsDriveATrainingInvoice() {
    long id = gateway.createQr().json().at("/id").asLong();
    Reply scanned = gateway.simulate(id, "qr_scanned");
    assertThat(scanned.status()).as(scanned.text()).isEqualTo(200);
    assertThat(scanned.at("/qr_substate")).isEqualTo("scanned");
    assertThat(scanned.at("/status")).isEqualTo("pending");
    Reply paid = gateway.simulate(id, "paid");
    assertThat(paid.at("/status")).isEqualTo("paid");
    assertThat(paid.at("/client_name")).isNotEqualTo("null");
    assertThat(paid.at("/paid_at")).isEqualTo("2026-05-14T14:30:00Z");
    assertThat(paid.text()).contains("\"available_for_refund\":2500.50");
    Reply again = gateway.simulate(id, "paid");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("INVALID_TRANSITION");
    assertThat(ended("cancelled").at("/status_reason")).isEqualTo("customer_cancelled");
    assertThat(ended("expired").at("/status")).isEqualTo("expired");
    assertThat(ended("error").at("/status_reason")).isEqualTo("provider_error");
  }

  @Test
  void simulationsHaveTheirBounds() {
    long bill = gateway.post(BILLS, BILL).json().at("/id").asLong();
    assertThat(gateway.simulate(bill, "qr_scanned").status()).isEqualTo(422);
    assertThat(gateway.simulate(bill, "refunded").at("/error/fields/status/0"))
        .isEqualTo("Неизвестное значение");
    assertThat(gateway.simulate(999_999, "paid").status()).isEqualTo(404);
    long live = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey).json().at("/id").asLong();
    Reply reply =
        gateway.post(
            BILLS + "/" + live + "/simulate-status", "{\"status\":\"paid\"}", gateway.liveKey);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("NOT_SANDBOX");
  }

  @Test
  void aCreationCanBringItsOwnSimulationInTrainingOnly() {
    assertThat(gateway.post(QRS, "{\"amount\":1,\"simulate\":\"paid\"}").status()).isEqualTo(201);
    assertThat(gateway.post(QRS, "{\"amount\":1,\"simulate\":\"qr_scanned\"}").status())
        .isEqualTo(422);
    assertThat(
            gateway
                .sendLoosely(
                    gateway
                        .bare(QRS)
                        .header("X-API-Key", gateway.liveKey)
                        .header("Content-Type", "application/json")
                        .POST(ofString("{\"amount\":1,\"simulate\":\"nonsense\"}")))
                .status())
        .isEqualTo(201);
  }

  @Test
  void manyInvoicesAreCheckedAtOnce() {
    long paid = gateway.paidQr();
    long open = gateway.createQr().json().at("/id").asLong();
    Reply reply =
        gateway.post(
            BILLS + "/status/check",
            "{\"invoice_ids\":[999999," + open + "," + paid + "," + open + "]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/invoices").size()).isEqualTo(2);
    assertThat(reply.at("/invoices/0/id")).isEqualTo(Long.toString(open));
    assertThat(reply.at("/invoices/1/status")).isEqualTo("paid");
    assertThat(reply.at("/invoices/1/amount")).isEqualTo("2500.50");
    assertThat(reply.json().at("/invoices/0").propertyNames())
        .containsExactly(
            "id", "status", "amount", "kaspi_invoice_id", "error_message", "updated_at");
    assertThat(reply.json().at("/not_found").toString()).isEqualTo("[999999]");
  }

  @Test
  void aCheckTakesOneToAHundredPositiveNumbers() {
    for (String bad : List.of("[]", "5", "[\"x\"]", "[0]", "[1.5]", "null", "[1e3,-4]")) {
      Reply reply = gateway.post(BILLS + "/status/check", "{\"invoice_ids\":" + bad + "}");
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.json().at("/error/fields").propertyNames().iterator().next())
          .startsWith("invoice_ids");
    }
    String many = "1" + ",1".repeat(100);
    assertThat(gateway.post(BILLS + "/status/check", "{\"invoice_ids\":[" + many + "]}").status())
        .isEqualTo(422);
  }

  @Test
  void aLiveKeyNeedsABank() {
    gateway.liveBank.connection = Connection.NOT_CONFIGURED;
    Reply none = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey);
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.code()).isEqualTo("KASPI_SESSION_NOT_CONFIGURED");
    assertThat(gateway.post(QRS, "{\"amount\":0}", gateway.liveKey).status()).isEqualTo(422);
    gateway.liveBank.connection = Connection.SIGNED_OUT;
    Reply out = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey);
    assertThat(out.status()).isEqualTo(503);
    assertThat(out.code()).isEqualTo("KASPI_SESSION_INVALID");
    assertThat(out.at("/error_code")).isEqualTo("kaspi_session_invalid");
  }

  @Test
  void aBanksRefusalAndSilenceAreToldApart() {
    gateway.liveBank.onOpen =
        _ -> new ProviderReply.Declined<>("no", "the bank's words", ProviderReply.Why.REFUSED);
    Reply refused = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey);
    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.at("/error_code")).isEqualTo("kaspi_error");
    // Kaspi Pay sheet, section 8: what a code means that is not known, only the bank's words say.
    assertThat(refused.at("/message")).endsWith(": the bank's words");
    gateway.liveBank.onOpen = _ -> new ProviderReply.Unknown<>("timeout");
    Reply silent = gateway.post(QRS, "{\"amount\":1}", gateway.liveKey);
    assertThat(silent.status()).isEqualTo(504);
    assertThat(silent.code()).isEqualTo("PROVIDER_TIMEOUT");
    assertThat(silent.at("/error_code")).isEqualTo("network_unavailable");
    assertThat(gateway.get(BILLS + "/" + silent.at("/invoice_id"), gateway.liveKey).at("/status"))
        .isEqualTo("pending");
  }

  @Test
  void aBankThatTakesWholeTengeOnlySaysSo() {
    gateway.liveBank.takesTiyn = false;
    Reply reply = gateway.post(QRS, "{\"amount\":1.5}", gateway.liveKey);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("AMOUNT_MUST_BE_WHOLE_TENGE");
  }

  @Test
  void unreadableBodiesAreBadRequests() {
    for (String bad :
        List.of(
            "",
            "   ",
            "{",
            "[]",
            "5",
            "\"x\"",
            "null",
            "{\"amount\":1,\"amount\":2}",
            "{\"amount\":1} x",
            "{\"amount\":1}{}",
            "{'amount':1}",
            "{\"amount\":01}",
            "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            "{\"amount\":1" + "0".repeat(5000) + "}",
            "{\"amount\":1,}",
            "// x\n{}")) {
      Reply reply = gateway.post(QRS, bad);
      assertThat(reply.status()).as(bad.length() > 50 ? bad.substring(0, 50) : bad).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    }
  }

  @Test
  void onlyUtf8IsReadAndAByteOrderMarkIsForgiven() {
    byte[] bad = {'{', '"', 'd', '"', ':', '"', (byte) 0xC3, '"', '}'};
    assertThat(raw(bad).status()).isEqualTo(400);
    byte[] wide = "{\"amount\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    assertThat(raw(wide).status()).isEqualTo(400);
    assertThat(
            raw("\uFEFF{\"amount\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)).status())
        .isEqualTo(201);
  }

  private Reply raw(byte[] body) {
    return gateway.send(
        gateway
            .request(QRS)
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private Reply ended(String how) {
    long id = gateway.createQr().json().at("/id").asLong();
    return gateway.simulate(id, how);
  }

  private String amountOf(String json) {
    return gateway.post(QRS, "{\"amount\":" + json + "}").at("/amount");
  }

  private Reply withText(String field, String text) {
    return gateway.post(QRS, "{\"amount\":5,\"" + field + "\":\"" + text + "\"}");
  }
}
