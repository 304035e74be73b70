import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives webhooks: checks both signatures over the raw bytes, the time, and repetitions. Java 17 or
 * newer, no dependencies: {@code DUKEN_WEBHOOK_SECRET=… java Receiver.java}
 */
public final class Receiver {

  private static final long TOLERANCE_SECONDS = 300;
  private static final int LARGEST_BODY = 1024 * 1024;
  private static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

  private final byte[] hexKey;
  private final byte[] standardKey;

  /** In a shop this is a table with webhook-id as its key, written together with what handle does. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private Receiver(String secret) {
    this.hexKey = secret.getBytes(StandardCharsets.UTF_8);
    this.standardKey = standardKey(secret);
  }

  public static void main(String[] args) throws IOException {
    Optional<String> secret =
        Optional.ofNullable(System.getenv("DUKEN_WEBHOOK_SECRET")).filter(s -> !s.isEmpty());
    if (secret.isEmpty()) {
      System.err.println("DUKEN_WEBHOOK_SECRET is not set");
      System.exit(1);
    }
    int port = Integer.parseInt(Optional.ofNullable(System.getenv("PORT")).orElse("8080"));
    Receiver receiver = new Receiver(secret.orElseThrow());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", receiver::serve);
    server.start();
    System.out.printf("waiting on http://127.0.0.1:%d/%n", port);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      int status = 405;
      if (exchange.getRequestMethod().equals("POST")) {
        status = body.length > LARGEST_BODY ? 413 : answerFor(exchange.getRequestHeaders(), body);
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private int answerFor(Headers headers, byte[] body) {
    if (!isGenuine(headers, body)) {
      return 401;
    }
    if (!isFresh(header(headers, "webhook-timestamp"))) {
      return 400;
    }
    String id = header(headers, "webhook-id");
    if (!seen.add(id)) {
      System.out.println("dropped a repetition of " + id);
      return 200;
    }
    try {
      handle(new String(body, StandardCharsets.UTF_8));
      return 200;
    } catch (RuntimeException e) {
      seen.remove(id); // it will be sent again
      e.printStackTrace();
      return 500;
    }
  }

  private void handle(String event) {
    if (field(event, "event").equals("invoice.status_changed")) {
      System.out.printf(
          "invoice %s of order %s is %s, %s%n",
          field(event, "id"),
          field(event, "external_order_id"),
          field(event, "status"),
          field(event, "amount"));
    } else {
      System.out.println(field(event, "event"));
    }
  }

  private boolean isGenuine(Headers headers, byte[] body) {
    String hex = "sha256=" + HexFormat.of().formatHex(mac(hexKey, new byte[0], body));
    String signed = header(headers, "webhook-id") + "." + header(headers, "webhook-timestamp") + ".";
    byte[] mac = mac(standardKey, signed.getBytes(StandardCharsets.UTF_8), body);
    String expected = "v1," + Base64.getEncoder().encodeToString(mac);
    boolean standard = false;
    for (String signature : header(headers, "webhook-signature").split(" ")) {
      standard |= same(signature, expected);
    }
    return same(header(headers, "X-Webhook-Signature"), hex) && standard;
  }

  private static boolean isFresh(String timestamp) {
    return timestamp.matches("[0-9]{1,12}")
        && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp))
            <= TOLERANCE_SECONDS;
  }

  /** The bytes behind whsec_ when they are plain base64, else the text. */
  private static byte[] standardKey(String secret) {
    String rest = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : "";
    return !rest.isEmpty() && BASE64.matcher(rest).matches()
        ? Base64.getDecoder().decode(rest)
        : secret.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mac(byte[] key, byte[] head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Takes the same time however much of them is equal. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String header(Headers headers, String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
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
}
