package duken.simulator;

import duken.simulator.cashier.BankSessions;
import duken.simulator.cashier.CashierBank;
import duken.simulator.cashier.fault.Fault;
import duken.simulator.cashier.fault.FaultBook;
import duken.simulator.cashier.request.StrictJson;
import duken.simulator.ledger.Ledger;
import duken.simulator.wire.HttpListener;
import duken.simulator.wire.OperatorFiles;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Sending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator's side of the simulator: the page at {@code /} and the same as JSON. Every change
 * answers with the new state, or with 400 and {@code {"error":"…"}}.
 *
 * <table>
 * <caption>The control API</caption>
 * <tr><th>Call</th><th>Body</th><th>Does</th></tr>
 * <tr><td>{@code GET /control/state}</td><td></td><td>everything below in one answer</td></tr>
 * <tr><td>{@code GET /control/polls/ID}</td><td></td><td>when a status was asked for</td></tr>
 * <tr><td>{@code POST /control/operations/ID/scan}</td><td></td><td>the customer opens it</td></tr>
 * <tr><td>{@code …/pay}</td><td>{@code {"amount":500}}, or none</td><td>pays, also late; the
 * bank takes these tenge instead of what was asked for</td></tr>
 * <tr><td>{@code …/decline}, {@code …/expire}</td><td></td><td>declines; runs out now</td></tr>
 * <tr><td>{@code …/status}</td><td>{@code {"word":"Wait"}}</td><td>any word</td></tr>
 * <tr><td>{@code …/refund}</td><td>{@code {"amount":500}}</td><td>tenge back from the
 * merchant's phone; everything that is left without a body</td></tr>
 * <tr><td>{@code POST /control/behaviour}</td><td>fields of {@link
 * duken.simulator.cashier.Behaviour}</td><td>changes these</td></tr>
 * <tr><td>{@code POST /control/faults}</td><td>{@code {"path":"*","kind":"CUT","afterEffect":true,
 * "number":503,"text":"","millis":0,"times":1}}</td><td>{@link Fault}; only path and kind are
 * needed, {@code times} -1 is for ever</td></tr>
 * <tr><td>{@code DELETE /control/faults}</td><td></td><td>no faults any more</td></tr>
 * <tr><td>{@code POST /control/release}</td><td></td><td>lets black holes go</td></tr>
 * <tr><td>{@code POST /control/refuse}</td><td>{@code {"seconds":30}}</td><td>refuses connections
 * that long, this control too</td></tr>
 * <tr><td>{@code POST /control/advance}</td><td>{@code {"seconds":180}}</td><td>moves the time of
 * operations</td></tr>
 * <tr><td>{@code POST /control/skew}</td><td>{@code {"seconds":-90}}</td><td>sets the wall clock
 * off</td></tr>
 * <tr><td>{@code POST /control/evict}</td><td>{@code {"phone":"7001234567"}}, or none for
 * all</td><td>another phone signs in</td></tr>
 * <tr><td>{@code POST /control/end}</td><td>the same</td><td>the token runs out</td></tr>
 * <tr><td>{@code POST /control/payer}</td><td>{@code {"phone":"7001234567","name":"…"}}</td>
 * <td>names a customer</td></tr>
 * <tr><td>{@code POST /control/forget}</td><td></td><td>counts anew, forgets refusals</td></tr>
 * </table>
 */
final class Control {

  private static final String BASE = "/control/";
  private static final BigDecimal MOST_SECONDS =
      BigDecimal.valueOf(Duration.ofDays(3_650).toSeconds());
  private static final Duration ANSWER_FIRST = Duration.ofMillis(100);

  private final CashierBank bank;
  private final Pause pause;
  private final OperatorFiles page =
      new OperatorFiles(
          Control.class,
          Map.of(
              "/", "text/html; charset=utf-8",
              "/control.svg", "image/svg+xml",
              "/control.css", "text/css; charset=utf-8",
              "/control.js", "text/javascript; charset=utf-8"),
          "control.html");

  private HttpListener listener;

  Control(CashierBank bank, Pause pause) {
    this.bank = bank;
    this.pause = pause;
  }

  /** The listener it may shut; before this it is not used. */
  void guard(HttpListener guarded) {
    listener = guarded;
  }

  /** Whether a request is for the operator, not for the bank. */
  boolean owns(Request request) {
    return request.path().startsWith(BASE) || page.owns(request.path());
  }

