package duken.simulator.kaspipay;

import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import duken.simulator.wire.Responder;
import duken.simulator.wire.Sending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The operator's side: a page with a button for whatever a customer can do, and the same as JSON:
 * {@code POST /set} {id, word}, {@code /fault} {path, after_effect, status, delay_ms}, {@code
 * /advance} {seconds}, {@code /manners} {numeric_tokens, dates, options, bill_reads, delay_ms,
 * r3_sources}, {@code /forget-devices}, {@code /certificate} {name, password, days}; {@code GET
 * /state}, {@code /root.pem}.
 */
final class OperatorPage implements Responder {

  private static final List<String> WORDS =
      List.of("Wait", "Processed", "Error", "RemotePaymentRejected", "CustomerIdentityObtained");

  private final KaspiPaySimulator bank;

  OperatorPage(KaspiPaySimulator bank) {
    this.bank = bank;
  }

  @Override
  public Sending respond(Request request) {
    return new Sending.Whole(reply(request));
  }

  private Reply reply(Request request) {
    if (request.method().equals("GET")) {
      return switch (request.path()) {
        case "/root.pem" -> Reply.of(200, "application/x-pem-file", bank.authority().pem());
        case "/state" -> json(Map.of("purchases", bank.purchases(), "breaches", bank.breaches()));
        default -> Reply.of(200, "text/html; charset=utf-8", page());
      };
    }
    JsonNode body = BankWire.JSON.readTree(request.body().length == 0 ? "{}" : request.text());
    switch (request.path()) {
      case "/set" -> bank.set(body.path("id").asLong(), body.path("word").asString());
      case "/fault" ->
          bank.fault(
              new Fault(
                  body.path("path").asString(),
                  body.path("after_effect").asBoolean(false),
                  body.path("status").asLong(body.has("delay_ms") ? Fault.AS_USUAL : 0),
                  Duration.ofMillis(body.path("delay_ms").asLong(0))));
      case "/advance" -> bank.advance(Duration.ofSeconds(body.path("seconds").asLong()));
      case "/manners" -> bank.behave(_ -> manners(body));
      case "/forget-devices" -> bank.forgetDevices();
      case "/certificate" -> {
        byte[] file =
            bank.authority()
                .client(
                    body.path("name").asString("shop"),
                    body.path("password").asString("secret"),
                    Duration.ofDays(body.path("days").asLong(365)));
        return json(Map.of("pkcs12", Base64.getEncoder().encodeToString(file)));
      }
      default -> {
        return Reply.of(404, "text/plain", "not found");
      }
    }
    return json(Map.of("done", true));
  }

  private static BankManners manners(JsonNode body) {
    return new BankManners(
        body.path("numeric_tokens").asBoolean(false),
        BankManners.Dates.valueOf(body.path("dates").asString("hour").toUpperCase(Locale.ROOT)),
        BankManners.Options.valueOf(
            body.path("options").asString("numbers").toUpperCase(Locale.ROOT)),
        body.path("bill_reads").asInt(0),
        Duration.ofMillis(body.path("delay_ms").asLong(0)),
        sources(body.path("r3_sources")));
  }

  private static List<String> sources(JsonNode node) {
    List<String> sources = new ArrayList<>();
    node.forEach(it -> sources.add(it.asString()));
    return node.isArray() ? List.copyOf(sources) : BankManners.LOOPBACK;
  }

  private static Reply json(Object value) {
    return Reply.of(200, "application/json", BankWire.JSON.writeValueAsString(value));
  }

  private String page() {
    StringBuilder rows = new StringBuilder();
    for (Purchase it : bank.purchases()) {
      rows.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>",
              it.id(),
              it.terms().kind(),
              it.terms().amount().toPlainString(),
              it.status(),
              it.returned().toPlainString()));
      for (String word : WORDS) {
        rows.append(
            "<button onclick=\"send('/set',{id:%d,word:'%s'})\">%s</button> "
                .formatted(it.id(), word, word));
      }
      rows.append("</td></tr>");
    }
    return """
    <!doctype html><meta charset="utf-8"><title>Kaspi Pay API, practice bank</title>
    <style>body{font:16px sans-serif;margin:2em}td{padding:.3em 1em}</style>
    <script>function send(path, body) {
      fetch(path, {method:'POST', body: JSON.stringify(body)}).then(() => location.reload());
    }</script>
    <h1>Kaspi Pay API, practice bank</h1>
    <p>r1: %s · r2: %s · r3: %s · without TLS: %s · <a href="/root.pem">root.pem</a></p>
    <table>%s</table>
    """
        .formatted(bank.base("r1"), bank.base("r2"), bank.base("r3"), bank.plain("r3"), rows);
  }
}
