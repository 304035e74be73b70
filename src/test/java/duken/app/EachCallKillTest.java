package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.simulator.epay.EpaySimulator.Fault;
import duken.simulator.kaspipay.BankShop;
import duken.simulator.kaspipay.KaspiPaySimulator;
import duken.simulator.kaspipay.Purchase;
import duken.simulator.wire.HeldCalls.Effect;
import duken.simulator.wire.HeldCalls.Held;
import duken.webhook.ReceivingShop;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The engine is killed while both banks hold the answer of each call that makes or moves something.
 * Afterwards database, banks and webhooks agree: before the call counts as {@link Effect#NEVER},
 * inside it as {@link Effect#LET_GO}, after it as {@link Effect#AT_ONCE}.
 */
class EachCallKillTest extends EpayProcesses {

  private static final String SECRET = "webhook-secret-of-the-kill-test";
  private static final String PASSWORD = "password";
  private static final Set<String> MONEY = Set.of("paid", "partially_refunded", "refunded");

  private static KaspiPaySimulator kaspi;
  private static ReceivingShop receiver;
  private static String enhanced;
  private static String standard;

  private final List<Held> held = new ArrayList<>();

  @BeforeAll
  static void connectTheOthers() throws IOException {
    kaspi = KaspiPaySimulator.start(0, BankShop.standard(), Clock.systemUTC());
    Files.write(
        folder.resolve("shop.p12"),
        kaspi.authority().client("shop", PASSWORD, Duration.ofDays(365)));
    Files.writeString(folder.resolve("password.txt"), PASSWORD);
    Files.writeString(folder.resolve("root.pem"), kaspi.authority().pem());
    enhanced = connected("r3", "--bin", kaspi.shop().bin());
    standard = connected("r2");
    Files.writeString(
        folder.resolve("duken.properties"),
        "epay.charge-held=yes\nwebhook.live-loopback=yes\n",
        StandardOpenOption.APPEND);
    engine.kill();
    engine = DukenProcess.engineIn(folder);
    receiver = ReceivingShop.open(SECRET, Clock.systemUTC());
    for (String key : List.of(enhanced, standard, liveKey)) {
      String body = "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(receiver.url(), SECRET);
      assertThat(post(engine.url(), "/api/v1/webhook/configure", body, key).statusCode())
          .isLessThan(300);
    }
  }

  @AfterAll
  static void closeTheOthers() throws IOException {
    kaspi.close();
    receiver.close();
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void databaseBanksAndWebhooksAgree(Effect effect) {
    JsonNode sold = kaspiSale(enhanced, "40");
    JsonNode soldBasic = kaspiSale(standard, "41");
    JsonNode soldLater = kaspiSale(standard, "42");
    JsonNode bill = made(enhanced, "", "{\"amount\":43,\"phone_number\":\"87011234567\"}");
    long billed = kaspi.latest().id();
    post(engine.url(), refundOf(soldLater), "{\"amount\":12}", standard);
    long identified = kaspi.latest().id();
    JsonNode epaySold = qr("44");
    bank.set(operation(epaySold).billNumber(), "PAID");
    awaits(epaySold, "paid");
    JsonNode toCancel = heldWithoutCharge(qr("45"));

    hold(kaspi.hold("qr/create-link", effect), enhanced, "/api/v1/invoices/link", "{\"amount\":1}");
    hold(kaspi.hold("qr/create", effect), enhanced, "/api/v1/invoices/qr", "{\"amount\":2}");
    hold(
        kaspi.hold("remote/create", effect),
        enhanced,
        "/api/v1/invoices",
        "{\"amount\":3,\"phone_number\":\"87011234567\"}");
    hold(
        kaspi.hold("remote/cancel", effect),
        enhanced,
        "/api/v1/invoices/" + bill.get("id") + "/cancel",
        "{}");
    hold(kaspi.hold("payment/return", effect), enhanced, refundOf(sold), "{\"amount\":10}");
    hold(kaspi.hold("return/create", effect), standard, refundOf(soldBasic), "{\"amount\":11}");
    Held sentBack = kaspi.hold("r2/v01/payment/return", effect);
    kaspi.set(identified, "CustomerIdentityObtained");
    here(sentBack);
    hold(bank.hold("/refund", effect), liveKey, refundOf(epaySold), "{}");
    hold(
        bank.hold("/cancel", effect),
        liveKey,
        "/api/v1/invoices/" + toCancel.get("id") + "/cancel",
        "{}");
    JsonNode toCharge = qr("46");
    Held charged = bank.hold("/charge", effect);
    bank.set(operation(toCharge).billNumber(), "BLOCKED");
    here(charged);
    hold(bank.hold("/generate", effect), liveKey, "/api/v1/invoices/qr", "{\"amount\":47}");
    hold(bank.hold("/token", effect), liveKey, "/api/v1/invoices/qr", "{\"amount\":48}");

    engine.kill();
    held.forEach(Held::letGo);
    engine = DukenProcess.engineIn(folder);

    await().atMost(PATIENCE).untilAsserted(() -> kaspiAgrees(effect, billed));
    await().atMost(PATIENCE).untilAsserted(EachCallKillTest::epayAgrees);
    awaits(toCharge, "paid");
    awaits(toCancel, "cancelled");
    awaits(epaySold, "refunded");
    await().atMost(PATIENCE).untilAsserted(() -> wentBack(soldLater, "12.00"));
    await().atMost(PATIENCE).untilAsserted(EachCallKillTest::webhooksAgree);
    assertThat(kaspi.breaches()).isEmpty();
  }

  /** Each sale that is open here can be paid there, and no sum went back twice. */
  private static void kaspiAgrees(Effect effect, long billed) {
    for (String key : List.of(enhanced, standard)) {
      for (JsonNode it : invoices(key)) {
        Purchase there = purchase(it);
        if (there == null) {
          // Nobody saw it: either it is still being made, or it is over, or a person decides.
          assertThat(MONEY).doesNotContain(it.get("status").asString());
          continue;
        }
        assertThat(there.status().equals("Processed"))
            .as("%s", it)
            .isEqualTo(MONEY.contains(it.get("status").asString()));
        BigDecimal returned = new BigDecimal(it.get("total_refunded").asString());
        BigDecimal mayHave = returned.add(it.get("pending_refund_amount").decimalValue());
        assertThat(there.returned()).isBetween(returned, mayHave);
        if (effect != Effect.NEVER) {
          boolean waitsForScan = it.get("amount").asString().equals("41.00");
          assertThat(waitsForScan || there.returned().compareTo(returned) == 0).isTrue();
        }
      }
    }
    assertThat(kaspi.purchases().stream().filter(it -> it.id() == billed).findFirst())
        .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo("RemotePaymentCanceled"));
    long lostBills =
        kaspi.purchases().stream()
            .filter(it -> it.terms().kind().equals("bill") && it.terms().amount().intValue() == 3)
            .count();
    long askedFor =
        invoices(enhanced).stream()
            .filter(it -> it.get("amount").asString().equals("3.00"))
            .count();
    assertThat(lostBills).isLessThanOrEqualTo(askedFor);
  }

  private static void epayAgrees() {
    for (JsonNode it : invoices(liveKey)) {
      if (it.get("kaspi_invoice_id").isNull()) {
        assertThat(MONEY).doesNotContain(it.get("status").asString());
        continue;
      }
      var there = operation(it);
      assertThat(there.status().equals("PAID"))
          .as("%s", it)
          .isEqualTo(MONEY.contains(it.get("status").asString()));
      assertThat(there.refunds().size()).isLessThanOrEqualTo(1);
      BigDecimal returned = new BigDecimal(it.get("total_refunded").asString());
      BigDecimal mayHave = returned.add(it.get("pending_refund_amount").decimalValue());
      assertThat(there.refunded()).isBetween(returned, mayHave);
    }
  }

  private static void wentBack(JsonNode sale, String sum) {
    assertThat(read(standard, sale).at("/total_refunded").asString()).isEqualTo(sum);
  }

  /** Each sale's last word was told, and none twice. */
  private static void webhooksAgree() {
    for (String key : List.of(enhanced, standard, liveKey)) {
      for (JsonNode it : invoices(key)) {
        List<String> told =
            receiver.events().stream()
                .filter(event -> event.invoiceId() == it.get("id").asLong())
                .map(ReceivingShop.Event::status)
                .toList();
        String status = it.get("status").asString();
        assertThat(told).doesNotHaveDuplicates();
        if (!status.equals("pending") && !status.equals("cancelling")) {
          assertThat(told).as("%s", it).endsWith(status);
        }
      }
    }
    assertThat(receiver.refusals()).isEmpty();
  }

  private static JsonNode heldWithoutCharge(JsonNode qr) {
    bank.fault(new Fault("/operation/", false, 400));
    bank.set(operation(qr).billNumber(), "BLOCKED");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                get(engine.url(), "/desk/v1/sales/" + qr.get("id"), deskKey)
                    .at("/sale/progress")
                    .asString()
                    .equals("confirming"));
    return qr;
  }

  private void hold(Held it, String key, String path, String body) {
    HTTP.sendAsync(
        HttpRequest.newBuilder(URI.create(engine.url() + path))
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.discarding());
    here(it);
  }

  private void here(Held it) {
    assertThat(it.arrives(Duration.ofSeconds(30))).as("a call arrives").isTrue();
    held.add(it);
  }

  private static JsonNode kaspiSale(String key, String amount) {
    JsonNode sale = made(key, "/qr", "{\"amount\":" + amount + "}");
    kaspi.set(sale.get("kaspi_invoice_id").asLong(), "Processed");
    await().atMost(PATIENCE).until(() -> read(key, sale).at("/status").asString().equals("paid"));
    return sale;
  }

  private static Purchase purchase(JsonNode invoice) {
    String id = invoice.get("kaspi_invoice_id").asString("");
    return kaspi.purchases().stream()
        .filter(it -> Long.toString(it.id()).equals(id))
        .findFirst()
        .orElse(null);
  }

  private static List<JsonNode> invoices(String key) {
    JsonNode data = get(engine.url(), "/api/v1/invoices?limit=100", key).get("data");
    return IntStream.range(0, data.size()).mapToObj(data::get).toList();
  }

  private static JsonNode read(String key, JsonNode sale) {
    return get(engine.url(), "/api/v1/invoices/" + sale.get("id"), key);
  }

  private static JsonNode made(String key, String kind, String body) {
    var answer = post(engine.url(), "/api/v1/invoices" + kind, body, key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private static String refundOf(JsonNode sale) {
    return "/api/v1/invoices/" + sale.get("id") + "/refund";
  }

  private static String connected(String scheme, String... more) {
    Stream<String> arguments =
        Stream.of(
            "connect",
            "kaspi-pay",
            "--tenant",
            scheme,
            "--scheme",
            scheme,
            "--url",
            kaspi.base(scheme).toString(),
            "--certificate",
            folder.resolve("shop.p12").toString(),
            "--password-file",
            folder.resolve("password.txt").toString(),
            "--trust",
            folder.resolve("root.pem").toString());
    DukenProcess connect =
        command(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    assertThat(connect.exitCode()).as(connect.err()).isZero();
    return key(folder, scheme, "live", "api");
  }
}
