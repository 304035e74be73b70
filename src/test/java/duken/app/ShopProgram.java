package duken.app;

import duken.api.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A shop's program that keeps to the contract while its engine dies under it: whatever was not
 * answered is asked again with the same {@code Idempotency-Key} until it is.
 */
final class ShopProgram implements Runnable {

  /** What the shop wants of a sale. */
  enum Wish {
    PAID,
    REFUNDED,
    CANCELLED,
    LEFT_OPEN
  }

  /**
   * A sale as the shop planned it.
   *
   * @param name its order id and the key of its creation
   */
  record Plan(String name, boolean qr, Wish wish) {}

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long BREATH_MILLIS = 20;

  private final String url;
  private final String key;
  private final BlockingQueue<Plan> plans;
  private final Map<String, Long> answered;
  private final AtomicInteger interrupted;
  private final Semaphore settled;
  private final AtomicBoolean over;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** The pause before asking again; never fulfilled. */
  private final CountDownLatch pause = new CountDownLatch(1);

  /**
   * @param plans what to do; the program ends at the plan without a name
   * @param answered invoice ids by sale, as the engine acknowledged them
   * @param interrupted counts calls that got no answer
   * @param settled gets a permit for each call that got one
   * @param over the test has ended, whatever is still unanswered
   */
  ShopProgram(
      String url,
      String key,
      BlockingQueue<Plan> plans,
      Map<String, Long> answered,
      AtomicInteger interrupted,
      Semaphore settled,
      AtomicBoolean over) {
    this.url = url;
    this.key = key;
    this.plans = plans;
    this.answered = answered;
    this.interrupted = interrupted;
    this.settled = settled;
    this.over = over;
  }

  @Override
  public void run() {
    try {
      for (Plan plan = plans.take(); !plan.name().isEmpty(); plan = plans.take()) {
        carryOut(plan);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void carryOut(Plan plan) throws InterruptedException {
    String body =
        "{\"amount\":\"%s\",\"external_order_id\":\"%s\"%s}"
            .formatted(
                amountOf(plan), plan.name(), plan.qr() ? "" : ",\"phone_number\":\"87001234567\"");
    JsonNode invoice =
        insist(plan.qr() ? "/invoices/qr" : "/invoices", body, plan.name(), code -> code == 201);
    long id = invoice.get("id").asLong();
    answered.put(plan.name(), id);
    switch (plan.wish()) {
      case LEFT_OPEN -> {}
      case CANCELLED -> insist("/invoices/" + id + "/cancel", "{}", null, code -> code != 503);
      case PAID -> pay(id);
      case REFUNDED -> {
        pay(id);
        insist("/invoices/" + id + "/refund", "{}", "refund-" + id, code -> code == 201);
      }
    }
  }

  /** A sale's sum follows from its name, so that a witness can check it. */
  static String amountOf(Plan plan) {
    return (1 + Math.floorMod(plan.name().hashCode(), 90_000)) + ".50";
  }

  /**
   * A second try may find it paid already, and an engine that still recovers may say "not yet":
   * both are a 400, and only the invoice tells them apart. Whoever was told 200 never asks again.
   */
  private void pay(long id) throws InterruptedException {
    JsonNode answer;
    do {
      answer =
          insist(
              "/invoices/" + id + "/simulate-status",
              "{\"status\":\"paid\"}",
              null,
              code -> code == 200 || code == 400);
    } while (answer.has("error") && !isPaid(id));
  }

  private boolean isPaid(long id) throws InterruptedException {
    String body = "{\"invoice_ids\":[" + id + "]}";
    JsonNode answer = insist("/invoices/status/check", body, null, code -> code == 200);
    return !answer.get("invoices").get(0).get("status").asString().equals("pending");
  }

  private JsonNode insist(
      String path, String body, String idempotencyKey, Predicate<Integer> isAnswer)
      throws InterruptedException {
    while (!over.get()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .timeout(PATIENCE)
              .header("X-API-Key", key)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      if (idempotencyKey != null) {
        request.header("Idempotency-Key", idempotencyKey);
      }
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (isAnswer.test(answer.statusCode()) && !inProgress(answer)) {
          settled.release();
          return WireJson.mapper().readTree(answer.body());
        }
        if (answer.statusCode() < 500 && !inProgress(answer)) {
          throw new AssertionError(path + " was refused: " + answer.statusCode() + answer.body());
        }
      } catch (IOException _) {
        interrupted.incrementAndGet();
      }
      pause.await(BREATH_MILLIS, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("the test is over");
  }

  private static boolean inProgress(HttpResponse<String> answer) {
    return answer.statusCode() == 409 && answer.body().contains("IDEMPOTENCY_IN_PROGRESS");
  }
}
