package duken.simulator.smartpos;

import duken.simulator.smartpos.TerminalClients.Till;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Responder;
import duken.simulator.wire.Sending;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The terminal's local API, judging whoever speaks to it. */
final class TerminalApi implements Responder {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST_HANG = Duration.ofSeconds(180);
  private static final Duration FASTEST_POLL = Duration.ofMillis(500);
  private static final Duration ACTUALIZE_GAP = Duration.ofSeconds(10);

  private final TerminalMoods moods;
  private final TerminalClients clients;
  private final TerminalLedger ledger;
  private final TerminalScreen screen;
  private final Clock clock;
  private final Pause pause;

  TerminalApi(
      TerminalMoods moods,
      TerminalClients clients,
      TerminalLedger ledger,
      TerminalScreen screen,
      Clock clock,
      Pause pause) {
    this.moods = moods;
    this.clients = clients;
    this.ledger = ledger;
    this.screen = screen;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Sending respond(Request request) {
    String call = request.path().startsWith("/v2/") ? request.path().substring(4) : "";
    moods.count(call.isEmpty() ? request.path() : call);
    if (!request.method().equals("GET")) {
      moods.complain("verb " + request.method());
    }
    if (request.query().toLowerCase(java.util.Locale.ROOT).contains("accesstoken")) {
      moods.complain("token in the query");
    }
    String fault = moods.takeFault(call);
    switch (fault) {
      case "cut-before" -> {
        return new Sending.Reset();
      }
      case "500-before" -> {
        return whole(500, "{\"error\":\"x\"}");
      }
      case "hang" -> {
        pause.take(LONGEST_HANG);
        return new Sending.Reset();
      }
      case "unknown-process" -> {
        return whole(
            200, JSON.writeValueAsString(TerminalAnswers.refused(101, "Process not found", null)));
      }
      case "delay" -> pause.take(Duration.ofSeconds(2));
      default -> {}
    }
    Answer answer = answer(call, request);
    String body = JSON.writeValueAsString(answer.body());
    return switch (fault) {
      case "cut-after" -> new Sending.Reset();
      case "hang-after" -> {
        pause.take(LONGEST_HANG);
        yield new Sending.Reset();
      }
      case "500-after" -> whole(500, "");
      case "html" -> whole(200, "<html>oops</html>");
      case "half" -> new Sending.Half(reply(200, body));
      default -> whole(answer.status(), body);
    };
  }

  private record Answer(int status, Map<String, Object> body) {}

  private Answer answer(String call, Request request) {
    Map<String, String> query = query(request.query());
    if (call.equals("register")) {
      return ok(register(query.getOrDefault("name", "")));
    }
    TerminalClients.Verdict verdict = clients.check(request.header("accesstoken").orElse(""));
    if (call.equals("revoke")) {
      return ok(
          clients
              .refresh(query.getOrDefault("name", ""), query.getOrDefault("refreshToken", ""))
              .map(TerminalApi::tokens)
              .orElseGet(
                  () -> TerminalAnswers.refused(105, "Service error", "Wrong refresh token")));
    }
    if (verdict != TerminalClients.Verdict.GOOD) {
      return new Answer(
          verdict == TerminalClients.Verdict.OLD ? 403 : 401, Map.of("errorText", "token"));
    }
    return switch (call) {
      case "deviceinfo" ->
          ok(
              TerminalAnswers.done(
                  Map.of(
                      "posNum", "1",
                      "serialNum", moods.get("serial", "SN-0001"),
                      "terminalId", moods.get("terminal", "30000001"))));
      case "payment" -> ok(start(query, false));
      case "refund" -> ok(refund(query));
      case "status" -> ok(status(query));
      case "actualize" -> ok(actualize(query));
      default -> new Answer(404, Map.of("errorText", "no such path"));
    };
  }

  private Map<String, Object> register(String name) {
    if (clients.knows(name)) {
      return TerminalAnswers.refused(105, "Service error", "This client is already allowed");
    }
    return screen.asks(name)
        ? tokens(clients.allow(name))
        : TerminalAnswers.refused(105, "Service error", "Forbidden on the terminal");
  }

  private static Map<String, Object> tokens(Till till) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("accessToken", till.access());
    data.put("refreshToken", till.refresh());
    data.put("expirationDate", till.date());
    return TerminalAnswers.done(data);
  }

