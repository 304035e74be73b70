package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.kaspipay.BankShop;
import duken.simulator.kaspipay.KaspiPaySimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop at ePay beside one at Kaspi Pay in the same engine, which is killed at work. */
class TwoProvidersKillTest extends EpayProcesses {

  private static final String PASSWORD = "password";

  @Test
  void neitherShopLosesMoneyOrSendsABillTwice() throws IOException {
    try (KaspiPaySimulator kaspi =
        KaspiPaySimulator.start(0, BankShop.standard(), Clock.systemUTC())) {
      String key = connected(kaspi);
      JsonNode epay = qr("100");
      JsonNode sale = made(key, "/qr", "{\"amount\":200}");
      long paid = kaspi.latest().id();
      JsonNode bill = made(key, "", "{\"amount\":300,\"phone_number\":\"87011234567\"}");
      long billed = kaspi.latest().id();
      engine.kill();

      bank.set(operation(epay).billNumber(), "PAID");
      kaspi.set(paid, "Processed");
      int purchases = kaspi.purchases().size();
      engine = DukenProcess.engineIn(folder);
      awaits(epay, "paid");
      awaits(key, sale, "paid");
      assertThat(read(key, sale).at("/provider/name").asString()).isEqualTo("kaspi-pay");
      assertThat(get(epay).at("/provider/name").asString()).isEqualTo("epay");

      assertThat(post(engine.url(), refundOf(sale), "{\"amount\":50}", key).statusCode())
          .isEqualTo(201);
      kaspi.fault(new KaspiPaySimulator.Fault("/payment/return", true, 0));
      post(engine.url(), refundOf(sale), "{\"amount\":60}", key);
      engine.kill();

      engine = DukenProcess.engineIn(folder);
      await()
          .atMost(PATIENCE)
          .until(() -> read(key, sale).at("/total_refunded").asString().equals("110.00"));
      assertThat(
              kaspi.purchases().stream()
                  .filter(it -> it.id() == paid)
                  .findFirst()
                  .orElseThrow()
                  .returned())
          .isEqualByComparingTo("110");
      kaspi.set(billed, "Processed");
      awaits(key, bill, "paid");
      assertThat(kaspi.purchases()).hasSize(purchases);
      assertThat(kaspi.breaches()).isEmpty();
    }
  }

  private static String connected(KaspiPaySimulator kaspi) throws IOException {
    Files.write(
        folder.resolve("shop.p12"),
        kaspi.authority().client("shop", PASSWORD, Duration.ofDays(365)));
    Files.writeString(folder.resolve("password.txt"), PASSWORD);
    Files.writeString(folder.resolve("root.pem"), kaspi.authority().pem());
    DukenProcess connect =
        command(
            "connect",
            "kaspi-pay",
            "--tenant",
            "Beside",
            "--scheme",
            "r3",
            "--url",
            kaspi.base("r3").toString(),
            "--certificate",
            folder.resolve("shop.p12").toString(),
            "--password-file",
            folder.resolve("password.txt").toString(),
            "--trust",
            folder.resolve("root.pem").toString(),
            "--bin",
            kaspi.shop().bin());
    assertThat(connect.exitCode()).as(connect.err()).isZero();
    return key(folder, "Beside", "live", "api");
  }

  private static JsonNode made(String key, String kind, String body) {
    var answer = post(engine.url(), "/api/v1/invoices" + kind, body, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private static String refundOf(JsonNode sale) {
    return "/api/v1/invoices/" + sale.get("id") + "/refund";
  }

  private static JsonNode read(String key, JsonNode sale) {
    return get(engine.url(), "/api/v1/invoices/" + sale.get("id"), key);
  }

  private static void awaits(String key, JsonNode sale, String status) {
    await().atMost(PATIENCE).until(() -> read(key, sale).at("/status").asString().equals(status));
  }
}
