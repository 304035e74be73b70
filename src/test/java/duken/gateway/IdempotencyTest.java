package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duken.engine.Engine;
import duken.provider.ProviderReply;
import duken.store.IdempotentCalls.Call;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateway contract, section 6. */
class IdempotencyTest {

  private static final String QRS = "/api/v1/invoices/qr";
  private static final String BODY = "{\"amount\":5}";
  private static final String HEADER = "Idempotency-Key";
  private static final String KEY = "order-17:till-1";

  @TempDir Path ledger;

  private final RunningGateway gateway = new RunningGateway(RunningGateway.unlimited());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void withoutMirrorsADuplicateTellsOnlyTheEnvelope() {
    GatewayOptions o = RunningGateway.unlimited();
    try (RunningGateway plain =
        new RunningGateway(
            new GatewayOptions(
                o.publicUrl(), o.hosts(), 60, false, null, o.version(), o.patience()))) {
      String body = "{\"amount\":1,\"external_order_id_idempotency\":\"order-1\"}";
      assertThat(plain.post("/api/v1/invoices/qr", body).status()).isEqualTo(201);
      Reply again = plain.post("/api/v1/invoices/qr", body);
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.json().propertyNames()).containsExactly("error");
    }
  }

  @Test
  void theSameKeyWithTheSameBodyIsAnsweredAgainAndCarriedOutOnce() {
    Reply first = create(KEY, BODY);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    gateway.simulate(first.json().at("/id").asLong(), "paid");
    Reply again = create(KEY, BODY);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(invoices()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsAConflict() {
    create(KEY, BODY);
    Reply reply = create(KEY, "{\"amount\":6}");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("IDEMPOTENCY_CONFLICT");
    assertThat(reply.at("/error_code")).isEqualTo("idempotency_key_conflict");
  }

  @Test
  void aKeyBelongsToOneShopOneModeAndOnePath() {
    create(KEY, BODY);
    String live = gateway.liveKey;
    assertThat(gateway.post(QRS, BODY, live, HEADER, KEY).header("Idempotent-Replayed")).isEmpty();
    Reply bill =
        gateway.post(
            "/api/v1/invoices",
            "{\"amount\":5,\"phone_number\":\"87001234567\"}",
            gateway.key,
            HEADER,
            KEY);
    assertThat(bill.status()).isEqualTo(201);
    assertThat(bill.header("Idempotent-Replayed")).isEmpty();
    assertThat(create(KEY, BODY).header("Idempotent-Replayed")).contains("true");
  }

  @Test
  void aMalformedKeyIsABadRequest() {
    for (String bad : List.of("short", "x".repeat(201), "with space", "a\tb-12345")) {
      Reply reply = create(bad, BODY);
      assertThat(reply.status()).as(bad).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    }
    assertThat(gateway.post(QRS, BODY, gateway.key, HEADER, KEY, HEADER, KEY + "2").status())
        .isEqualTo(400);
    assertThat(invoices()).isZero();
  }

  @Test
  void whatHappenedNotIsNotKept() {
    assertThat(create(KEY, "{\"amount\":0}").status()).isEqualTo(422);
    Reply fresh = create(KEY, BODY);
    assertThat(fresh.status()).isEqualTo(201);
    assertThat(fresh.header("Idempotent-Replayed")).isEmpty();
  }

  @Test
  void refusalsOfTheBusinessAreKept() {
    long id = gateway.createQr().json().at("/id").asLong();
    Reply first = refund(id);
    assertThat(first.code()).isEqualTo("INVOICE_NOT_REFUNDABLE");
    gateway.simulate(id, "paid");
    Reply again = refund(id);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void aRefundIsMadeOnce() {
    long id = gateway.paidQr();
    Reply first = refund(id);
    Reply again = refund(id);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(gateway.get("/api/v1/refunds").at("/meta/total")).isEqualTo("1");
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    create(KEY, BODY);
    gateway.clock.move(Duration.ofHours(24).minusSeconds(1));
    assertThat(create(KEY, BODY).header("Idempotent-Replayed")).contains("true");
    gateway.clock.move(Duration.ofSeconds(1));
    assertThat(create(KEY, BODY).header("Idempotent-Replayed")).isEmpty();
    assertThat(invoices()).isEqualTo(2);
  }

  @Test
  void whileTheFirstCallRunsTheSecondIsToldToWait() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    gateway.liveBank.onOpen =
        request -> {
          asked.countDown();
          await(answer);
          return gateway.liveBank.take(request);
        };
    CompletableFuture<Reply> first =
        CompletableFuture.supplyAsync(() -> gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY));
    asked.await();
    Reply second = gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
    assertThat(second.header("Retry-After")).contains("1");
    assertThat(gateway.post(QRS, "{\"amount\":7}", gateway.liveKey, HEADER, KEY).code())
        .isEqualTo("IDEMPOTENCY_CONFLICT");
    answer.countDown();
    assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
    assertThat(gateway.liveBank.opened).hasValue(1);
  }

  @Test
  void manyAtOnceMakeOneInvoice() {
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      replies.add(CompletableFuture.supplyAsync(() -> create(KEY, BODY)));
    }
    assertThat(replies).extracting(reply -> reply.join().status()).isSubsetOf(201, 409);
    assertThat(invoices()).isEqualTo(1);
  }

  @Test
  void aBankThatWasSilentIsNotAskedASecondTimeUnderTheSameKey() {
    gateway.liveBank.onOpen = _ -> new ProviderReply.Unknown<>("timeout");
    Reply first = gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY);
    assertThat(first.status()).isEqualTo(504);
    Reply again = gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/id")).isEqualTo(first.at("/invoice_id"));
    assertThat(again.header("Idempotent-Replayed")).contains("true");
  }

  @Test
  void aBankThatRefusedIsAskedAgainUnderTheSameKey() {
    gateway.liveBank.onOpen =
        _ -> new ProviderReply.Declined<>("no", null, ProviderReply.Why.REFUSED);
    assertThat(gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY).status()).isEqualTo(502);
    gateway.liveBank.onOpen = gateway.liveBank::take;
    Reply again = gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEmpty();
    assertThat(gateway.post(QRS, BODY, gateway.liveKey, HEADER, KEY).text())
        .isEqualTo(again.text());
  }

  @Test
  void storedAnswersSurviveARestartAndACrashedCallIsAnsweredFromWhatItMade() {
    JdbcStore store = TestStores.h2InMemoryOrTempFile();
    String before;
    try (RunningGateway first =
        new RunningGateway(
            RunningGateway.unlimited(), new Unclosed(store), ledger, Engine::start)) {
      before = first.post(QRS, BODY, first.key, HEADER, KEY).text();
      Reply crashed = first.post(QRS, BODY, first.key, HEADER, KEY + "-crashed");
      // As a crash between the creation and the answer leaves it.
      store.writeLightly(
          tx -> {
            Call call = last(tx.idempotentCalls(), first, KEY + "-crashed");
            tx.idempotentCalls().release(call.scopeKey());
            tx.idempotentCalls()
                .reserve(
                    new Call(
                        call.scopeKey(), call.bodyDigest(), null, null, call.startedAt(), null),
                    call.startedAt().minusSeconds(1));
            tx.idempotentCalls().bind(call.scopeKey(), crashed.json().at("/id").asLong());
            Call empty = last(tx.idempotentCalls(), first, KEY + "-empty");
            assertThat(empty).isNull();
          });
      first.clock.move(Duration.ofSeconds(1));
    }
    try (RunningGateway second =
        new RunningGateway(RunningGateway.unlimited(), store, ledger, Engine::start)) {
      second.clock.move(Duration.ofSeconds(2));
      Reply stored = second.post(QRS, BODY, second.key, HEADER, KEY);
      assertThat(stored.text()).isEqualTo(before);
      Reply crashed = second.post(QRS, BODY, second.key, HEADER, KEY + "-crashed");
      assertThat(crashed.status()).isEqualTo(201);
      assertThat(crashed.header("Idempotent-Replayed")).contains("true");
      assertThat(second.get("/api/v1/invoices").at("/meta/total")).isEqualTo("2");
    }
  }

  @Test
  void aReservationACrashLeftEmptyBlocksNobody() {
    create(KEY, BODY);
    JdbcStore store = (JdbcStore) gateway.store;
    store.writeLightly(
        tx -> {
          Call call = last(tx.idempotentCalls(), gateway, KEY);
          tx.idempotentCalls().release(call.scopeKey());
          tx.idempotentCalls()
              .reserve(
                  new Call(call.scopeKey(), call.bodyDigest(), null, null, call.startedAt(), null),
                  call.startedAt().minusSeconds(1));
        });
    assertThat(create(KEY, BODY).code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
    gateway.clock.move(Duration.ofSeconds(61));
    assertThat(create(KEY, BODY).status()).isEqualTo(201);
  }

  @Test
  void aBodyKeyIsTakenWhileItsInvoiceLivesAndFreeAfterwards() {
    String body = "{\"amount\":5,\"external_order_id_idempotency\":\"ord-1\"}";
    Reply first = gateway.post(QRS, body);
    Reply taken = gateway.post(QRS, body);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("DUPLICATE_IDEMPOTENCY_KEY");
    assertThat(taken.at("/error_code")).isEqualTo("duplicate_idempotency_key");
    assertThat(taken.at("/invoice_id")).isEqualTo(first.at("/id"));
    assertThat(taken.at("/status")).isEqualTo("pending");
    Reply bill =
        gateway.post(
            "/api/v1/invoices",
            "{\"amount\":5,\"phone_number\":\"87001234567\","
                + "\"external_order_id_idempotency\":\"ord-1\"}");
    assertThat(bill.status()).isEqualTo(409);
    assertThat(gateway.post(QRS, body, gateway.liveKey).status()).isEqualTo(201);
    gateway.post("/api/v1/invoices/" + first.at("/id") + "/cancel", "");
    Reply free = gateway.post(QRS, body);
    assertThat(free.status()).isEqualTo(201);
    gateway.simulate(free.json().at("/id").asLong(), "paid");
    assertThat(gateway.post(QRS, body).at("/status")).isEqualTo("paid");
  }

  @Test
  void anOrderNumberAloneIsNotUnique() {
    String body = "{\"amount\":5,\"external_order_id\":\"ord-1\"}";
    assertThat(gateway.post(QRS, body).status()).isEqualTo(201);
    assertThat(gateway.post(QRS, body).status()).isEqualTo(201);
  }

  private static Call last(duken.store.IdempotentCalls calls, RunningGateway gateway, String key) {
    String text = String.join("\n", Long.toString(gateway.shop.id()), "test", "POST", QRS, key);
    return calls
        .find(
            duken.security.Digests.sha256Hex(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .orElse(null);
  }

  private Reply create(String key, String body) {
    return gateway.post(QRS, body, gateway.key, HEADER, key);
  }

  private Reply refund(long id) {
    return gateway.post(
        "/api/v1/invoices/" + id + "/refund", "", gateway.key, HEADER, "refund-" + id + "-1");
  }

  private long invoices() {
    return gateway.get("/api/v1/invoices").json().at("/meta/total").asLong();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