  private Map<String, Object> start(Map<String, String> query, boolean refund) {
    String amount = query.getOrDefault("amount", "");
    if (!amount.matches("[1-9][0-9]{0,8}")) {
      moods.complain("amount " + amount);
      return TerminalAnswers.refused(999, "Wrong amount", null);
    }
    Optional<TerminalOperation> running = ledger.running();
    if (running.isPresent() || moods.is("busy", "yes")) {
      if (running.isPresent()) {
        moods.complain("second start while " + running.get().processId() + " runs");
      }
      return TerminalAnswers.refused(107, "Last operation was not completed", null);
    }
    TerminalOperation fresh =
        ledger.start(
            refund, Long.parseLong(amount), query.get("transactionId"), query.get("method"));
    screen.began(fresh);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("processId", fresh.processId());
    data.put("status", "wait");
    return TerminalAnswers.done(data);
  }

  private Map<String, Object> refund(Map<String, String> query) {
    String id = query.getOrDefault("transactionId", "");
    Optional<TerminalOperation> sale = ledger.sale(id);
    if (sale.isEmpty()) {
      return TerminalAnswers.refused(105, "Service error", "No such sale");
    }
    if (!sale.get().method().equals(query.get("method"))) {
      moods.complain("refund by another method");
      return TerminalAnswers.refused(105, "Service error", "Another method");
    }
    String amount = query.getOrDefault("amount", "0");
    long sum = amount.matches("[0-9]{1,9}") ? Long.parseLong(amount) : 0;
    if (ledger.refunded(id) + sum > sale.get().amount()) {
      moods.complain("refund above the sale");
      return TerminalAnswers.refused(105, "Service error", "More than was paid");
    }
    return start(query, true);
  }

  private Map<String, Object> status(Map<String, String> query) {
    Optional<TerminalOperation> found = ledger.find(query.getOrDefault("processId", ""));
    if (found.isEmpty()) {
      return TerminalAnswers.refused(101, "Process not found", null);
    }
    TerminalOperation it = found.get();
    Instant now = clock.instant();
    if (it.times().askedAt() != null && now.isBefore(it.times().askedAt().plus(FASTEST_POLL))) {
      moods.complain("asked faster than twice a second");
    }
    ledger.put(it.asked(now));
    return TerminalAnswers.done(TerminalAnswers.operation(it, moods));
  }

  private Map<String, Object> actualize(Map<String, String> query) {
    Optional<TerminalOperation> found = ledger.find(query.getOrDefault("processId", ""));
    if (found.isEmpty()) {
      return TerminalAnswers.refused(101, "Process not found", null);
    }
    TerminalOperation it = found.get();
    Instant now = clock.instant();
    if (!it.word().status().equals("unknown")) {
      moods.complain("actualize of " + it.word().status());
      return TerminalAnswers.refused(103, "This transaction cannot be actualized", null);
    }
    if (it.times().actualizedAt() != null
        && now.isBefore(it.times().actualizedAt().plus(ACTUALIZE_GAP))) {
      moods.complain("actualize within ten seconds");
    }
    TerminalOperation after = ledger.put(it.actualized(now));
    if (it.doubt().actualizes() <= 1) {
      after = screen.resolved(after);
    }
    return TerminalAnswers.done(TerminalAnswers.operation(after, moods));
  }

  private static Answer ok(Map<String, Object> body) {
    return new Answer(200, body);
  }

  private static Sending whole(int status, String body) {
    return new Sending.Whole(reply(status, body));
  }

  private static Reply reply(int status, String body) {
    return Reply.of(status, "application/json; charset=utf-8", body);
  }

  static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : text.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        query.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
