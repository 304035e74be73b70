package duken.simulator.kaspipay;

import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Envelopes, dates and parameters as the bank writes them (Kaspi Pay sheet, section 3). */
final class BankWire {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private BankWire() {}

  static Map<String, String> query(Request request) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : request.query().split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static Reply envelope(long code, String message, Object data) {
    Map<String, Object> body = fields("StatusCode", code, "Message", message);
    if (data != null) {
      body.put("Data", data);
    }
    return Reply.of(200, "application/json", JSON.writeValueAsString(body));
  }
}
