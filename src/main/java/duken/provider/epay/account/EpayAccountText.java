package duken.provider.epay.account;

import duken.provider.epay.account.EpayAccount.LinkAccess;
import duken.security.AddressBlock;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A terminal as the text that is sealed. */
final class EpayAccountText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EpayAccountText() {}

  static String write(EpayAccount account) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("client_id", account.clientId());
    text.put("client_secret", account.clientSecret());
    text.put("terminal_id", account.terminalId());
    text.put("api_base", account.apiBase().toString());
    text.put("oauth", account.oauth().toString());
    text.put("callback_base", account.callbacks().callbackBase().toString());
    text.put("webhook_secret", account.callbacks().webhookSecret());
    text.put("bearer", account.callbacks().bearer());
    text.put(
        "allowed",
        account.callbacks().allowed().stream()
            .map(AddressBlock::text)
            .collect(Collectors.joining(",")));
    text.put("reference", account.callbacks().reference());
    text.put("hash_key", account.callbacks().hashKey());
    if (account.link() != null) {
      text.put("shop_id", account.link().shopId());
      text.put("username", account.link().username());
      text.put("password", account.link().password());
    }
    return JSON.writeValueAsString(text);
  }

  static EpayAccount read(String text) {
    JsonNode node = JSON.readTree(text);
    String shop = or(node, "shop_id", null);
    List<AddressBlock> allowed = AddressBlock.list(or(node, "allowed", ""));
    return new EpayAccount(
        node.get("client_id").stringValue(),
        node.get("client_secret").stringValue(),
        node.get("terminal_id").stringValue(),
        URI.create(node.get("api_base").stringValue()),
        URI.create(node.get("oauth").stringValue()),
        new EpayAccount.Callbacks(
            URI.create(node.get("callback_base").stringValue()),
            or(node, "webhook_secret", null),
            or(node, "bearer", null),
            allowed,
            node.get("reference").stringValue(),
            node.get("hash_key").stringValue()),
        shop == null
            ? null
            : new LinkAccess(
                shop, node.get("username").stringValue(), node.get("password").stringValue()));
  }

  private static String or(JsonNode node, String field, String otherwise) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : otherwise;
  }
}
