package duken.provider.smartpos.wire;

import duken.provider.http.HttpOutcome;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a terminal's envelope, whatever the HTTP status (Smart POS, section 5). */
public final class ReplyReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Set<Integer> KNOWN = Set.of(100, 101, 103, 105, 106, 107, 108, 999);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;
  private static final int LONGEST_TEXT = 200;

  private ReplyReader() {}

  static TerminalReply read(HttpOutcome outcome, PinnedTrust trust) {
    return switch (outcome) {
      case HttpOutcome.NotSent(String _) when trust.refused() != null ->
          new TerminalReply.Stranger("certificate_changed");
      case HttpOutcome.NotSent(String code) -> new TerminalReply.NotSent(code);
      case HttpOutcome.Lost(String code) -> new TerminalReply.NoAnswer(code);
      case HttpOutcome.Answered answered -> answered(answered.status(), answered.body());
    };
  }

  private static TerminalReply answered(int status, byte[] body) {
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return new TerminalReply.TokenRefused();
    }
    JsonNode root = parsed(body);
    JsonNode code = root == null ? null : root.get("statusCode");
    if (code == null || !code.isIntegralNumber() || !code.canConvertToInt()) {
      return status == NOT_FOUND
          ? new TerminalReply.Refused(NOT_FOUND, null)
          : new TerminalReply.NoAnswer("unreadable");
    }
    if (code.intValue() != 0 && status >= SERVER_ERROR && !KNOWN.contains(code.intValue())) {
      return new TerminalReply.NoAnswer("http_" + status);
    }
    JsonNode data = root.path("data");
    return code.intValue() == 0
        ? new TerminalReply.Done(data)
        : new TerminalReply.Refused(code.intValue(), sentence(root, data));
  }

  private static JsonNode parsed(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      return root != null && root.isObject() ? root : null;
    } catch (JacksonException _) {
      return null;
    }
  }

  private static String sentence(JsonNode root, JsonNode data) {
    String message = text(data, "message");
    return message == null ? text(root, "errorText") : message;
  }

  /** A text or number of an object as text, cut; null when it is absent or empty. */
  public static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull() || value.isContainer()) {
      return null;
    }
    String text = value.asString().strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }
}
