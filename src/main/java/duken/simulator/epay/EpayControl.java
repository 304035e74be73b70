package duken.simulator.epay;

import duken.simulator.epay.EpayOptions.CallbackAuth;
import duken.simulator.epay.EpaySimulator.Fault;
import duken.simulator.wire.OperatorFiles;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The operator's side: the page at {@code /} and the same as JSON.
 *
 * <table>
 * <caption>The control API</caption>
 * <tr><th>Call</th><th>Body</th><th>Does</th></tr>
 * <tr><td>{@code GET /control/state}</td><td></td><td>everything</td></tr>
 * <tr><td>{@code POST /control/payments/BILL/status}</td><td>{@code {"word":"SCANNED"}}</td>
 * <td>sets any word, calls nobody</td></tr>
 * <tr><td>{@code …/callback}</td><td>{@code {"auth":"hmac","changes":{"amount":1}}}</td><td>calls
 * the shop; answers with what the shop said</td></tr>
 * <tr><td>{@code POST /control/behaviour}</td><td>fields of {@link EpayOptions}</td><td>changes
 * these</td></tr>
 * <tr><td>{@code POST /control/faults}</td><td>{@code
 * {"path":"/payment/qr/generate","afterEffect":true,"status":0}}</td><td>goes wrong once</td></tr>
 * <tr><td>{@code DELETE /control/faults}</td><td></td><td>nothing goes wrong</td></tr>
 * <tr><td>{@code POST /control/amount}</td><td>{@code {"amount":"none"}}</td><td>says another sum
 * in statuses, or none; empty for the true one</td></tr>
 * <tr><td>{@code POST /control/end}</td><td></td><td>every token is dead</td></tr>
 * <tr><td>{@code POST /control/advance}</td><td>{@code {"seconds":1200}}</td><td>moves the
 * time</td></tr>
 * </table>
 */
final class EpayControl {

  private static final String BASE = "/control/";
  private static final OperatorFiles FILES =
      new OperatorFiles(
          EpayControl.class,
          Map.of(
              "/", "text/html; charset=utf-8",
              "/epay.js", "text/javascript; charset=utf-8",
              "/epay.css", "text/css; charset=utf-8"),
          "epay.html");

  private final EpaySimulator bank;

  EpayControl(EpaySimulator bank) {
    this.bank = bank;
  }

  boolean owns(Request request) {
    return request.path().startsWith(BASE) || FILES.owns(request.path());
  }

  /** Answers the operator. A page of another site gets nothing. */
  Reply respond(Request request) {
    if (!OperatorFiles.isLocal(request, bank.port())) {
      return OperatorFiles.refusal();
    }
    if (FILES.owns(request.path())) {
      return FILES.reply(request.path());
    }
    try {
      return EpayReplies.json(
          200, answer(request.method() + " " + request.path().substring(BASE.length()), request));
    } catch (IllegalArgumentException | NoSuchElementException | JacksonException e) {
      return EpayReplies.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private Object answer(String call, Request request) {
    JsonNode body =
        request.body().length == 0
            ? EpayReplies.JSON.createObjectNode()
            : EpayReplies.JSON.readTree(request.body());
    String[] parts = call.split("/", -1);
    if (parts.length == 3 && parts[0].equals("POST payments")) {
      long bill = Long.parseLong(parts[1]);
      return switch (parts[2]) {
        case "status" -> {
          bank.set(bill, body.path("word").asString("NEW").toUpperCase(Locale.ROOT));
          yield state();
        }
        case "callback" -> callback(bill, body);
        default -> throw new IllegalArgumentException("there is no action " + parts[2]);
      };
    }
    switch (call) {
      case "GET state" -> {}
      case "POST behaviour" -> bank.behave(now -> now.with(fields(body)));
      case "POST faults" ->
          bank.fault(
              new Fault(
                  body.path("path").asString("/"),
                  body.path("afterEffect").asBoolean(false),
                  body.path("status").asInt(0)));
      case "DELETE faults" -> bank.clearFaults();
      case "POST amount" -> bank.sayAmount(body.path("amount").asString(""));
      case "POST end" -> bank.endTokens();
      case "POST advance" -> bank.advance(Duration.ofSeconds(body.path("seconds").asLong(0)));
      default -> throw new IllegalArgumentException("there is no call " + call);
    }
    return state();
  }

  private Object callback(long bill, JsonNode body) {
    String auth = body.path("auth").asString("").toUpperCase(Locale.ROOT);
    Map<String, Object> changes = new LinkedHashMap<>();
    body.path("changes")
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              changes.put(
                  entry.getKey(),
                  value.isNumber() ? (Object) value.decimalValue() : value.asString(""));
            });
    return bank.send(
        bank.operation(bill),
        auth.isEmpty() ? bank.options().callback() : CallbackAuth.valueOf(auth),
        changes);
  }

  private Map<String, Object> state() {
    EpayOptions now = bank.options();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("callback", now.callback().name().toLowerCase(Locale.ROOT));
    state.put("expires_in", now.token().expiresIn());
    state.put("numeric_only", now.numericOnly());
    state.put("card_terminal", now.cardTerminal());
    state.put("payments", bank.operations().stream().limit(200).map(EpayControl::row).toList());
    state.put("breaches", bank.breaches());
    return state;
  }

  private static Map<String, Object> row(EpayOperation it) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("billNumber", Long.toString(it.billNumber()));
    row.put("invoiceID", it.invoiceId());
    row.put("amount", it.amount());
    row.put("status", it.status());
    row.put("transactionId", it.transactionId());
    row.put(
        "refunded",
        it.refunded().compareTo(BigDecimal.ZERO) == 0 ? BigDecimal.ZERO : it.refunded());
    row.put("refunds", it.refunds());
    row.put("postLink", it.callback().postLink());
    row.put("failurePostLink", it.callback().failureLink());
    return row;
  }

  private static Map<String, String> fields(JsonNode body) {
    Map<String, String> fields = new LinkedHashMap<>();
    body.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue().asString("")));
    return fields;
  }
}