  /** Answers the operator. A page of another site gets nothing. */
  Sending respond(Request request) {
    if (!OperatorFiles.isLocal(request, listener.port())) {
      return new Sending.Whole(OperatorFiles.refusal());
    }
    if (page.owns(request.path())) {
      return new Sending.Whole(page.reply(request.path()));
    }
    try {
      return new Sending.Whole(answer(request));
    } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
      return new Sending.Whole(json(400, Map.of("error", String.valueOf(e.getMessage()))));
    }
  }

  private Reply answer(Request request) {
    String call = request.method() + " " + request.path().substring(BASE.length());
    String[] parts = call.split("/", -1);
    if (parts.length == 3 && parts[0].equals("POST operations")) {
      operate(Long.parseLong(parts[1]), parts[2], body(request));
      return state();
    }
    if (parts.length == 2 && parts[0].equals("GET polls")) {
      return json(200, bank.tally().polls(Long.parseLong(parts[1])));
    }
    if (!call.equals("GET state")) {
      change(call, body(request));
    }
    return state();
  }

  private void operate(long id, String action, ObjectNode body) {
    Ledger ledger = bank.ledger();
    switch (action) {
      case "scan" -> ledger.scan(id);
      case "pay" -> {
        if (body.has("amount")) {
          ledger.pay(id, tiyn(body.get("amount").decimalValue()));
        } else {
          ledger.pay(id);
        }
      }
      case "decline" -> ledger.decline(id);
      case "expire" -> ledger.expire(id);
      case "status" -> ledger.set(id, need(body, "word").asString());
      case "refund" -> {
        long tiyn =
            body.has("amount")
                ? tiyn(body.get("amount").decimalValue())
                : ledger.get(id).returnable();
        ledger.giveBack(id, tiyn, true);
      }
      default -> throw new IllegalArgumentException("there is no action " + action);
    }
  }

  private void change(String call, ObjectNode body) {
    switch (call) {
      case "POST behaviour" -> bank.behave(now -> now.with(body));
      case "POST faults" -> addFault(body);
      case "DELETE faults" -> bank.faults().clear(FaultBook.EVERYWHERE);
      case "POST release" -> bank.faults().release();
      case "POST refuse" -> refuse(seconds(body));
      case "POST advance" -> bank.time().advance(seconds(body));
      case "POST skew" -> bank.time().skew(seconds(body));
      case "POST evict" -> evict(body);
      case "POST end" -> end(body);
      case "POST payer" ->
          bank.payers().name(need(body, "phone").asString(), need(body, "name").asString());
      case "POST sticker" ->
          bank.ledger()
              .sticker(
                  BankSessions.profile(need(body, "phone").asString()),
                  tiyn(need(body, "amount").decimalValue()),
                  body.path("source").asString("GOLD"));
      case "POST forget" -> {
        bank.tally().clear();
        bank.refusals().clear();
      }
      default -> throw new IllegalArgumentException("there is no call " + call);
    }
  }

  private void addFault(ObjectNode body) {
    Fault.Kind kind = Fault.Kind.valueOf(need(body, "kind").asString());
    long usual = kind == Fault.Kind.SLOW || kind == Fault.Kind.DELAY ? 1_000 : 0;
    Fault fault =
        new Fault(
            kind,
            body.path("afterEffect").asBoolean(false),
            body.path("number").asInt(kind == Fault.Kind.HTTP_STATUS ? 503 : -999),
            body.path("text").asString(""),
            body.path("millis").asLong(usual));
    bank.faults().add(need(body, "path").asString(), fault, body.path("times").asInt(1));
  }

  private void evict(ObjectNode body) {
    if (body.has("phone")) {
      bank.bankSessions().evict(body.get("phone").asString());
    } else {
      bank.bankSessions().evictAll();
    }
  }

  private void end(ObjectNode body) {
    if (body.has("phone")) {
      bank.bankSessions().end(body.get("phone").asString());
    } else {
      bank.bankSessions().endAll();
    }
  }

  private void refuse(Duration time) {
    Thread.ofVirtual()
        .name("simulator-refusing")
        .start(
            () -> {
              pause.take(ANSWER_FIRST);
              listener.shut();
              if (pause.take(time)) {
                listener.open();
              }
            });
  }

  private Reply state() {
    return json(200, ControlState.of(bank));
  }

  private static Duration seconds(ObjectNode body) {
    BigDecimal seconds = need(body, "seconds").decimalValue();
    if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
      throw new IllegalArgumentException("that is more than ten years");
    }
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }

  private static long tiyn(BigDecimal tenge) {
    try {
      return tenge.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("an amount has two decimals at most", e);
    }
  }

  private static JsonNode need(ObjectNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null) {
      throw new IllegalArgumentException("the body has no " + field);
    }
    return value;
  }

  private static ObjectNode body(Request request) {
    if (request.body().length == 0) {
      return StrictJson.mapper().createObjectNode();
    }
    if (StrictJson.mapper().readTree(request.body()) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("the body is not a JSON object");
  }

  private static Reply json(int status, Object body) {
    return Reply.of(
            status, "application/json; charset=utf-8", StrictJson.mapper().writeValueAsBytes(body))
        .with("Cache-Control", "no-store");
  }
}
