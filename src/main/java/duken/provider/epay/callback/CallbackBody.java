package duken.provider.epay.callback;

import duken.provider.epay.wire.EpayFields;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the bytes of a callback: JSON, or a form with the same names. */
final class CallbackBody {

  private static final int MOST_FIELDS = 200;

  private CallbackBody() {}

  /** The message as a JSON object; empty when it is none. */
  static Optional<JsonNode> read(byte[] body) {
    Optional<String> text = utf8(body);
    if (text.isEmpty() || text.get().isBlank()) {
      return Optional.empty();
    }
    return text.get().stripLeading().startsWith("{") ? json(text.get()) : form(text.get().strip());
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(EpayFields.JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> form(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int mark = pair.indexOf('=');
      if (mark < 1 || fields.size() == MOST_FIELDS) {
        return Optional.empty();
      }
      try {
        String name = URLDecoder.decode(pair.substring(0, mark), StandardCharsets.UTF_8);
        String value = URLDecoder.decode(pair.substring(mark + 1), StandardCharsets.UTF_8);
        if (fields.put(name, value) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
    return Optional.of(EpayFields.JSON.valueToTree(fields));
  }

  private static Optional<String> utf8(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
