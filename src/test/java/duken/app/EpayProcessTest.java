package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.simulator.epay.EpayOperation;
import duken.simulator.epay.EpayOptions.CallbackAuth;
import duken.simulator.epay.EpaySimulator.Fault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A shop with a QR terminal as its owner meets it: real processes, a fake provider that calls. */
class EpayProcessTest extends EpayProcesses {

  @Test
  void theProvidersCallSettlesASaleAndItsHistoryNamesTheCaller() {
    JsonNode qr = qr("2500.5");
    EpayOperation made = operation(qr);
    assertThat(qr.at("/qr_link").asString())
        .isEqualTo("https://qr.example.test/p/" + made.billNumber());
    assertThat(qr.at("/payment_url").asString()).isEqualTo("homebank://qr/" + made.billNumber());
    assertThat(qr.at("/provider/name").asString()).isEqualTo("epay");
    assertThat(qr.at("/provider/payment_id").asString()).isEqualTo(made.invoiceId());
    assertThat(qr.at("/provider/metadata/bill_number").asString())
        .isEqualTo(Long.toString(made.billNumber()));

    bank.set(made.billNumber(), "PAID");
    assertThat(bank.call(made.billNumber())).isEqualTo(200);

    assertThat(status(qr)).isEqualTo("paid");
    assertThat(life(qr).filter(it -> it.at("/to").asString().equals("paid")))
        .singleElement()
        .satisfies(it -> assertThat(it.at("/caller").asString()).isEqualTo("kaspi_webhook"));
    assertThat(get(qr).at("/provider/metadata/transaction_id").asString())
        .isEqualTo(operation(qr).transactionId());
  }

