package duken.simulator.kaspipay;

import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The calls of the three schemes (Kaspi Pay sheet, sections 4 and 5), judged strictly. */
final class BankCounter {

  private static final Map<String, Integer> OF_QR = BankManners.deadlines("QrCodeScanWaitTimeout");
  private static final Map<String, Integer> OF_LINK =
      BankManners.deadlines("LinkActivationWaitTimeout");
  private static final Map<String, Integer> OF_RETURN =
      Map.of("QrCodeScanEventPollingInterval", 1, "QrCodeScanWaitTimeout", 180);

  private final PurchaseBooks books;
  private final BankShop shop;
  private final Supplier<BankManners> manners;
  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private final Set<String> requestIds = new HashSet<>();

  BankCounter(PurchaseBooks books, BankShop shop, Supplier<BankManners> manners) {
    this.books = books;
    this.shop = shop;
    this.manners = manners;
  }

  /** What callers did that a strict bank would not take. */
  List<String> breaches() {
    return List.copyOf(breaches);
  }

  Reply answer(Request request) {
    try {
      return BankWire.envelope(0, "OK", judged(request));
    } catch (CodedRefusal e) {
      return e.reply();
    }
  }

  private Object judged(Request request) {
    String[] words = request.path().split("/");
    String scheme = words.length > 2 ? words[1] : "";
    String call = words.length > 3 ? request.path().substring(scheme.length() + 6) : "";
    boolean known = scheme.matches("r[123]") && words[2].matches("v0[12]");
    String id = request.header("X-Request-ID").orElse("");
    synchronized (requestIds) {
      if (id.isEmpty() || !requestIds.add(id)) {
        breaches.add("X-Request-ID missing or twice: " + request.path());
      }
    }
    if (!known) {
      throw CodedRefusal.code(-999);
    }
    if (scheme.equals("r1") && !shop.apiKey().equals(request.header("Api-Key").orElse(""))) {
      throw CodedRefusal.code(-10000);
    }
    return request.method().equals("POST")
        ? posted(scheme, call, body(scheme, request))
        : asked(scheme, words[2], call, BankWire.query(request));
  }

  private Object asked(String scheme, String version, String call, Map<String, String> query) {
    String first = call.contains("/") ? call.substring(0, call.lastIndexOf('/')) : call;
    String last = call.substring(call.lastIndexOf('/') + 1);
    if (call.equals("health/ping")) {
      return null;
    }
    if (call.equals("partner/tradepoints") && !scheme.equals("r3")
        || first.equals("partner/tradepoints") && scheme.equals("r3")) {
      if (scheme.equals("r3") && !last.equals(shop.bin())) {
        throw CodedRefusal.code(-10000);
      }
      return shop.tradePoints().entrySet().stream()
          .map(it -> Map.of("TradePointId", it.getKey(), "TradePointName", it.getValue()))
          .toList();
    }
    if (first.equals("payment/status")) {
      Purchase it = books.read(number(last)).orElseThrow(() -> CodedRefusal.code(-1601));
      int most = manners.get().billReads();
      if (it.terms().kind().equals("bill") && most > 0 && books.readsOfLastMinute(it.id()) > most) {
        throw CodedRefusal.tooOften();
      }
      return version.equals("v02")
          ? BankWire.fields("Status", it.status(), "TransactionId", it.id(), "Amount", it.amount())
          : Map.of("Status", it.status());
    }
    if (call.equals("payment/details") && !scheme.equals("r1")) {
      device(query.get("DeviceToken"));
      Purchase it = purchase(query.get("QrPaymentId"));
      return BankWire.fields(
          "QrPaymentId", it.id(),
          "TotalAmount", it.terms().amount(),
          "AvailableReturnAmount",
              it.status().equals("Processed") ? it.available() : BigDecimal.ZERO,
          "TransactionDate", date(it.terms().createdAt()));
    }
    if (first.equals("return/status") && scheme.equals("r2")) {
      return Map.of(
          "Status", books.read(number(last)).orElseThrow(() -> CodedRefusal.code(-1601)).status());
    }
    if (call.equals("remote/client-info") && scheme.equals("r3")) {
      device(query.get("deviceToken"));
      return Map.of("ClientName", "Айгүл С.");
    }
    throw CodedRefusal.code(-999);
  }

