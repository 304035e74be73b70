package duken.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests of {@code /api/v1} as programs, broken programs and people of ill will send them. The
 * same seed gives the same requests.
 */
final class HostileRequests {

  private static final List<String> PLACES =
      List.of(
          "POST /invoices",
          "POST /invoices/qr",
          "POST /invoices/status/check",
          "POST /invoices/{id}/refund",
          "POST /invoices/{id}/cancel",
          "POST /invoices/{id}/simulate-status",
          "POST /webhook/configure");
  private static final List<String> READS =
      List.of(
          "/invoices",
          "/invoices/{id}",
          "/invoices/{id}/refunds",
          "/refunds",
          "/refunds/{id}",
          "/webhook/configure",
          "/me",
          "/health",
          "/status",
          "/nowhere");
  private static final List<String> PARAMETERS =
      List.of(
          "status",
          "status[]",
          "status[0]",
          "status[a]",
          "from[]",
          "limit[0]",
          "search[",
          "from",
          "to",
          "date_from",
          "date_to",
          "limit",
          "per_page",
          "offset",
          "page",
          "date_field",
          "sort_by",
          "sort_order",
          "sort",
          "search",
          "invoice_id");
  private static final Map<String, List<String>> GOOD =
      Map.ofEntries(
          Map.entry("amount", List.of("15000", "0.01", "\"2500.50\"", "99999999.99", "1.5e4")),
          Map.entry("phone_number", List.of("\"87001234567\"", "\"+7 (700) 123-45-67\"")),
          Map.entry("description", List.of("\"Заказ №1\"", "\"\"", "null", "\"Ә😀\"")),
          Map.entry("external_order_id", List.of("\"order_1\"", "\"order_2\"", "null")),
          Map.entry("external_order_id_idempotency", List.of("\"a\"", "\"b\"", "null")),
          Map.entry("discount_percentage", List.of("10", "12.5", "99", "null")),
          Map.entry("simulate", List.of("\"paid\"", "\"expired\"", "null")),
          Map.entry("invoice_ids", List.of("[1,2,3]", "[999999]", "[1,1,1]")),
          Map.entry("reason", List.of("\"Брак\"", "null")),
          Map.entry("status", List.of("\"paid\"", "\"cancelled\"", "\"qr_scanned\"")),
          Map.entry("url", List.of("\"http://127.0.0.1:9/hook\"", "null")),
          Map.entry("enabled", List.of("true", "false")),
          Map.entry("events", List.of("[]", "[\"invoice.status_changed\"]")),
          Map.entry("secret", List.of("\"0123456789abcdef\"", "null")),
          Map.entry("rotate_secret", List.of("true", "false")));
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "POST /invoices",
          List.of(
              "amount",
              "phone_number",
              "description",
              "external_order_id",
              "external_order_id_idempotency",
              "discount_percentage"),
          "POST /invoices/qr",
          List.of("amount", "description", "external_order_id", "discount_percentage", "simulate"),
          "POST /invoices/status/check",
          List.of("invoice_ids"),
          "POST /invoices/{id}/refund",
          List.of("amount", "reason"),
          "POST /invoices/{id}/cancel",
          List.of(),
          "POST /invoices/{id}/simulate-status",
          List.of("status"),
          "POST /webhook/configure",
          List.of("url", "enabled", "events", "secret", "rotate_secret"));
  private static final List<String> BAD =
      List.of(
          "true",
          "-1",
          "0",
          "0.001",
          "[]",
          "{}",
          "[[]]",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"'; drop table invoice; --\"",
          "\"<script>\"",
          "\"../../etc/passwd\"",
          "\"http://169.254.169.254/\"",
          "\"gopher://[::1]:0/\"",
          "\"http://a@b:99999999/%zz\"",
          "100000000",
          "1e400",
          "1e-400",
          "1e999999999",
          "1e2147483647",
          "1e-2147483647",
          "1e99999999999",
          "2147483647e2147483647",
          "\"1e2147483647\"",
          "10." + "0".repeat(39),
          "2.0",
          "\"2\"",
          "\"http://metadata.google.internal/\"",
          "1e-999999999",
          "-1e2147483648",
          "9223372036854775808",
          "123456789012345678901234567890",
          "{\"a\":{\"b\":[1]}}",
          "[1,\"2\",null,{}]",
          "[null]",
          "[9223372036854775807,9223372036854775808,-0]");

  private final Random random;
  private final List<String> keys;

  /**
   * @param keys some that work
   */
  HostileRequests(long seed, List<String> keys) {
    this.random = new Random(seed);
    this.keys = keys;
  }

  /** The next one. */
  byte[] next() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> post(validBody(place()), place);
      case 3, 4, 5, 6 -> post(nearlyValidBody(place()), place);
      case 7 -> post(bytes(random.nextInt(300)), place());
      case 8 -> post(utf8(oneOf(BAD)), place());
      case 9 -> post(deep(), place());
      case 10 -> post(twice(), place());
      case 11 -> post(huge(), place());
      case 12 -> post(badUtf8(), place());
      case 13, 14, 15 -> get();
      case 16 -> withFatHead();
      case 17 -> withOddHead();
      case 18 -> withOddFraming();
      default -> withOddFirstLine();
    };
  }

  /** A creation whose body never comes to its end. */
  byte[] unfinished() {
    return message("POST /api/v1/invoices/qr HTTP/1.1", "Content-Length: 64\r\n", utf8("{\"am"));
  }

  private String place = "";

  private String place() {
    place = oneOf(PLACES);
    return place;
  }

  private byte[] post(byte[] body, String to) {
    String type = chance(10) ? "" : "Content-Type: application/json\r\n";
    String once = chance(6) ? "Idempotency-Key: key-" + random.nextInt(40) + "-key\r\n" : "";
    return message(
        line(to) + " HTTP/1.1", type + once + "Content-Length: " + body.length + "\r\n", body);
  }

  private byte[] get() {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(oneOf(PARAMETERS))
          .append('=')
          .append(oneOf(queryValues()));
    }
    return message(line("GET " + oneOf(READS)) + query + " HTTP/1.1", "", new byte[0]);
  }

  private List<String> queryValues() {
    return List.of(
        "paid",
        "paid,refunded",
        "x",
        "",
        "10",
        "-1",
        "1.5",
        "99999999999999999999",
        "2147483648",
        "9223372036854775807",
        "2026-05-14",
        "2026-05-14T10:00:00%2B05:00",
        "2026-02-30",
        "+999999999-01-01T00:00:00Z",
        "0000-00-00",
        "%00",
        "%ff%fe",
        "%zz",
        "%",
        "%25",
        "id",
        "-amount",
        "asc",
        "%F0%9F%98%80".repeat(1 + random.nextInt(30)),
        "x".repeat(random.nextInt(2000)),
        "'%20or%201=1--",
        "%5B%5D",
        ",,,,",
        "1&1&1",
        "a=b=c");
  }

  private byte[] validBody(String to) {
    StringBuilder body = new StringBuilder("{");
    for (String field : FIELDS.get(to)) {
      boolean needed = field.equals("amount") || field.equals("phone_number");
      if (needed || chance(2)) {
        body.append(body.length() > 1 ? "," : "").append(pair(field, oneOf(GOOD.get(field))));
      }
    }
    return utf8(body.append('}').toString());
  }

  /** One field wrong, missing or foreign, or one character too many or too few. */
  private byte[] nearlyValidBody(String to) {
    String text = new String(validBody(to), StandardCharsets.UTF_8);
    List<String> fields = FIELDS.get(to);
    if (!fields.isEmpty() && chance(2)) {
      String bad = chance(6) ? "\"" + "x".repeat(random.nextInt(3000)) + "\"" : oneOf(BAD);
      String comma = text.length() > 2 ? "," : "";
      String wrong = pair(oneOf(fields), bad);
      String only = "{" + wrong + "}";
      return utf8(chance(2) ? only : text.substring(0, text.length() - 1) + comma + wrong + "}");
    }
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(4)) {
      case 0 -> utf8(text.substring(0, at));
      case 1 ->
          utf8(text.substring(0, at) + (char) (1 + random.nextInt(0x7fe)) + text.substring(at));
      case 2 -> utf8(text + text);
      default -> utf8(text.replace('"', '\''));
    };
  }

  private byte[] deep() {
    int depth = 1 + random.nextInt(chance(5) ? 100_000 : 2_000);
    String open = chance(2) ? "[" : "{\"a\":";
    String close = open.equals("[") ? "]" : "}";
    String nest = open.repeat(depth) + "1" + (chance(3) ? "" : close.repeat(depth));
    return utf8("{" + pair("amount", chance(2) ? nest : "5") + "," + pair("x", nest) + "}");
  }

  private byte[] twice() {
    String field = oneOf(List.copyOf(GOOD.keySet()).stream().sorted().toList());
    String one = pair(field, oneOf(GOOD.get(field)));
    return utf8(
        "{"
            + pair("amount", "5")
            + ","
            + one
            + ","
            + (chance(3) ? "\"x\":{\"y\":1,\"y\":2}" : one)
            + "}");
  }

  private byte[] huge() {
    String digits = Integer.toString(1 + random.nextInt(9)).repeat(1 + random.nextInt(5_000));
    String number =
        switch (random.nextInt(9)) {
          case 6 -> "1e" + (Integer.MAX_VALUE - 3L + random.nextInt(7));
          case 7 -> "1e-" + (Integer.MAX_VALUE - 3L + random.nextInt(7));
          case 8 -> "10." + "0".repeat(random.nextInt(900));
          case 0 -> digits;
          case 1 -> "0." + digits;
          case 2 -> "1e" + digits.substring(0, Math.min(12, digits.length()));
          case 3 -> "1e-" + digits.substring(0, Math.min(12, digits.length()));
          case 4 -> "\"" + digits + "\"";
          default -> digits + "." + digits + "E+" + random.nextInt(1000);
        };
    String field = oneOf(List.of("amount", "discount_percentage", "phone_number", "x"));
    String ids = pair("invoice_ids", "[" + number + "]");
    return utf8(
        "{"
            + (field.equals("amount") ? "" : pair("amount", "5") + ",")
            + pair(field, number)
            + ","
            + ids
            + "}");
  }

  private byte[] badUtf8() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(utf8("{\"amount\":5,\"description\":\""));
    byte[][] broken = {
      {(byte) 0xC3},
      {(byte) 0xFF, (byte) 0xFE},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0x80}
    };
    body.writeBytes(broken[random.nextInt(broken.length)]);
    body.writeBytes(utf8("\"}"));
    return chance(4)
        ? new String(body.toByteArray(), StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.UTF_16)
        : body.toByteArray();
  }

  private byte[] withFatHead() {
    StringBuilder head = new StringBuilder();
    int count = 1 + random.nextInt(chance(4) ? 400 : 40);
    int length = 1 + random.nextInt(chance(4) ? 20_000 : 200);
    for (int i = 0; i < count && head.length() < 200_000; i++) {
      head.append("X-Fat-").append(i).append(": ").append("f".repeat(length)).append("\r\n");
    }
    return message("GET /api/v1/me HTTP/1.1", head.toString(), new byte[0]);
  }

  private byte[] withOddHead() {
    String head =
        oneOf(
            List.of(
                "Idempotency-Key: x\r\n",
                "Idempotency-Key: " + "k".repeat(201) + "\r\n",
                "Idempotency-Key: ключ-ключ\r\n",
                "Idempotency-Key: 12345678\r\nIdempotency-Key: 12345679\r\n",
                "X-Request-Id: " + "r".repeat(70) + "\r\n",
                "X-Request-Id: <b>\r\n",
                "Accept-Language: " + "q;".repeat(500) + "\r\n",
                "Accept-Language: en;q=nan, ru;q=1e9, *\r\n",
                "Accept: \r\n",
                "Accept-Encoding: gzip, br\r\n",
                "Origin: null\r\n",
                "Origin: http://evil.example\r\n",
                "Sec-Fetch-Site: cross-site\r\n",
                "X-API-Key: second\r\n",
                "Expect: 100-continue\r\n",
                "Expect: the-unexpected\r\n",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/json; charset=koi8-r\r\n",
                "Content-Type: ;;;=\r\n",
                "Content-Type: ;\r\n",
                "Content-Type: ; charset=\r\n",
                "Content-Type: \r\n",
                "Content-Encoding: gzip\r\n",
                "Content-Encoding: identity\r\n",
                "Cookie: a=b; =; ;;\r\n",
                "Range: bytes=5-1\r\n",
                "X-Forwarded-For: 1.1.1.1, ::::\r\n",
                "Upgrade: h2c\r\n"
                    + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n"
                    + "Connection: Upgrade\r\n"));
    byte[] body = utf8("{\"amount\":5}");
    return message(
        "POST /api/v1/invoices/qr HTTP/1.1",
        head + "Content-Length: " + body.length + "\r\n",
        body);
  }

  private byte[] withOddFraming() {
    String line = "POST /api/v1/invoices/qr HTTP/1.1";
    byte[] body = utf8("{\"amount\":5}");
    return switch (random.nextInt(11)) {
      case 0 -> message(line, "Content-Length: -1\r\n", new byte[0]);
      case 1 -> message(line, "Content-Length: many\r\n", new byte[0]);
      case 2 -> message(line, "Content-Length: 99999999999999999999\r\n", new byte[0]);
      case 3 -> message(line, "Content-Length: 3\r\nContent-Length: 12\r\n", body);
      case 4 ->
          message(line, "Transfer-Encoding: chunked\r\n", utf8("c\r\n{\"amount\":5}\r\n0\r\n\r\n"));
      case 5 ->
          message(
              line, "Transfer-Encoding: chunked\r\n", utf8("zz\r\n{\"amount\":5}\r\n0\r\n\r\n"));
      case 6 -> message(line, "Transfer-Encoding: chunked\r\n", utf8("ffffffffffffffff\r\n{"));
      case 7 ->
          message(line, "Transfer-Encoding: chunked\r\nContent-Length: 12\r\n", utf8("0\r\n\r\n"));
      case 8 -> message(line, "Transfer-Encoding: gzip, chunked\r\n", utf8("0\r\n\r\n"));
      case 9 ->
          message(
              line,
              "Transfer-Encoding: chunked\r\n",
              utf8("c;name=value\r\n{\"amount\":5}\r\n0\r\nX-Trailer: x\r\n\r\n"));
      default -> message(line, "", new byte[0]);
    };
  }

  private byte[] withOddFirstLine() {
    String line =
        oneOf(
            List.of(
                "BREW /api/v1/invoices HTTP/1.1",
                "get /api/v1/invoices HTTP/1.1",
                "PATCH /api/v1/invoices/1 HTTP/1.1",
                "DELETE /api/v1/invoices/1 HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "OPTIONS /api/v1/invoices HTTP/1.1",
                "TRACE /api/v1/invoices HTTP/1.1",
                "CONNECT localhost:3000 HTTP/1.1",
                "HEAD /api/v1/invoices HTTP/1.1",
                "GET //api/v1//invoices HTTP/1.1",
                "GET /api/v1/../v1/invoices HTTP/1.1",
                "GET /api/v1/invoices/%2e%2e/%00 HTTP/1.1",
                "GET /api/v1/invoices/%ff HTTP/1.1",
                "GET /api/v1/invoices/%zz HTTP/1.1",
                "GET /api/v1/invoices;a=b;c HTTP/1.1",
                "GET /api/v1/invoices/1e3 HTTP/1.1",
                "GET /api/v1/invoices/999999999999999999 HTTP/1.1",
                "GET /api/v1/invoices#part HTTP/1.1",
                "GET /api/v1/Кофе HTTP/1.1",
                "GET /api/v1/" + "x".repeat(1 + random.nextInt(9_000)) + " HTTP/1.1",
                "GET /api/v1/invoices?" + "a=b&".repeat(random.nextInt(400)) + " HTTP/1.1",
                "GET http://localhost/api/v1/invoices HTTP/1.1",
                "GET http://evil.example/api/v1/invoices HTTP/1.1",
                "GET /api/v1/invoices HTTP/1.0",
                "GET /api/v1/invoices HTTP/2.0",
                "GET /api/v1/invoices HTTP/9",
                "GET /api/v1/invoices",
                "GET",
                "/api/v1/invoices",
                "GET  /api/v1/invoices  HTTP/1.1",
                "{\"amount\":5}",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"));
    return message(line, "", new byte[0]);
  }

  private byte[] message(String line, String head, byte[] body) {
    String key = chance(40) ? "kpa_test_" + "A".repeat(43) : oneOf(keys);
    String signedIn = chance(40) ? "" : "X-API-Key: " + key + "\r\n";
    String host = chance(60) ? "" : "Host: " + (chance(60) ? "evil.example" : "localhost") + "\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(utf8(line + "\r\n" + host + signedIn + "Connection: close\r\n" + head + "\r\n"));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private String line(String to) {
    return to.replaceFirst(" /", " /api/v1/").replace("{id}", Integer.toString(random.nextInt(60)));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private static String pair(String name, String value) {
    return "\"" + name + "\":" + value;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
