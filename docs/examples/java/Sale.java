import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A QR invoice and one by phone: create, wait until they are paid, give a part back. Java 17 or
 * newer, no dependencies: {@code DUKEN_KEY=kpa_test_… java Sale.java}
 */
public final class Sale {

  private static final int ATTEMPTS = 5;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final String key;

  private Sale(String base, String key) {
    this.base = base;
    this.key = key;
  }

  public static void main(String[] args) throws InterruptedException {
    String key = environment("DUKEN_KEY").orElse("");
    boolean training = key.startsWith("kpa_test_");
    String phone = environment("DUKEN_PHONE").orElse(training ? "87001234567" : "");
    try {
      if (key.isEmpty()) {
        throw new IOException("DUKEN_KEY is not set");
      }
      if (phone.isEmpty()) {
        throw new IOException("This is a live key: set DUKEN_PHONE to the number to be billed");
      }
      new Sale(environment("DUKEN_URL").orElse("http://localhost:3000/api/v1"), key)
          .run(training, phone);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(boolean training, String phone) throws IOException, InterruptedException {
    String order = "java-" + UUID.randomUUID();

    // Money is a string: floating point loses tiyn.
    String qr =
        post(
            "/invoices/qr",
            """
            {"amount": "2500.50", "description": "Кофе и круассан", "external_order_id": "%s",
             "external_order_id_idempotency": "%s-qr"}"""
                .formatted(order, order),
            order + "-qr");
    String qrId = field(qr, "id");
    System.out.printf(
        "QR invoice %s: %s %s, show %s%n",
        qrId, field(qr, "amount"), field(qr, "currency"), field(qr, "qr_image_url"));

    String bill =
        post(
            "/invoices",
            """
            {"amount": 1500, "phone_number": "%s", "external_order_id": "%s",
             "external_order_id_idempotency": "%s-phone"}"""
                .formatted(phone, order, order),
            order + "-phone");
    String billId = field(bill, "id");
    System.out.printf(
        "Phone invoice %s: %s %s, until %s%n",
        billId, field(bill, "amount"), field(bill, "currency"), field(bill, "expires_at"));

    for (String id : List.of(qrId, billId)) {
      if (training) {
        post("/invoices/" + id + "/simulate-status", "{\"status\": \"paid\"}", null);
      }
      String status = waitFor(id);
      System.out.printf("Invoice %s is %s%n", id, status);
      if (!status.equals("paid")) {
        throw new IOException("it was not paid");
      }
    }

    String made =
        post(
            "/invoices/" + qrId + "/refund",
            "{\"amount\": \"500.00\", \"reason\": \"Круассан закончился\"}",
            order + "-refund");
    String refund = made.substring(made.indexOf("\"refund\""));
    String invoice = made.substring(made.indexOf("\"invoice\""));
    System.out.printf(
        "Refund %s of %s is %s%n",
        field(refund, "id"), field(refund, "amount"), field(refund, "status"));
    System.out.printf(
        "Invoice %s is %s, %s given back%n",
        field(invoice, "id"), field(invoice, "status"), field(invoice, "total_refunded"));
  }

  private String waitFor(String id) throws IOException, InterruptedException {
    while (true) {
      String status = field(call("GET", "/invoices/" + id, null, null), "status");
      if (!status.equals("pending") && !status.equals("cancelling")) {
        return status;
      }
      Thread.sleep(3000);
    }
  }

  private String post(String path, String body, String idempotencyKey)
      throws IOException, InterruptedException {
    return call("POST", path, body, idempotencyKey);
  }

  /**
   * One call. It is repeated only where that cannot do anything twice: reading, a call with an
   * Idempotency-Key, and a call that was refused because there were too many.
   */
  private String call(String method, String path, String body, String idempotencyKey)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("X-API-Key", key)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    boolean repeatable = method.equals("GET") || idempotencyKey != null;
    for (int attempt = 1; ; attempt++) {
      long pause = 1L << attempt;
      try {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          return answer.body();
        }
        boolean again =
            answer.statusCode() == 429
                || (repeatable
                    && (answer.statusCode() >= 500
                        || answer.body().contains("\"IDEMPOTENCY_IN_PROGRESS\"")));
        if (!again || attempt == ATTEMPTS) {
          throw new Refused(answer);
        }
        pause = answer.headers().firstValueAsLong("Retry-After").orElse(pause);
      } catch (Refused e) {
        throw e;
      } catch (IOException e) {
        if (!repeatable || attempt == ATTEMPTS) {
          throw new IOException("no answer from " + base, e);
        }
      }
      Thread.sleep(pause * 1000);
    }
  }

  /**
   * The first field of this name, as text. The JDK reads no JSON; take a library (Jackson, Gson) in a
   * shop.
   */
  private static String field(String json, String name) {
    Matcher matcher =
        Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\"([^\"]*)\"|([^\\s,}]+))").matcher(json);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no field " + name);
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(HttpResponse<String> answer) {
      super(
          "%d (request %s): %s"
              .formatted(
                  answer.statusCode(),
                  answer.headers().firstValue("X-Request-Id").orElse("?"),
                  answer.body()));
    }
  }
}
