package duken.provider.kaspipay.account;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contract as the text that is sealed. */
final class KaspiPayAccountText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private KaspiPayAccountText() {}

  static String write(KaspiPayAccount account) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("scheme", account.scheme().wire());
    text.put("base", account.base().toString());
    text.put("api_key", account.credentials().apiKey());
    text.put("certificate", account.credentials().certificate());
    text.put("password", account.credentials().password());
    text.put("trust", account.credentials().trust());
    text.put("bin", account.bin());
    text.put("trade_point", account.point().tradePoint());
    text.put("trade_point_name", account.point().tradePointName());
    text.put("device", account.desk().device());
    text.put("device_token", account.desk().deviceToken());
    text.put(
        "certificate_ends",
        account.credentials().certificateEnds() == null
            ? null
            : account.credentials().certificateEnds().toString());
    return JSON.writeValueAsString(text);
  }

  static KaspiPayAccount read(String text) {
    JsonNode node = JSON.readTree(text);
    String ends = string(node, "certificate_ends");
    return new KaspiPayAccount(
        Scheme.of(string(node, "scheme")).orElseThrow(),
        URI.create(string(node, "base")),
        new KaspiPayAccount.Credentials(
            string(node, "api_key"),
            string(node, "certificate"),
            string(node, "password"),
            string(node, "trust"),
            ends == null ? null : Instant.parse(ends)),
        string(node, "bin"),
        new KaspiPayAccount.Point(
            node.path("trade_point").asLong(), string(node, "trade_point_name")),
        new KaspiPayAccount.Desk(string(node, "device"), string(node, "device_token")));
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}