  @Test
  void tenCopiesAtOnceSettleOnce() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "PAID");
    byte[] body = message(operation(qr), Map.of());

    List<CompletableFuture<Integer>> copies =
        IntStream.range(0, 10)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> send(operation(qr), body)))
            .toList();

    assertThat(copies).allSatisfy(it -> assertThat(it.join()).isEqualTo(200));
    assertThat(life(qr).filter(it -> it.at("/to").asString().equals("paid"))).hasSize(1);
    assertThat(anomalies(qr)).isEmpty();
  }

  @Test
  void heldMoneyNeverSettles() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "BLOCKED");

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @Test
  void whatTheProviderDoesNotConfirmIsNotPaid() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);

    assertThat(send(made, message(made, Map.of("status", "PAID")))).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @Test
  void aMessageThatProvesItselfSettlesWhileTheProviderIsSilent() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    IntStream.range(0, 4).forEach(_ -> bank.fault(new Fault("/qr", false, 503)));

    assertThat(send(made, message(made, Map.of("status", "PAID")))).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("paid");
  }

  @Test
  void withoutATimeASilentProviderMayCallAgain() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    IntStream.range(0, 4).forEach(_ -> bank.fault(new Fault("/qr", false, 503)));

    assertThat(send(made, message(made, Map.of("status", "PAID", "dateTime", "")))).isEqualTo(503);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED,expired,payment_rejected",
    "CLOSED,cancelled,customer_closed_session",
    "RETURN,cancelled,customer_closed_session"
  })
  void aFailureEndsTheSale(String word, String status, String reason) {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, word);

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo(status);
    assertThat(get(qr).at("/status_reason").asString()).isEqualTo(reason);
  }

  @Test
  void moneyForASaleThatFailedIsRefusedAndAnAnomaly() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "REJECTED");
    assertThat(bank.call(bill)).isEqualTo(200);
    bank.set(bill, "PAID");

    assertThat(bank.call(bill)).isEqualTo(409);
    assertThat(status(qr)).isEqualTo("expired");
    assertThat(anomalies(qr)).containsExactly("paid_late");
  }

  @ParameterizedTest
  @CsvSource({"amount,99.99", "terminal,another", "currency,USD", "billNumber,1"})
  void whatDoesNotFitIsRefusedAndAnAnomaly(String field, String value) {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    bank.set(made.billNumber(), "PAID");

    assertThat(send(made, message(operation(qr), Map.of(field, value)))).isEqualTo(422);
    assertThat(anomalies(qr)).contains("amount_differs");
  }

  @Test
  void anotherSumAtTheProviderIsNeverPaid() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    bank.set(made.billNumber(), "PAID");
    bank.sayAmount("99.99");
    try {
      assertThat(send(made, message(operation(qr), Map.of()))).isEqualTo(200);
      assertThat(status(qr)).isEqualTo("pending");
      assertThat(anomalies(qr)).containsExactly("amount_differs");
    } finally {
      bank.sayAmount("");
    }
  }

  @Test
  void aCallThatProvesNothingSettlesNothing() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);

    assertThat(bank.call(made.billNumber(), CallbackAuth.WRONG, Map.of())).isEqualTo(401);
    assertThat(bank.call(made.billNumber(), CallbackAuth.NONE, Map.of())).isEqualTo(401);
    assertThat(status(qr)).isEqualTo("pending");
  }

  @Test
  void everyOtherAnswerIsAsTheSheetSays() {
    JsonNode qr = qr("100");
    EpayOperation made = operation(qr);
    byte[] unreadable = "not a message".getBytes(StandardCharsets.UTF_8);

    assertThat(send(made, unreadable)).isEqualTo(400);
    assertThat(send(made, new byte[64 * 1024 + 1])).isEqualTo(413);
    assertThat(send(made, message(made, Map.of("invoiceId", "KASPI_1778769000000_Q7W2E9R"))))
        .isEqualTo(404);
    assertThat(
            send(
                made.callback()
                    .postLink()
                    .replaceFirst("/epay/[0-9a-f]+", "/epay/" + "0".repeat(48)),
                message(made, Map.of())))
        .isEqualTo(404);
    assertThat(
            exchange(HttpRequest.newBuilder(URI.create(made.callback().postLink())).GET())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void aSourceThatCallsTooOftenIsSlowedDown() {
    EpayOperation made = operation(qr("100"));
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 301; i++) {
      answers.add(
          exchange(
                  HttpRequest.newBuilder(URI.create(made.callback().postLink()))
                      .header("X-Forwarded-For", "203.0.113.77")
                      .POST(BodyPublishers.ofString("{}")))
              .statusCode());
    }

    assertThat(answers.subList(0, 300)).containsOnly(401);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(send(made, message(made, Map.of("status", "NEW")))).isEqualTo(200);
  }

  @Test
  void aPaymentNobodyCalledAboutIsFoundByAsking() {
    JsonNode qr = qr("100");
    bank.set(operation(qr).billNumber(), "PAID");

    awaits(qr, "paid");
    assertThat(life(qr).filter(it -> it.at("/to").asString().equals("paid")))
        .singleElement()
        .satisfies(it -> assertThat(it.at("/caller").asString()).isEqualTo("status_query"));
  }

  @Test
  void aPaymentThatWinsOverACancelIsPaid() {
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    assertThat(post("/api/v1/invoices/" + qr.get("id") + "/cancel", "{}").statusCode())
        .isEqualTo(202);
    bank.set(bill, "PAID");

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("paid");
  }

  @Test
  void moneyIsReturnedByParts() {
    JsonNode qr = paid("2500.5");
    HttpResponse<String> part =
        post("/api/v1/invoices/" + qr.get("id") + "/refund", "{\"amount\":500}");
    assertThat(part.statusCode()).as(part.body()).isEqualTo(201);
    assertThat(status(qr)).isEqualTo("partially_refunded");
    post("/api/v1/invoices/" + qr.get("id") + "/refund", "{}");

    assertThat(status(qr)).isEqualTo("refunded");
    assertThat(operation(qr).refunds()).hasSize(2);
    assertThat(operation(qr).refunded()).isEqualByComparingTo("2500.5");
  }

  @Test
  void aLostRefundIsCarriedOutOnce() {
    JsonNode qr = paid("100");
    bank.fault(new Fault("/operation/", true, 0));
    post("/api/v1/invoices/" + qr.get("id") + "/refund", "{}");

    awaits(qr, "refunded");
    assertThat(operation(qr).refunds()).hasSize(1);
  }

  @Test
  void aLostPictureIsReplacedByAnother() {
    bank.fault(new Fault("/payment/qr/generate", true, 0));
    JsonNode qr = qr("100");
    long bill = operation(qr).billNumber();
    bank.set(bill, "PAID");

    assertThat(bank.call(bill)).isEqualTo(200);
    assertThat(status(qr)).isEqualTo("paid");
  }
}