  private Object posted(String scheme, String call, JsonNode body) {
    switch (call) {
      case "device/register" -> {
        String device = text(body, "DeviceId");
        long point = number(body.path("TradePointId").asString());
        if (!shop.tradePoints().containsKey(point)) {
          throw CodedRefusal.code(-99000002);
        }
        if (books.isElsewhere(device, point)) {
          throw CodedRefusal.code(-1503);
        }
        return Map.of("DeviceToken", books.register(device, point, manners.get().numericTokens()));
      }
      case "device/delete" -> books.forget(device(body));
      case "qr/create" -> {
        Purchase it = books.create("qr", scheme, device(body), amount(body), null);
        return BankWire.fields(
            "QrToken", it.terms().payload(),
            "ExpireDate", date(it.terms().createdAt().plus(PurchaseBooks.SCAN)),
            "QrPaymentId", it.id(),
            "PaymentMethods", List.of("Gold", "Red", "Loan"),
            "QrPaymentBehaviorOptions", manners.get().options(OF_QR));
      }
      case "qr/create-link" -> {
        Purchase it = books.create("link", scheme, device(body), amount(body), null);
        return BankWire.fields(
            "PaymentLink", it.terms().payload(),
            "ExpireDate", date(it.terms().createdAt().plus(PurchaseBooks.SCAN)),
            "PaymentId", it.id(),
            "PaymentMethods", List.of("Gold"),
            "PaymentBehaviorOptions", manners.get().options(OF_LINK));
      }
      case "remote/create" -> {
        only(scheme, "r3");
        String phone = text(body, "PhoneNumber");
        if (!phone.matches("8\\d{10}")) {
          throw CodedRefusal.code(990000029);
        }
        return Map.of(
            "QrPaymentId", books.create("bill", scheme, device(body), amount(body), phone).id());
      }
      case "remote/cancel" -> {
        only(scheme, "r3");
        device(body);
        Purchase it = purchase(body.path("QrPaymentId").asString());
        if (!it.status().equals("RemotePaymentCreated")) {
          throw CodedRefusal.code(-99000001);
        }
        return Map.of("Status", books.set(it.id(), "RemotePaymentCanceled").status());
      }
      case "return/create" -> {
        only(scheme, "r2");
        Purchase it = books.create("return", scheme, device(body), BigDecimal.ZERO, null);
        return BankWire.fields(
            "QrToken", it.terms().payload(),
            "ExpireDate", date(it.terms().createdAt().plus(PurchaseBooks.SCAN)),
            "QrReturnId", it.id(),
            "QrReturnBehaviorOptions", manners.get().options(OF_RETURN));
      }
      case "return/operations" -> {
        only(scheme, "r2");
        device(body);
        identified(body);
        return books.all().stream()
            .filter(it -> it.status().equals("Processed"))
            .limit(10)
            .map(
                it ->
                    BankWire.fields(
                        "QrPaymentId", it.id(),
                        "TransactionDate", date(it.terms().createdAt()),
                        "Amount", it.terms().amount()))
            .toList();
      }
      case "payment/return" -> {
        if (scheme.equals("r1")) {
          throw CodedRefusal.code(-999);
        }
        if (scheme.equals("r2")) {
          identified(body);
        }
        String device = device(body);
        Purchase it = purchase(body.path("QrPaymentId").asString());
        if (!books.isSamePoint(device, it.terms().device())) {
          throw CodedRefusal.code(-99000003);
        }
        BigDecimal sum = amount(body);
        if (!it.status().equals("Processed")) {
          throw CodedRefusal.code(-99000011);
        }
        if (sum.compareTo(it.available()) > 0) {
          throw CodedRefusal.code(-99000005);
        }
        books.giveBack(it.id(), sum);
        return Map.of("ReturnOperationId", it.id() + 500_000_000L);
      }
      case "test/payment/scan" -> books.set(number(text(body, "qrPaymentId")), "Wait");
      case "test/payment/confirm" -> books.set(number(text(body, "qrPaymentId")), "Processed");
      case "test/payment/scanerror", "test/payment/confirmerror" ->
          books.set(number(text(body, "qrPaymentId")), "Error");
      default -> throw CodedRefusal.code(-999);
    }
    return null;
  }

  private String date(Instant at) {
    return manners.get().dates().of(at);
  }

  private void identified(JsonNode body) {
    Purchase it = purchase(body.path("QrReturnId").asString());
    if (!it.status().equals("CustomerIdentityObtained")) {
      throw CodedRefusal.code(-1601);
    }
  }

  private JsonNode body(String scheme, Request request) {
    if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
      breaches.add("content type: " + request.path());
      throw CodedRefusal.code(-999);
    }
    JsonNode body;
    try {
      body = BankWire.JSON.readTree(request.body());
    } catch (JacksonException _) {
      throw CodedRefusal.code(-999);
    }
    boolean named = shop.bin().equals(body.path("OrganizationBin").asString(""));
    boolean test = request.path().contains("/test/");
    if (!test
        && (scheme.equals("r3") ? !named || body.has("QrReturnId") : body.has("OrganizationBin"))) {
      breaches.add("OrganizationBin on " + scheme + ": " + request.path());
      throw CodedRefusal.code(-10000);
    }
    return body;
  }

  private String device(JsonNode body) {
    return device(body.path("DeviceToken").asString(""));
  }

  private String device(String token) {
    if (!books.knows(token)) {
      throw CodedRefusal.code(-1501);
    }
    return token;
  }

  private BigDecimal amount(JsonNode body) {
    JsonNode value = body.path("Amount");
    if (!value.isNumber()
        || value.decimalValue().scale() > 2
        || value.decimalValue().signum() <= 0) {
      breaches.add("amount");
      throw CodedRefusal.code(990000028);
    }
    return value.decimalValue();
  }

  private Purchase purchase(String id) {
    return books.find(number(id)).orElseThrow(() -> CodedRefusal.code(-1601));
  }

  private static void only(String scheme, String offered) {
    if (!scheme.equals(offered)) {
      throw CodedRefusal.code(-999);
    }
  }

  private static String text(JsonNode body, String field) {
    if (!body.path(field).isString()) {
      throw CodedRefusal.code(-999);
    }
    return body.path(field).stringValue();
  }

  private static long number(String text) {
    if (text == null || !text.matches("\\d{1,18}")) {
      throw CodedRefusal.code(-1601);
    }
    return Long.parseLong(text);
  }
}
