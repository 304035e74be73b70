package duken.simulator.smartpos;

import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Responder;
import duken.simulator.wire.Sending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The terminal's screen in a browser, and the same by {@code POST /control/…} for programs. */
final class TerminalConsole implements Responder {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> ACTS =
      List.of(
          "qr",
          "card",
          "alaqan",
          "confirm",
          "scan",
          "read",
          "pin",
          "cancel",
          "refuse-qr",
          "refuse-card",
          "leave",
          "unknown:1:qr",
          "unknown:3:fail");
  private static final List<String> CONTROLS =
      List.of(
          "press?what=allow",
          "press?what=forbid",
          "set?name=busy&value=yes",
          "set?name=busy&value=no",
          "set?name=amount&value=other",
          "set?name=amount&value=right",
          "certificate?another=yes",
          "certificate?another=no",
          "off",
          "on?remembers=yes",
          "on?remembers=no",
          "tokens?what=old",
          "tokens?what=unknown",
          "fault?call=payment&how=cut-after",
          "fault?call=payment&how=hang",
          "fault?call=status&how=500-before!",
          "fault?call=status&how=");

  private final TerminalSimulator terminal;

  TerminalConsole(TerminalSimulator terminal) {
    this.terminal = terminal;
  }

  @Override
  public Sending respond(Request request) {
    boolean foreign =
        request.header("Origin").filter(it -> !it.equals(terminal.page().toString())).isPresent();
    if (foreign) {
      return whole(403, "text/plain", "another page");
    }
    if (request.path().equals("/") && request.method().equals("GET")) {
      return whole(200, "text/html; charset=utf-8", page());
    }
    if (request.path().equals("/state") && request.method().equals("GET")) {
      return whole(200, "application/json; charset=utf-8", state());
    }
    if (request.path().startsWith("/control/") && request.method().equals("POST")) {
      Map<String, String> query = TerminalApi.query(request.query());
      boolean known = lock(request.path().substring("/control/".length()), query);
      return whole(known ? 200 : 404, "application/json; charset=utf-8", state());
    }
    return whole(404, "text/plain", "no such path");
  }

  private boolean lock(String what, Map<String, String> query) {
    switch (what) {
      case "act" -> terminal.act(query.getOrDefault("what", ""));
      case "press" -> terminal.press(query.getOrDefault("what", ""));
      case "set" -> terminal.set(query.getOrDefault("name", ""), query.getOrDefault("value", ""));
      case "fault" -> terminal.fault(query.getOrDefault("call", ""), query.getOrDefault("how", ""));
      case "certificate" -> terminal.certificate("yes".equals(query.get("another")));
      case "off" -> terminal.off();
      case "on" -> terminal.on(!"no".equals(query.get("remembers")));
      case "tokens" -> terminal.spoilTokens("unknown".equals(query.get("what")));
      case "refresh" -> terminal.refuseRefresh("refuse".equals(query.get("what")));
      case "dates" -> terminal.englishDates("english".equals(query.get("form")));
      case "token-life" ->
          terminal.tokenLife(Duration.ofSeconds(Long.parseLong(query.get("seconds"))));
      case "forbid" -> terminal.forbid(query.getOrDefault("name", ""));
      default -> {
        return false;
      }
    }
    return true;
  }

  private String state() {
    return JSON.writeValueAsString(
        Map.of(
            "asking", terminal.asking(),
            "operations", terminal.operations(),
            "calls", terminal.calls(),
            "complaints", terminal.complaints(),
            "fingerprint", terminal.fingerprint()));
  }

  private String page() {
    String acts =
        ACTS.stream().map(it -> button("act?what=" + it, it)).collect(Collectors.joining("\n"));
    String controls = CONTROLS.stream().map(it -> button(it, it)).collect(Collectors.joining("\n"));
    return """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Smart POS</title>
    <style>body{font-family:sans-serif;margin:2rem;max-width:60rem}button{margin:.2rem}
    pre{background:#eee;padding:1rem;overflow:auto}</style></head><body>
    <h1>Smart POS terminal at %s</h1>
    <h2>Customer and cashier</h2>%s<h2>The terminal</h2>%s<h2>State</h2><pre id="state"></pre>
    <script>
    const show = t => document.getElementById('state').textContent =
        JSON.stringify(JSON.parse(t), null, 1);
    const look = () => fetch('/state').then(r => r.text()).then(show).catch(() => {});
    document.querySelectorAll('button').forEach(b => b.onclick = () =>
        fetch('/control/' + b.dataset.to, {method: 'POST'}).then(r => r.text()).then(show));
    setInterval(look, 1000); look();
    </script></body></html>
    """
        .formatted(terminal.address(), acts, controls);
  }

  private static String button(String to, String word) {
    return "<button data-to=\"%s\">%s</button>"
        .formatted(to.replace("&", "&amp;"), word.replace("&", "&amp;"));
  }

  private static Sending whole(int status, String type, String body) {
    return new Sending.Whole(Reply.of(status, type, body));
  }
}
