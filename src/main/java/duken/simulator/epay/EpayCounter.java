package duken.simulator.epay;

import duken.simulator.epay.EpayBooks.Links;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers the calls of the protocol (sections 2 to 4, 8 and 9). */
final class EpayCounter {

  private static final BigDecimal SMALLEST_REFUND = BigDecimal.TEN;

  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private final EpayLinkDesk links;
  private final Supplier<EpayOptions> options;
  private final Supplier<String> saidAmount;
  private final EpayTokenDesk tokens;
  private final EpayBooks books;

  /**
   * @param saidAmount replaces the sum in status answers: {@code none} leaves it out, empty text
   *     tells it as it is
   */
  EpayCounter(
      Supplier<EpayOptions> options,
      EpayTokenDesk tokens,
      EpayBooks books,
      Supplier<String> saidAmount) {
    this.options = options;
    this.saidAmount = saidAmount;
    this.tokens = tokens;
    this.books = books;
    links = new EpayLinkDesk(books, breaches::add);
  }

  /** What callers did that a strict provider would not take. */
  List<String> breaches() {
    return List.copyOf(breaches);
  }

  Reply answer(Request request) {
    String path = request.path();
    if (path.equals("/oauth2/token")) {
      return request.method().equals("POST") ? tokens.give(request) : notFound();
    }
    Optional<EpayToken> token = tokens.of(request);
    if (token.isEmpty()) {
      return EpayReplies.error(401, 401, "unauthorized");
    }
    String[] parts = path.substring(1).split("/", -1);
    return switch (request.method() + " " + parts[0]) {
      case "POST payment" ->
          path.equals("/payment/qr/generate") ? generate(request, token.get()) : notFound();
      case "POST invoice" ->
          path.equals("/invoice") ? links.make(request, token.get()) : notFound();
      case "GET qr" -> status(request, token.get());
      case "GET check-status" -> checkStatus(parts, token.get());
      case "POST operation" -> operate(request, parts, token.get());
      default -> notFound();
    };
  }

  private Reply generate(Request request, EpayToken token) {
    JsonNode body = read(request);
    if (!token.isPayment() || options.get().cardTerminal()) {
      return EpayReplies.error(400, 5, "no QR for this terminal");
    }
    if (body.has("amount") || body.has("invoiceID")) {
      breaches.add("generate sends what its token carries");
    }
    if (body.has("payerPhone") || body.has("payerEmail")) {
      breaches.add("generate sends personal data");
    }
    String post = body.path("postLink").asString("");
    String failure = body.path("failurePostLink").asString("");
    if (!isUrl(post) || !isUrl(failure)) {
      return EpayReplies.error(400, 6, "postLink or failurePostLink is no URL");
    }
    return books
        .open(token, new Links(post, failure), body.path("description").asString(""))
        .map(
            it -> {
              Map<String, Object> made = new LinkedHashMap<>();
              made.put("billNumber", it.billNumber());
              made.put("qrcode", "https://qr.example.test/p/" + it.billNumber());
              made.put("homebankLink", "homebank://qr/" + it.billNumber());
              made.put("onlinebankLink", "https://onlinebank.example.test/qr/" + it.billNumber());
              made.put("status", "NEW");
              return EpayReplies.json(200, made);
            })
        .orElseGet(() -> EpayReplies.error(400, 7, "invoiceID is taken"));
  }

  private Reply status(Request request, EpayToken token) {
    String bill = EpayForm.encoded(request.query()).getOrDefault("billNumber", "");
    return bill.matches("\\d{1,18}")
        ? books
            .find(Long.parseLong(bill))
            .filter(it -> it.invoiceId().equals(token.invoiceId()))
            .map(
                it -> {
                  Map<String, Object> said = new LinkedHashMap<>();
                  said.put("billNumber", it.billNumber());
                  said.put("status", it.status());
                  tellAmount(said, it);
                  if (!it.transactionId().isEmpty()) {
                    said.put("id", it.transactionId());
                  }
                  return EpayReplies.json(200, said);
                })
            .orElseGet(EpayCounter::notFound)
        : notFound();
  }

