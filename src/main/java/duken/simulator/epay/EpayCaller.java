package duken.simulator.epay;

import duken.simulator.epay.EpayOptions.CallbackAuth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls the shop (section 6), in any way a callback may be authenticated. */
final class EpayCaller implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  record Answer(int status, String body) {}

  /** The message about a payment, as the sheet's sample has it. */
  static Map<String, Object> message(EpayOperation it, EpayOptions options, Instant now) {
    boolean paid = it.status().equals("PAID");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("invoiceId", it.invoiceId());
    body.put("id", it.transactionId());
    body.put("billNumber", it.billNumber());
    body.put("status", it.status());
    body.put("code", paid ? "ok" : "error");
    body.put("reason", paid ? "success" : "rejected");
    body.put("reasonCode", paid ? 0 : 484);
    body.put("amount", it.amount());
    body.put("currency", "KZT");
    body.put("terminal", options.client().terminalId());
    body.put("dateTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
    if (it.callback().secretHash() != null) {
      body.put("secret_hash", it.callback().secretHash());
    }
    body.put("name", "Customer Name");
    body.put("phone", "77019998877");
    body.put("cardMask", "440043...1234");
    return body;
  }

  /** Sends these bytes to an address of the shop. */
  Answer send(String url, byte[] body, CallbackAuth auth, EpayOptions options) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    headers(auth, body, options).forEach(request::header);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(0, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  private static Map<String, String> headers(CallbackAuth auth, byte[] body, EpayOptions options) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (auth == CallbackAuth.HMAC || auth == CallbackAuth.ALL) {
      headers.put(
          "X-Webhook-Signature", "sha256=" + mac("HmacSHA256", options.webhookSecret(), body));
    }
    if (auth == CallbackAuth.WRONG) {
      byte[] other = "other bytes".getBytes(StandardCharsets.UTF_8);
      headers.put(
          "X-Webhook-Signature", "sha256=" + mac("HmacSHA256", options.webhookSecret(), other));
    }
    if (auth == CallbackAuth.BACK_SIGN) {
      headers.put("X-Back-Sign", mac("HmacSHA512", options.webhookSecret(), body));
    }
    if (auth == CallbackAuth.BEARER || auth == CallbackAuth.ALL) {
      headers.put("Authorization", "Bearer " + options.bearer());
    }
    return headers;
  }

  private static String mac(String algorithm, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdown();
  }
}
