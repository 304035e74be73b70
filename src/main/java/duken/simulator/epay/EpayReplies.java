package duken.simulator.epay;

import duken.simulator.wire.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answers of the provider. */
final class EpayReplies {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private EpayReplies() {}

  static Reply json(int status, Object body) {
    return Reply.of(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body))
        .with("Cache-Control", "no-store");
  }

  static Reply error(int status, int code, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", message);
    return json(status, body);
  }

  static Reply empty() {
    return Reply.of(200, "application/json", new byte[0]);
  }
}