  private Reply checkStatus(String[] parts, EpayToken token) {
    if (parts.length != 4 || !parts[3].equals(token.invoiceId())) {
      return EpayReplies.json(200, result(102, "not found"));
    }
    Optional<EpayOperation> found = books.named(parts[3]);
    if (found.isEmpty() || found.get().transactionId().isEmpty()) {
      boolean rejected = found.filter(it -> it.status().equals("REJECTED")).isPresent();
      return EpayReplies.json(200, rejected ? result(101, "rejected") : result(102, "not found"));
    }
    EpayOperation it = found.get();
    Map<String, Object> transaction = new LinkedHashMap<>();
    transaction.put("id", it.transactionId());
    transaction.put("invoiceID", it.invoiceId());
    tellAmount(transaction, it);
    transaction.put("currency", "KZT");
    transaction.put("statusName", it.statusName());
    transaction.put("terminalID", options.get().client().terminalId());
    Map<String, Object> body = result(100, "success");
    body.put("transaction", transaction);
    return EpayReplies.json(200, body);
  }

  private Reply operate(Request request, String[] parts, EpayToken token) {
    Optional<EpayOperation> found =
        parts.length == 3 ? books.ofTransaction(parts[1]) : Optional.empty();
    if (found.isEmpty()) {
      return EpayReplies.error(400, 404, "no such transaction");
    }
    if (token.isPayment()) {
      breaches.add("an operation's token carries a payment");
    }
    EpayOperation it = found.get();
    return switch (parts[2]) {
      case "refund" -> refund(request, it);
      case "cancel" -> release(it, "AUTH", "REJECTED");
      case "charge" -> release(it, "AUTH", "PAID");
      default -> notFound();
    };
  }

  private Reply refund(Request request, EpayOperation it) {
    Map<String, String> query = EpayForm.encoded(request.query());
    String externalId = query.getOrDefault("externalID", "");
    if (!externalId.matches("[A-Za-z0-9_-]{0,80}")) {
      return EpayReplies.error(400, 8, "externalID");
    }
    BigDecimal amount =
        query.containsKey("amount")
            ? new BigDecimal(query.get("amount"))
            : it.amount().subtract(it.refunded());
    if (!it.status().equals("PAID") || amount.compareTo(SMALLEST_REFUND) < 0) {
      return EpayReplies.error(400, 100, "the transaction cannot be refunded so");
    }
    if (it.refunds().stream().anyMatch(one -> one.externalId().equals(externalId))) {
      breaches.add("a refund was sent again");
    }
    return books
        .refund(it.billNumber(), externalId, amount)
        .map(_ -> EpayReplies.empty())
        .orElseGet(() -> EpayReplies.error(400, 101, "the amount exceeds the rest"));
  }

  private Reply release(EpayOperation it, String wanted, String word) {
    if (!it.statusName().equals(wanted)) {
      return EpayReplies.error(400, 102, "the transaction is not in " + wanted);
    }
    books.set(it.billNumber(), word);
    return EpayReplies.empty();
  }

  private void tellAmount(Map<String, Object> answer, EpayOperation it) {
    String other = saidAmount.get();
    if (!other.equals("none")) {
      answer.put("amount", other.isEmpty() ? it.amount() : new BigDecimal(other));
    }
  }

  private static Map<String, Object> result(int code, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("resultCode", code);
    body.put("resultMessage", message);
    return body;
  }

  static JsonNode read(Request request) {
    try {
      return EpayReplies.JSON.readTree(request.body());
    } catch (JacksonException _) {
      return EpayReplies.JSON.createObjectNode();
    }
  }

  static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() != null && url.getScheme().startsWith("http");
    } catch (java.net.URISyntaxException _) {
      return false;
    }
  }

  private static Reply notFound() {
    return EpayReplies.error(404, 404, "not found");
  }
}
