package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.tenant.ApiKey;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gateway contract, section 10. */
class RefundsTest {

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aPartialRefundIsAnsweredAsTheContractShowsIt() {
    long id = gateway.paidQr();
    Reply reply = refund(id, "{\"amount\":\"1000\",\"reason\":\"Брак\"}");
    assertThat(reply.status()).isEqualTo(201);
    JsonNode refund = reply.json().at("/refund");
    assertThat(reply.text())
        .isEqualTo(
            """
            {"message":"Возврат выполнен","refund":{"id":%d,"invoice_id":%d,"amount":"1000.00",\
            "reason":"Брак","status":"completed","kaspi_refund_id":"%s",\
            "kaspi_status":"completed","initiated_by":"api","error_message":null,\
            "error_code":null,"items":[],"created_at":"2026-05-14T14:30:00Z",\
            "completed_at":"2026-05-14T14:30:00Z"},"invoice":{"id":%d,"amount":"2500.50",\
            "status":"partially_refunded","total_refunded":"1000.00",\
            "pending_refund_amount":0.00,"available_for_refund":1500.50,\
            "is_fully_refunded":false}}\
            """
                .formatted(
                    refund.at("/id").asLong(), id, refund.at("/kaspi_refund_id").asString(), id));
  }

  @Test
  void withoutASumEverythingLeftGoesBack() {
    long id = gateway.paidQr();
    refund(id, "{\"amount\":500.50}");
    Reply rest = refund(id, "");
    assertThat(rest.at("/refund/amount")).isEqualTo("2000.00");
    assertThat(rest.at("/invoice/status")).isEqualTo("refunded");
    assertThat(rest.json().at("/invoice/is_fully_refunded").asBoolean()).isTrue();
    Reply none = refund(id, "{}");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.code()).isEqualTo("INVOICE_NOT_REFUNDABLE");
  }

  @Test
  void moreThanIsLeftDoesNotGoBack() {
    long id = gateway.paidQr();
    refund(id, "{\"amount\":2000}");
    Reply reply = refund(id, "{\"amount\":500.51}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("REFUND_AMOUNT_EXCEEDED");
    assertThat(refund(id, "{\"amount\":500.50}").status()).isEqualTo(201);
  }

  @Test
  void onlyPaidInvoicesAreRefunded() {
    long id = gateway.createQr().json().at("/id").asLong();
    assertThat(refund(id, "").code()).isEqualTo("INVOICE_NOT_REFUNDABLE");
    assertThat(refund(999_999, "").status()).isEqualTo(404);
  }

  @Test
  void wrongFieldsAreNamed() {
    long id = gateway.paidQr();
    Reply reply =
        refund(id, "{\"amount\":0,\"reason\":" + 5 + ",\"return_items\":[{\"count\":1}]}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/error/fields").propertyNames())
        .containsExactlyInAnyOrder("amount", "reason", "return_items.0.catalog_item_id");
    assertThat(refund(id, "{\"reason\":\"" + "ы".repeat(501) + "\"}").status()).isEqualTo(422);
    assertThat(refund(id, "[1]").status()).isEqualTo(400);
  }

  @Test
  void refundsOfAnInvoiceAreListed() {
    long id = gateway.paidQr();
    refund(id, "{\"amount\":1}");
    refund(id, "{\"amount\":2}");
    Reply reply = gateway.get("/api/v1/invoices/" + id + "/refunds");
    assertThat(reply.at("/total")).isEqualTo("2");
    assertThat(reply.at("/refunds/0/amount")).isEqualTo("1.00");
    assertThat(reply.json().at("/refunds/0").has("invoice")).isFalse();
    assertThat(reply.json().at("/invoice").propertyNames())
        .containsExactly(
            "id", "amount", "total_refunded", "available_for_refund", "is_fully_refunded");
    assertThat(reply.at("/invoice/total_refunded")).isEqualTo("3.00");
  }

  @Test
  void allRefundsAreListedFilteredAndPaged() {
    long first = gateway.paidQr();
    refund(first, "{\"amount\":10}");
    gateway.clock.move(Duration.ofMinutes(1));
    long second = gateway.paidQr();
    refund(second, "{\"amount\":5}");
    Reply all = gateway.get("/api/v1/refunds");
    assertThat(all.at("/meta/total")).isEqualTo("2");
    assertThat(all.at("/data/0/amount")).isEqualTo("5.00");
    assertThat(all.json().at("/data/0/invoice").propertyNames())
        .containsExactly(
            "id",
            "external_order_id",
            "amount",
            "status",
            "kaspi_invoice_id",
            "total_refunded",
            "is_fully_refunded");
    assertThat(gateway.get("/api/v1/refunds?invoice_id=" + first).at("/data/0/amount"))
        .isEqualTo("10.00");
    assertThat(gateway.get("/api/v1/refunds?sort=-amount").at("/data/0/amount")).isEqualTo("10.00");
    assertThat(gateway.get("/api/v1/refunds?status=failed").at("/meta/total")).isEqualTo("0");
    assertThat(gateway.get("/api/v1/refunds?from=2026-05-14T14:31:00Z").at("/meta/total"))
        .isEqualTo("1");
    assertThat(gateway.get("/api/v1/refunds?limit=1&offset=1").at("/data/0/amount"))
        .isEqualTo("10.00");
    assertThat(gateway.get("/api/v1/refunds?status=paid").status()).isEqualTo(422);
    assertThat(gateway.get("/api/v1/refunds?invoice_id=x").status()).isEqualTo(422);
  }

  @Test
  void oneRefundIsReadByItsOwnShopOnly() {
    long id = gateway.paidQr();
    String refund = refund(id, "").at("/refund/id");
    assertThat(gateway.get("/api/v1/refunds/" + refund).at("/invoice_id"))
        .isEqualTo(Long.toString(id));
    String foreign =
        gateway.newKey(
            gateway.shopAccess.tenantNamed("Другой магазин"), Mode.TEST, ApiKey.Role.API);
    assertThat(gateway.get("/api/v1/refunds/" + refund, foreign).status()).isEqualTo(404);
    assertThat(gateway.get("/api/v1/refunds/" + refund, gateway.liveKey).status()).isEqualTo(404);
    assertThat(gateway.get("/api/v1/refunds", foreign).at("/meta/total")).isEqualTo("0");
  }

  @Test
  void aRefundAtTheDeskIsTheCashiers() {
    long id = gateway.paidQr();
    Reply reply =
        gateway.post(
            "/api/v1/invoices/" + id + "/refund", "{\"reason\":\"Брак\"}", gateway.deskKey);
    assertThat(reply.at("/refund/initiated_by")).isEqualTo("cashier");
  }

  @Test
  void aRefundTheBankIsSilentAboutStaysReserved() {
    gateway.liveBank.onRefund = _ -> new ProviderReply.Unknown<>("timeout");
    long id = livePaid();
    Reply reply = gateway.post("/api/v1/invoices/" + id + "/refund", "", gateway.liveKey);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(reply.at("/refund/status")).isEqualTo("processing");
    assertThat(reply.at("/message")).isEqualTo("Возврат отправлен в банк");
    assertThat(reply.text()).contains("\"pending_refund_amount\":1.00");
    Reply second = gateway.post("/api/v1/invoices/" + id + "/refund", "", gateway.liveKey);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("REFUND_IN_PROGRESS");
    assertThat(second.at("/error/message")).startsWith("Предыдущий возврат");
    Reply keyed = second(id);
    assertThat(keyed.code()).isEqualTo("REFUND_IN_PROGRESS");
    assertThat(second(id).headers().firstValue("Idempotent-Replayed")).as("asked anew").isEmpty();
  }

  private Reply second(long id) {
    return gateway.post(
        "/api/v1/invoices/" + id + "/refund", "", gateway.liveKey, "Idempotency-Key", "second-1");
  }

  private long livePaid() {
    Reply created = gateway.post("/api/v1/invoices/qr", "{\"amount\":1}", gateway.liveKey);
    long id = created.json().at("/id").asLong();
    gateway.liveBank.says.put(
        created.at("/kaspi_invoice_id"),
        new ProviderReading.Paid(gateway.clock.instant(), null, "Асель Т.", null, "Processed"));
    Reply checked =
        gateway.post(
            "/api/v1/invoices/status/check", "{\"invoice_ids\":[" + id + "]}", gateway.liveKey);
    assertThat(checked.at("/invoices/0/status")).isEqualTo("paid");
    return id;
  }

  private Reply refund(long id, String body) {
    return gateway.post("/api/v1/invoices/" + id + "/refund", body);
  }
}
